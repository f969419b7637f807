/// @file
/// @brief Followers that arrived in a block.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> growth_step(const Observed& observed);

}  // namespace plumb::signals
