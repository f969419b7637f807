/// @file
/// @brief Questions in the comments that the creator answered.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> questions_answered(const Observed& observed);

}  // namespace plumb::signals
