/// @file
/// @brief How many accounts this one follows.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> following_pattern(const Observed& observed);

}  // namespace plumb::signals
