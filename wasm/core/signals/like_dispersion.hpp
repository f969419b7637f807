/// @file
/// @brief How much the likes differ from post to post: one quota on every post makes them alike.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> like_dispersion(const Observed& observed);

}  // namespace plumb::signals
