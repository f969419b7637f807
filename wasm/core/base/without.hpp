/// @file
/// @brief What a what-if question leaves out: ids of signals (wasm/data/signals.tsv) and of rows of wasm/data/benchmarks.tsv.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace plumb {

using Without = std::span<const std::string_view>;

inline bool leaves_out(Without without, std::string_view id) {
  return std::find(without.begin(), without.end(), id) != without.end();
}

}  // namespace plumb
