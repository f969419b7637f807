/// @file
/// @brief Comments of emoji alone.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_emoji_only(const Observed& observed);

}  // namespace plumb::signals
