#include <algorithm>
#include <vector>

#include "stats/elementary.hpp"
#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> view_spikes(const Observed& observed) {
  struct Point {
    const PostView* view;
    double views, likes_per_view;
  };
  std::vector<Point> points;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->views || view.post->views->mid() < 100) continue;
    const double views = log(view.post->views->mid());
    points.push_back({&view, views, log(view.post->likes->mid() + 0.5) - views});
  }
  if (points.size() < 8) return {};
  std::vector<double> views, rates, distances;
  for (const auto& p : points) {
    views.push_back(p.views);
    rates.push_back(p.likes_per_view);
  }
  const double usual_views = *median(views), usual_rate = *median(rates);
  for (const auto& p : points) distances.push_back(p.views < usual_views ? usual_views - p.views : p.views - usual_views);
  const double spread = std::max(1.4826 * *median(distances), 0.3);
  Evidence evidence;
  double spikes = 0;
  for (const auto& p : points) {
    // Four times fewer likes a view than usual, on a post far above the account's own range.
    if (p.views - usual_views < 3 * spread || p.likes_per_view > usual_rate - 1.386) continue;
    spikes += 1;
    if (p.view->post->id) evidence.items.push_back({ItemKind::post, *p.view->post->id});
  }
  const auto of = static_cast<double>(points.size());
  evidence.seen = {.value = spikes, .of = of, .unit = "posts"};
  evidence.typical = Typical{0, 1, 0.9, {}};
  // Bought views are part of γ only where the engagement of this report is views.
  if (spikes > 0 && observed.account.basis == Basis::views) {
    evidence.engagement = share_likelihood({.base = 0.02, .slope = 0.6, .spread = 0.08, .usual = 0}, spikes, of);
  }
  return evidence;
}

}  // namespace plumb::signals
