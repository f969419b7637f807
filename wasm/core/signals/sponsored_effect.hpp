/// @file
/// @brief Engagement of sponsored posts against the account's other posts.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> sponsored_effect(const Observed& observed);

}  // namespace plumb::signals
