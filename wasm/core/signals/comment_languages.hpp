/// @file
/// @brief Languages and scripts of the commenters against the creator's.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_languages(const Observed& observed);

}  // namespace plumb::signals
