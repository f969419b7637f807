/// @file
/// @brief How new what was read is.
#pragma once

#include <optional>

#include "report/report.hpp"

namespace plumb {

/// Age of the newest post, and how often the account posts (`per_week`, where it is known).
///
/// Stale: older than `stale.days` and than `stale.gaps` of the account's usual gaps (their median; pinned posts left out).
/// @return empty without a dated post, without the time of reading, for top posts, of which the newest is any, and for one list of several
///   (one_list_of), whose newest may not be the account's
std::optional<Fresh> freshness_of(const Snapshot& snapshot, std::optional<double> per_week);

}  // namespace plumb
