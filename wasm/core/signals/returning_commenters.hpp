/// @file
/// @brief Commenters who came back with words of their own.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> returning_commenters(const Observed& observed);

}  // namespace plumb::signals
