#include <algorithm>
#include <map>
#include <vector>

#include "base/table.hpp"
#include "data/checks.hpp"
#include "shares.hpp"
#include "split.hpp"
#include "stats/elementary.hpp"
#include "stats/robust.hpp"

namespace plumb::signals {
namespace {

consteval double key(std::string_view name) { return table::constant(data::checks, name); }

struct Point {
  const PostView* view;
  double views, likes_per_view;
};

/// Shorts are seen otherwise than films: the likes for each view of a kind with enough posts are set against its own middle.
std::vector<double> against_own_kind(const std::vector<Point>& points, double usual) {
  std::map<PostKind, std::vector<double>> by_kind;
  for (const auto& p : points) by_kind[p.view->post->kind].push_back(p.likes_per_view);
  std::map<PostKind, double> middles;
  for (auto& [kind, alike] : by_kind) {
    middles[kind] = alike.size() >= model::prior_count("view_spikes.posts") ? *median(alike) : usual;
  }
  std::vector<double> out;
  for (const auto& p : points) out.push_back(p.likes_per_view - middles[p.view->post->kind] + usual);
  return out;
}

}  // namespace

std::optional<Evidence> view_spikes(const Observed& observed) {
  std::vector<Point> points;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->views ||
        view.post->views->mid() < model::prior("view_spikes.views"))
      continue;
    const double views = log(view.post->views->mid());
    points.push_back({&view, views, log(view.post->likes->mid() + 0.5) - views});
  }
  if (points.size() < model::prior_count("view_spikes.posts")) return {};
  std::vector<double> views, rates;
  for (const auto& p : points) {
    views.push_back(p.views);
    rates.push_back(p.likes_per_view);
  }
  const double usual_views = *median(views), usual_rate = *median(rates);
  const double spread = std::max(robust_deviation(views, usual_views), model::prior("view_spikes.least_spread"));
  Evidence evidence;
  double spikes = 0;
  if (static_cast<double>(points.size()) > table::constant(data::checks, "views.posts")) {
    points.erase(points.begin(), points.end() - static_cast<std::ptrdiff_t>(key("views.posts")));  // the newest
  }
  const auto split = lower_group(against_own_kind(points, usual_rate), key("views.prior"));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& p = points[i];
    // Far fewer likes a view than usual, on a post far above the account's own range; or one of a group of such posts.
    const bool alone = p.views - usual_views >= model::prior("view_spikes.spreads") * spread &&
                       p.likes_per_view <= usual_rate - model::prior("view_spikes.fall");
    if (!alone && split.member[i] < 0.5) continue;
    spikes += 1;
    if (p.view->post->id) evidence.items.push_back({ItemKind::post, *p.view->post->id});
  }
  const auto of = static_cast<double>(points.size());
  evidence.seen = {.value = spikes, .of = of, .unit = "posts"};
  evidence.typical = Typical{0, model::prior("view_spikes.high"), model::prior("view_spikes.level"), {}};
  if (spikes > 0) {
    evidence.apart = share_likelihood(
        {.base = key("views.base"), .slope = key("views.slope"), .spread = key("views.spread"), .usual = 0},
        split.share * of, of);
  }
  // Bought views are part of γ only where the engagement of this report is views.
  if (spikes > 0 && observed.account.basis == Basis::views) {
    evidence.engagement = share_likelihood({.base = model::prior("view_spikes.base"),
                                            .slope = model::prior("view_spikes.slope"),
                                            .spread = model::prior("view_spikes.spread"),
                                            .usual = 0},
                                           spikes, of);
  }
  return evidence;
}

}  // namespace plumb::signals
