/// @file
/// @brief Comments that answer other comments: people who talk with each other.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> thread_depth(const Observed& observed);

}  // namespace plumb::signals
