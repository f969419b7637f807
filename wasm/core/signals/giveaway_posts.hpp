/// @file
/// @brief Posts that asked for comments in exchange for a prize; left out of the rates.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> giveaway_posts(const Observed& observed);

}  // namespace plumb::signals
