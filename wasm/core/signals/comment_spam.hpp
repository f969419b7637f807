/// @file
/// @brief Comments that sell, beg or lure.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_spam(const Observed& observed);

}  // namespace plumb::signals
