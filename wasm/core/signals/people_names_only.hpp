/// @file
/// @brief Followers and commenters of whom only the name or picture was seen.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> people_names_only(const Observed& observed);

}  // namespace plumb::signals
