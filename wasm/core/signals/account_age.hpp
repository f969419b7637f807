/// @file
/// @brief Followers gained for each day since the account began.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> account_age(const Observed& observed);

}  // namespace plumb::signals
