/// @file
/// @brief Likes of a typical video against its views, beside peers.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> likes_per_view(const Observed& observed);

}  // namespace plumb::signals
