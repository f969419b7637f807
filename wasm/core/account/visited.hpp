/// @file
/// @brief The accounts of the same platform that the person has visited: a band of peers where nobody published one.
#pragma once

#include <optional>

#include "account.hpp"
#include "report/report.hpp"

namespace plumb {

/// What visited accounts of about the same size show of one ratio.
class VisitedPeers {
 public:
  /// @param of    engagements or views per follower; engagements per view are not kept
  /// @param size  followers of the account that is judged; peers have a third to three times as many
  /// @return empty where fewer than eight such accounts show the ratio
  static std::optional<VisitedPeers> find(const Snapshot& snapshot, Against of, double size);

  /// The middle 80 % of accounts like these, with what so few leave open. It names no published row.
  Typical typical() const;

  /// Share of such accounts below a ratio, from 0.1 to 0.9: what lies beyond the band, so few accounts don't tell.
  double percentile(double ratio) const;

  /// Never far: that takes more accounts than anybody visits. @param deviation  of ln mid
  Place place(double mid, double deviation) const;

 private:
  double centre_ = 0;  ///< ln of the middle ratio
  double reach_ = 0;   ///< from it to the band's edges, in ln
};

}  // namespace plumb
