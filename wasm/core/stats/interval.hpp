/// @file
/// @brief What a distribution is told by.
#pragma once

#include "base/model.hpp"

namespace plumb {

/// The probability that an interval of the estimate holds.
inline constexpr double interval_level = model::prior("level.interval");

/// A highest-density interval at `level` with the posterior median.
struct Interval {
  double low = 0, mid = 0, high = 0, level = interval_level;
  double width() const { return high - low; }
};

}  // namespace plumb
