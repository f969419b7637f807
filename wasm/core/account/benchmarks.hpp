/// @file
/// @brief What peers show: rows of wasm/data/benchmarks.tsv, looked up by ratio and size.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/without.hpp"
#include "report/report.hpp"

namespace plumb {

/// A ratio is named by its denominator: only equal names are ever compared.
enum class Ratio : std::uint8_t {
  engagement_per_follower,
  engagement_per_view,
  views_per_follower,
  likes_per_view,
  comments_per_like
};

/// What the rows are wanted for. A convenience sample (trust B) tells where an account stands among its accounts; what is
/// real is estimated from rows of trust A alone.
enum class PeersFor : std::uint8_t { estimate, place };

/// What peers of one platform show of one ratio, over the size of the account.
class Peers {
 public:
  /// @return empty where the table has no row of this platform and ratio but those left out
  static std::optional<Peers> find(Platform platform, Ratio ratio, Without without = {},
                                   PeersFor use = PeersFor::estimate);

  /// ln of the peers' middle ratio at a size. Between the middles of two size classes it is interpolated in
  /// ln followers, outside it is constant. Falls more slowly than 1/followers (a test checks the table), so that
  /// more followers with the same engagement never look better.
  double log_mid(double followers) const;

  /// What each size class says, by size.
  struct Middle {
    double log_size = 0;  ///< ln followers that stand for the class
    double log_mid = 0;  ///< ln of its middle ratio
  };
  std::vector<Middle> middles() const;

  /// The peers' central range at a size, and the ids of the rows that were interpolated.
  Typical typical(double followers) const;

  /// Share of the peers below a ratio, from 0.001 to 0.999: two halves of logistic distributions in ln ratio that meet at
  /// the middle. Their tails are as those of 7,554 TikTok accounts and YouTube channels (TIDES: the lowest 0.5 % lie 1.8
  /// to 2.9 times as far from the middle as the lowest 10 %; 2.4 here, 2.0 with a normal distribution).
  double percentile(double followers, double ratio) const;

  /// The same for what is far from the middle, without the clamp. Where the rows don't support it (supports_tails), their
  /// edges are read as quartiles: who is far then, is far by any reading of them.
  double tail(double followers, double ratio) const;

  /// Whether the rows say what lies beyond 19 of 20: their edges were counted, not read off a band whose percentiles nobody
  /// states, and at least three accounts lie beyond.
  bool supports_tails(double followers) const;

  /// Accounts behind the smaller of the rows in use.
  double count(double followers) const;

 private:
  struct Place {
    std::size_t first = 0, second = 0;
    double weight = 0;  ///< of the second row
  };
  std::vector<std::size_t> rows_;  ///< by size
  Place place(double followers) const;
  double below(double followers, double ratio, double level) const;
};

/// Lines of the table, and what the tests need of them.
struct BenchmarkRow {
  std::string_view id, platform, ratio, numerator, denominator, trust;
  double followers_min = 0, followers_max = 0, low = 0, mid = 0, high = 0, level = 0;
};
std::vector<BenchmarkRow> benchmark_rows();

}  // namespace plumb
