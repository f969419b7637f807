/// @file
/// @brief Posts far above the account's own range.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> viral_posts(const Observed& observed);

}  // namespace plumb::signals
