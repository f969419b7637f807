/// @file
/// @brief What the person could open next, and how wide the interval would then be.
#pragma once

#include <vector>

#include "estimate.hpp"
#include "report.hpp"

namespace plumb {

/// Actions that would narrow an interval, with the width to expect: the mean of the width of audience.share over
/// what 30 more followers could show, three likely outcomes weighed as Gauss and Hermite do.
std::vector<Narrowing> narrowings(const Observed& observed, const Estimate& estimate);

}  // namespace plumb
