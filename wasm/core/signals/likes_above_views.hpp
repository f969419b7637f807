/// @file
/// @brief Posts with more likes than views, which no organic post has.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> likes_above_views(const Observed& observed);

}  // namespace plumb::signals
