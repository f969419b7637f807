/// @file
/// @brief How often the account posts.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> cadence(const Observed& observed);

}  // namespace plumb::signals
