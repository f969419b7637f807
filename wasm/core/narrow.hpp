/// @file
/// @brief What the person could open next, and how wide the interval would then be.
#pragma once

#include <vector>

#include "estimate.hpp"
#include "report.hpp"

namespace plumb {

/// Actions that would narrow an interval, with the width to expect: the mean over what might be seen then, given what
/// is known now. `audience`: the width of audience.share after more followers with their counts. `engagement`: the
/// width of the organic share (perPost.real ÷ perPost.shown) after more comments.
/// Actions that would not narrow it, and those whose worth can't be told before, are left out.
std::vector<Narrowing> narrowings(const Observed& observed, const Estimate& estimate);

}  // namespace plumb
