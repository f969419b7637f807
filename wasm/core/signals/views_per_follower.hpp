/// @file
/// @brief Views of a typical post against the number of followers, beside peers of the same size.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> views_per_follower(const Observed& observed);

}  // namespace plumb::signals
