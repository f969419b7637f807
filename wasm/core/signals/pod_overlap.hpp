/// @file
/// @brief Commenters who are under most posts within the hour: reciprocal groups.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> pod_overlap(const Observed& observed);

}  // namespace plumb::signals
