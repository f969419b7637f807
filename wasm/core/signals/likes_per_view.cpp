#include <algorithm>
#include <vector>

#include "rates.hpp"
#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> likes_per_view(const Observed& observed) {
  std::vector<double> likes, views;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->views) continue;
    likes.push_back(view.post->likes->mid());
    views.push_back(view.post->views->mid());
  }
  const auto typical_views = median(views);
  if (!typical_views || *typical_views <= 0) return {};
  const double ratio = *median(likes) / *typical_views;
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::likes_per_view, observed.without);
  if (!peers) return evidence;
  const double size = observed.account.followers.value_or(1.0);
  evidence.typical = peers->typical(size);
  evidence.engagement =
      raised_by_gamma(log(std::max(ratio, 1e-9)) - peers->log_mid(size), per_view_scale(likes.size()));
  return evidence;
}

}  // namespace plumb::signals
