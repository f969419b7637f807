/// @file
/// @brief What a distribution is told by.
#pragma once

namespace plumb {

/// A highest-density interval at `level` with the posterior median.
struct Interval {
  double low = 0, mid = 0, high = 0, level = 0.9;
  double width() const { return high - low; }
};

}  // namespace plumb
