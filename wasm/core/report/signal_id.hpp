/// @file
/// @brief The signals' names, one for each line of wasm/data/signals.tsv.
#pragma once

#include <cstddef>
#include <cstdint>

#include "data/signals.hpp"

namespace plumb {

/// In the order of the list, which is that of the report. name_of() gives the text.
enum class SignalId : std::uint8_t {
#define PLUMB_NAME(id, family, on, weight, verdict, checks) id,
  PLUMB_SIGNALS(PLUMB_NAME)
#undef PLUMB_NAME
};

#define PLUMB_ONE(id, family, on, weight, verdict, checks) +1
inline constexpr std::size_t signal_count = PLUMB_SIGNALS(PLUMB_ONE);
#undef PLUMB_ONE

}  // namespace plumb
