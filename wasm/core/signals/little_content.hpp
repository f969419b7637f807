/// @file
/// @brief Many followers for few posts.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> little_content(const Observed& observed);

}  // namespace plumb::signals
