#include "position.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "benchmarks.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "stats/robust.hpp"
#include "visited.hpp"

namespace plumb {
namespace {

/// A ratio as the page shows it for a typical post.
struct ShownRatio {
  double low, mid, high;  ///< as far as counts are rounded
  double deviation;       ///< of its ln, for the median of so many posts
};

/// @param read  the ln of what one post shows; empty where it shows nothing
template <class Read>
std::optional<ShownRatio> shown_ratio(const Account& account, const Reading& above, const Reading& below, double usual,
                                      Read read) {
  if (above.mid <= 0 || below.low <= 0) return {};
  std::vector<double> logs;
  for (const auto& view : account.posts) {
    if (!view.used()) continue;
    if (const std::optional<double> value = read(view)) logs.push_back(*value);
  }
  if (logs.empty()) return {};
  return ShownRatio{above.low / below.high, above.mid / below.mid, above.high / below.low,
                    deviation_of_median(logs, usual)};
}

std::optional<Reading> followers_of(const Account& account) {
  if (!account.followers) return {};
  const Count& count = *account.snapshot.profile.followers;
  return Reading{static_cast<double>(std::max<std::int64_t>(count.low, 1)), count.mid(),
                 static_cast<double>(count.high)};
}

std::optional<double> log_of(double value) { return log(value + 0.5); }

std::optional<ShownRatio> engagement_ratio(const Account& account, const std::optional<Reading>& below) {
  if (!account.typical_post || !below || account.basis == Basis::comments) return {};
  return shown_ratio(account, *account.typical_post, *below, facts_of(account.snapshot.platform).sigma_likes,
                     [](const PostView& v) { return v.value ? log_of(v.value->mid) : std::nullopt; });
}

std::optional<ShownRatio> views_ratio(const Account& account, const std::optional<Reading>& below) {
  if (!account.views || !below) return {};
  return shown_ratio(account, *account.views, *below, model::prior("sigma.views"),
                     [](const PostView& v) { return v.post->views ? log_of(v.post->views->mid()) : std::nullopt; });
}

std::optional<ShownRatio> per_view_ratio(const Account& account) {
  if (!account.views || !account.engagement_on_viewed || account.basis == Basis::comments) return {};
  const double engagement = *account.engagement_on_viewed;
  return shown_ratio(account, {engagement, engagement, engagement}, *account.views, model::prior("sigma.per_view"),
                     [](const PostView& v) {
                       return v.value && v.post->views
                                  ? std::optional(log(v.value->mid + 0.5) - log(v.post->views->mid() + 0.5))
                                  : std::nullopt;
                     });
}

std::string_view name_of_ratio(Ratio ratio) {
  return ratio == Ratio::engagement_per_follower ? "engagement_per_follower"
         : ratio == Ratio::engagement_per_view   ? "engagement_per_view"
                                                 : "views_per_follower";
}

Ratio ratio_of(Against against) {
  switch (against) {
    case Against::per_follower: return Ratio::engagement_per_follower;
    case Against::per_view: return Ratio::engagement_per_view;
    case Against::views_per_follower: break;
  }
  return Ratio::views_per_follower;
}

/// Whether a row speaks of accounts of this size: no class lends its place to another size.
bool has_class(Platform platform, Ratio ratio, double size) {
  const auto rows = benchmark_rows();
  return std::any_of(rows.begin(), rows.end(), [&](const BenchmarkRow& row) {
    const bool above = !(row.followers_max == row.followers_max) || size <= row.followers_max;
    return row.platform == facts_of(platform).name && row.ratio == name_of_ratio(ratio) && size >= row.followers_min &&
           above;
  });
}

Place place_of(const Peers& peers, double size, double mid, double deviation) {
  const double reach = exp(z_80 * deviation);  // one side: 90 %
  const double most = mid * reach, least = mid / reach;
  constexpr double far = model::prior("position.far"), off = model::prior("position.off");
  if (peers.tail(size, most) <= far) return Place::far_below;
  if (peers.tail(size, least) >= 1 - far) return Place::far_above;
  if (peers.percentile(size, most) <= off) return Place::below;
  return peers.percentile(size, least) >= 1 - off ? Place::above : Place::typical;
}

/// The percentile, no further out than the rows tell.
Percentile percentile_of(const Peers& peers, double size, const Interval& shown, Place place) {
  const bool far = place == Place::far_below || place == Place::far_above;
  double least = model::prior("position.far");
  if (peers.supports_tails(size)) {
    least = std::min(least, model::prior("peers.in_tail") / peers.count(size));
  } else if (!far) {
    least = 0.5 * (1 - peers.typical(size).level);
  }
  const auto at = [&](double ratio) { return std::clamp(peers.percentile(size, ratio), least, 1 - least); };
  return {at(shown.low), at(shown.mid), at(shown.high), shown.level};
}

std::optional<ShownRatio> ratio_shown(const Account& account, Against of, const std::optional<Reading>& followers) {
  return of == Against::per_follower         ? engagement_ratio(account, followers)
         : of == Against::views_per_follower ? views_ratio(account, followers)
                                             : per_view_ratio(account);
}

Interval shown_interval(const ShownRatio& shown) {
  const double reach = exp(z_90 * shown.deviation);
  return {shown.low / reach, shown.mid, shown.high * reach};
}

/// The place among the accounts that the person visited.
std::optional<Position> place_among_visited(const Snapshot& snapshot, Against of, double size,
                                            const ShownRatio& shown) {
  const auto peers = VisitedPeers::find(snapshot, of, size);
  if (!peers) return {};
  Position position;
  position.of = of;
  position.shown = shown_interval(shown);
  position.place = peers->place(shown.mid, shown.deviation);
  const auto at = [&](double ratio) { return peers->percentile(ratio); };
  position.percentile = {at(position.shown.low), at(position.shown.mid), at(position.shown.high), position.shown.level};
  position.typical = peers->typical();
  position.visited = true;
  return position;
}

}  // namespace

double deviation_of_median(std::vector<double> logs, double usual) {
  const auto n = static_cast<double>(logs.size());
  const double own = robust_deviation(logs, *median(logs));
  const double prior_posts = model::prior("nextpost.prior_posts");
  const double variance = (prior_posts * usual * usual + (n - 1) * own * own) / (prior_posts + n - 1);
  return sqrt(median_variance * variance / n);
}

bool shows_views_first(const Account& account) { return 2 * account.with_views > account.used; }

std::optional<Position> position_of(const Account& account, Without without) {
  const auto followers = followers_of(account);
  if (!followers || one_list_of(account.snapshot)) return {};
  const double size = followers->mid;
  std::array<Against, 3> order{Against::per_follower, Against::views_per_follower, Against::per_view};
  if (shows_views_first(account)) std::swap(order[0], order[1]);
  for (const Against of : order) {
    const auto shown = ratio_shown(account, of, followers);
    if (!shown) continue;
    const auto peers = Peers::find(account.snapshot.platform, ratio_of(of), without, PeersFor::place);
    if (!peers || !has_class(account.snapshot.platform, ratio_of(of), size)) continue;
    Position position;
    position.of = of;
    position.shown = shown_interval(*shown);
    position.place = place_of(*peers, size, shown->mid, shown->deviation);
    position.percentile = percentile_of(*peers, size, position.shown, position.place);
    position.typical = peers->typical(size);
    return position;
  }
  for (const Against of : order) {
    const auto shown = ratio_shown(account, of, followers);
    if (!shown) continue;
    if (auto position = place_among_visited(account.snapshot, of, size, *shown)) return position;
  }
  return {};
}

}  // namespace plumb
