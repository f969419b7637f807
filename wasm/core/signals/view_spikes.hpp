/// @file
/// @brief Single posts with far more views than the rest, and likes that did not follow.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> view_spikes(const Observed& observed);

}  // namespace plumb::signals
