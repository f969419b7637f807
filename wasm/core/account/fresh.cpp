#include "fresh.hpp"

#include <algorithm>
#include <vector>

#include "account.hpp"
#include "base/units.hpp"
#include "stats/robust.hpp"

namespace plumb {
namespace {

double days(Time from, Time to) { return static_cast<double>(to - from) / seconds_per_day; }

}  // namespace

std::optional<Fresh> freshness_of(const Snapshot& snapshot, std::optional<double> per_week) {
  if (!snapshot.captured_at || snapshot.posts_order == PostsOrder::top || one_list_of(snapshot)) return {};
  const Post* newest = nullptr;
  std::vector<Time> times;
  for (const auto& post : snapshot.posts) {
    if (!post.at) continue;
    if (newest == nullptr || *post.at > *newest->at) newest = &post;
    if (!post.pinned.value_or(false)) times.push_back(*post.at);
  }
  if (newest == nullptr) return {};
  Fresh fresh;
  fresh.newest = *newest->at;
  fresh.days = std::max(days(fresh.newest, *snapshot.captured_at), 0.0);
  fresh.per_week = per_week;
  std::sort(times.begin(), times.end());
  std::vector<double> gaps;
  for (std::size_t i = 1; i < times.size(); ++i) gaps.push_back(days(times[i - 1], times[i]));
  if (const auto gap = median(gaps)) {
    // Of an age in whole units, the least counts.
    const double surely = fresh.days - static_cast<double>(newest->at_step.value_or(0)) / (2 * seconds_per_day);
    fresh.stale = surely > model::prior("stale.days") && surely > model::prior("stale.gaps") * *gap;
  }
  return fresh;
}

}  // namespace plumb
