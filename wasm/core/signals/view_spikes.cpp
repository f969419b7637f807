#include <algorithm>
#include <vector>

#include "shares.hpp"
#include "stats/elementary.hpp"
#include "stats/robust.hpp"

namespace plumb::signals {

std::optional<Evidence> view_spikes(const Observed& observed) {
  struct Point {
    const PostView* view;
    double views, likes_per_view;
  };
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
  for (const auto& p : points) {
    // Far fewer likes a view than usual, on a post far above the account's own range.
    if (p.views - usual_views < model::prior("view_spikes.spreads") * spread) continue;
    if (p.likes_per_view > usual_rate - model::prior("view_spikes.fall")) continue;
    spikes += 1;
    if (p.view->post->id) evidence.items.push_back({ItemKind::post, *p.view->post->id});
  }
  const auto of = static_cast<double>(points.size());
  evidence.seen = {.value = spikes, .of = of, .unit = "posts"};
  evidence.typical = Typical{0, model::prior("view_spikes.high"), model::prior("view_spikes.level"), {}};
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
