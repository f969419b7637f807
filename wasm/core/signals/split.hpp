/// @file
/// @brief Whether values are of one group or of two.
#pragma once

#include <vector>

namespace plumb::signals {

struct Split {
  std::vector<double> member;  ///< probability of each value to be of a lower group that is not the account's usual one
  double expected = 0;  ///< their sum
  double share =
      0;  ///< of the whole that the lower group has more than its part: of views, where values are for each view
};

/// Weighs one group of values with heavy tails (Student's t, 4 degrees of freedom) against two of the same spread, the lower by a
/// factor of two to fifteen and of up to half of the values. The spread, the distance, the part and the middle are not known and
/// averaged over.
/// @param values  natural logarithms, at least one
/// @param prior   probability of two groups before
Split lower_group(const std::vector<double>& values, double prior);

}  // namespace plumb::signals
