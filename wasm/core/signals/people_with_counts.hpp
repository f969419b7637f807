/// @file
/// @brief Followers and commenters seen with their own counts, and how many look like no real, reachable person.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> people_with_counts(const Observed& observed);

}  // namespace plumb::signals
