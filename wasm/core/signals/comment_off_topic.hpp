/// @file
/// @brief Comments that share no word with the post that they stand under.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_off_topic(const Observed& observed);

}  // namespace plumb::signals
