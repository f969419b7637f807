/// @file
/// @brief Followers that left in a block.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> growth_purge(const Observed& observed);

}  // namespace plumb::signals
