/// @file
/// @brief Comments that would fit under any post.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_generic(const Observed& observed);

}  // namespace plumb::signals
