/// @file
/// @brief Share of the posts that are sponsored.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> sponsored_share(const Observed& observed);

}  // namespace plumb::signals
