/// @file
/// @brief The only door of the core.
#pragma once

#include <string>
#include <string_view>

#include "base/without.hpp"

namespace plumb {

/// Scores one snapshot.
/// @param snapshot_json  UTF-8 text of a snapshot (wasm/schema/snapshot.schema.json)
/// @param details        whether the report lists every person and comment
/// @param without        signals and benchmark rows that are not to be used; the report names them. One that is in no
///                       list is refused: `unknown_value` at `without[i]`.
/// @return one line of JSON: a report (wasm/schema/report.schema.json), or `{"error": …}` with a code of errors.hpp.
///         The same text gives the same bytes in every build. Never throws.
std::string score(std::string_view snapshot_json, bool details, Without without = {});

}  // namespace plumb
