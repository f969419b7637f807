/// @file
/// @brief Text in, Snapshot or Refusal out.
#pragma once

#include <string_view>
#include <variant>

#include "base/errors.hpp"
#include "snapshot.hpp"

namespace plumb {

/// Reads a snapshot (wasm/schema/snapshot.schema.json, caps of limits.hpp).
///
/// - A failure of the JSON layer (`not_utf8`, `not_json`, `too_deep`, and `too_large` for the whole text) wins over
///   every failure of meaning; among those the first in the text wins.
/// - Unknown keys are ignored whatever they hold, as long as the text is JSON. `1e400` anywhere is
///   `number_out_of_range`: it is JSON, but no double.
/// - A whole number may be written as 1, 1.0 or 1e3, as JSON Schema has it.
/// - A NUL byte anywhere is `not_json`.
/// - `null` is a value of the wrong type, not an absent field.
std::variant<Snapshot, Refusal> read_snapshot(std::string_view json);

}  // namespace plumb
