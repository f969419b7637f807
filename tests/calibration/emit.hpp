/// @file
/// @brief Snapshots as contract JSON, with the truth beside them.
#pragma once

#include <iosfwd>
#include <string>

#include "cases.hpp"

namespace calibration {

/// One line: a plumb.snapshot/1 with an extra key "truth", which readers ignore.
std::string snapshot_json(const Case& c);

/// Cycles through all attacks, oddities and views.
void emit_snapshots(int count, std::ostream& out);

}  // namespace calibration
