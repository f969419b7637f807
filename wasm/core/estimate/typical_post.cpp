#include "typical_post.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "account/position.hpp"
#include "base/model.hpp"
#include "next_post.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"

namespace plumb {
namespace {

/// How far the median of the posts read may lie from that of all that are meant: ln, one end of an interval at
/// `interval_level`. 0 where all are read.
double reach_of(const Account& account) {
  std::vector<double> logs;
  for (const auto& view : account.posts) {
    if (view.used() && view.value) logs.push_back(log(view.value->mid + 0.5));
  }
  double meant = model::prior("typical.posts");
  if (const auto& posts = account.snapshot.profile.posts) meant = std::min(meant, static_cast<double>(posts->high));
  const auto read = static_cast<double>(logs.size());
  const double unread = 1 - read / std::max(meant, 1.0);
  if (logs.empty() || unread <= 0) return 0;
  return t_90(model::prior("nextpost.prior_posts") + read - 1) *
         deviation_of_median(std::move(logs), usual_spread(account)) * sqrt(unread);
}

}  // namespace

Interval organic_of_typical_post(const Interval& organic, const Account& account) {
  const double away = exp(reach_of(account));
  return {organic.low / away, organic.mid, organic.high * away, organic.level};
}

}  // namespace plumb
