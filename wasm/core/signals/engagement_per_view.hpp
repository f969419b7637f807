/// @file
/// @brief Likes and comments of a typical video against its views, beside peers of the same size.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> engagement_per_view(const Observed& observed);

}  // namespace plumb::signals
