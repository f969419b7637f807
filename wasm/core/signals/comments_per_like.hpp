/// @file
/// @brief Comments of a typical post against its likes: likes that are bought come without comments.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> comments_per_like(const Observed& observed);

}  // namespace plumb::signals
