#include "melded_interval.hpp"

#include <algorithm>
#include <vector>

namespace calibration {
namespace {

/// A draw from the confidence distribution at the lower or the upper end of a binomial share (Clopper & Pearson 1934).
double draw_end(Flagged sample, bool upper, Random& random) {
  const double hits = sample.flagged + (upper ? 1 : 0), misses = sample.of - sample.flagged + (upper ? 0 : 1);
  if (hits <= 0) return 0;
  if (misses <= 0) return 1;
  return random.beta(hits, misses);
}

/// The share of positives of which so many are flagged, within 0 and 1.
double share_of(double flagged, double sensitivity, double alarms) {
  if (flagged <= alarms) return 0;
  if (flagged >= sensitivity) return 1;
  return (flagged - alarms) / (sensitivity - alarms);
}

}  // namespace

MeldedInterval melded_interval(Flagged seen, Flagged positives, Flagged negatives, Random& random) {
  constexpr std::size_t draws = 4000, tail = draws / 20;
  // The share rises with what was flagged, and falls with both rates.
  const auto end = [&](bool upper) {
    std::vector<double> shares(draws);
    for (double& share : shares) {
      share = share_of(draw_end(seen, upper, random), draw_end(positives, !upper, random),
                       draw_end(negatives, !upper, random));
    }
    const std::size_t at = upper ? draws - tail - 1 : tail;
    std::nth_element(shares.begin(), shares.begin() + static_cast<long>(at), shares.end());
    return shares[at];
  };
  return {end(false), end(true)};
}

}  // namespace calibration
