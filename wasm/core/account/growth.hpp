/// @file
/// @brief Follower counts over time: the change, and steps that stand out from the account's own days.
#pragma once

#include <optional>

#include "report/report.hpp"
#include "snapshot/snapshot.hpp"

namespace plumb {

/// Growth over the readings of history and this visit.
///
/// With r = ln(F_t / F_{t−1}) per day less the median of all r, a jump is r > max(6·MAD, 0.05), a purge
/// r < −max(6·MAD, 0.01) (0.05 lies above the 99.9th percentile of 100 accounts in a real viral shock). A jump must
/// stand alone: the reading before and the two after show less than a tenth of it. (A real shock ebbs: in 1,400
/// account-days of one, 0 alarms instead of 3; 1 instead of 32 with its moves made five times as large.) A rise that
/// has fewer than two readings after it, all calm, is fresh: a fact that speaks for nothing. Readings less than 12 hours
/// apart are one; counts that are rounded count as the change that they surely made.
/// @return empty with fewer than two readings at different times
std::optional<Growth> growth_of(const Snapshot& snapshot);

}  // namespace plumb
