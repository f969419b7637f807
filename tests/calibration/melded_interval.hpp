/// @file
/// @brief Comparator: an interval for a share that knows the sampling errors of a test's rates, and nothing else.
#pragma once

#include "random.hpp"

namespace calibration {

/// How many of so many a test flagged.
struct Flagged {
  double flagged = 0, of = 0;
};

struct MeldedInterval {
  double low = 0, high = 1;
};

/// 90 % melded confidence interval of the share of positives in a simple random sample, from those flagged in it, and from
/// the flagged of two samples in which all and none are positive (Bayer, Fay & Graubard 2022, arXiv:2205.13494: simple random
/// sample, imperfect test). By 4,000 draws: two intervals of the same sample differ by about .01.
/// @param seen, positives, negatives  each with of > 0 and 0 ≤ flagged ≤ of; flagged need not be whole
MeldedInterval melded_interval(Flagged seen, Flagged positives, Flagged negatives, Random& random);

}  // namespace calibration
