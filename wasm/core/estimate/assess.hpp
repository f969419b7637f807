/// @file
/// @brief Snapshot in, Report out: the signals, the estimate and its explanation, put together.
#pragma once

#include "base/without.hpp"
#include "report/report.hpp"
#include "snapshot/snapshot.hpp"

namespace plumb {

/// Assesses a snapshot. Never fails: what can't be estimated is absent.
/// @param details whether every person and comment gets its own entry in the items
/// @param without signals and benchmark rows that are not to be used
/// @return the report without its snapshot_hash
Report assess(const Snapshot& snapshot, bool details, Without without = {});

}  // namespace plumb
