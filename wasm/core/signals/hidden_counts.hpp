/// @file
/// @brief Posts whose likes are hidden or whose comments are off.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> hidden_counts(const Observed& observed);

}  // namespace plumb::signals
