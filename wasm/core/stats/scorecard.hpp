/// @file
/// @brief Additive scorecards: points for each step of each feature, summed to ln odds.
#pragma once

#include <cstdint>
#include <span>

namespace plumb {

/// Points that hold from `from` (inclusive) up to the next row of the same feature; below the first row its points hold.
struct ScorecardRow {
  std::uint8_t feature;  ///< index into the features
  double from;  ///< value of the feature
  double points;  ///< ln odds; centred, so that an unknown feature (which adds 0) is neutral
};

/// Rows of one feature stand together, `from` ascending.
struct Scorecard {
  double intercept = 0;  ///< ln odds
  std::span<const ScorecardRow> rows;
};

/// Intercept + points of the known features: ln odds. A NaN feature is unknown and adds exactly nothing.
inline double scorecard_sum(const Scorecard& card, std::span<const double> features) {
  double sum = card.intercept;
  for (std::size_t i = 0; i < card.rows.size(); ++i) {
    const ScorecardRow& row = card.rows[i];
    const double x = features[row.feature];
    const bool first = i == 0 || card.rows[i - 1].feature != row.feature;
    const bool last = i + 1 == card.rows.size() || card.rows[i + 1].feature != row.feature;
    const bool known = x == x;
    if (known && (first || x >= row.from) && (last || x < card.rows[i + 1].from)) sum += row.points;
  }
  return sum;
}

}  // namespace plumb
