/// @file
/// @brief Comments that only name other accounts.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_mention_only(const Observed& observed);

}  // namespace plumb::signals
