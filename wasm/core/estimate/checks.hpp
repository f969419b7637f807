/// @file
/// @brief The six checks: what each found by its own signals, whether it had the power to find anything, and the answer.
#pragma once

#include <span>
#include <vector>

#include "estimate.hpp"
#include "report/report.hpp"

namespace plumb {

/// All six, in the order of CheckId.
///
/// `unusual`, `question`: the check's own signals alone put P(γ > .3) or P(φ > .3) above the verdict's thresholds. `fine`:
/// neither, and had half been inorganic in any way that the check looks for, it would have said so in four of five cases,
/// with what was read (power.hpp). `weak`: read, without that power. `not_read`: the page can show it. `not_shown`: it does not.
///
/// @param found   what the estimate was made from
/// @param report  its signals, read, audience and engagement are filled
std::vector<Check> checks_of(const Observed& observed, std::span<const Found> found, const Report& report,
                             const Estimate& estimate);

/// The answer that a person gets first. It never contradicts a check: `unusual` where two families of signals agree, or
/// `question` where a check is either, the place is far above the peers', or sources of high trust disagree; `clear` where at least
/// two checks are fine, one of them of the engagement, the place is not far below, and all signals together lean to nothing;
/// else `nothing_seen`.
Verdict verdict_of(const Report& report, bool disagreement);

}  // namespace plumb
