/// @file
/// @brief Months in a row with posts that were received alike.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> consistency(const Observed& observed);

}  // namespace plumb::signals
