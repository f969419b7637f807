/// @file
/// @brief Whether posts with more likes also have more comments.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> like_comment_correlation(const Observed& observed);

}  // namespace plumb::signals
