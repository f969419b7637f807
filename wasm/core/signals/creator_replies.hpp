/// @file
/// @brief Comments that the creator answered or liked.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> creator_replies(const Observed& observed);

}  // namespace plumb::signals
