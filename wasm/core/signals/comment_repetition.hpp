/// @file
/// @brief Comments that repeat others, word for word or nearly.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_repetition(const Observed& observed);

}  // namespace plumb::signals
