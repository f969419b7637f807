#include "visited.hpp"

#include <algorithm>
#include <vector>

#include "base/model.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "stats/robust.hpp"

namespace plumb {
namespace {

constexpr double level = 0.8;

}  // namespace

std::optional<VisitedPeers> VisitedPeers::find(const Snapshot& snapshot, Against of, double size) {
  if (of == Against::per_view) return {};
  constexpr double span = model::prior("visited.span"), least = model::prior("visited.least");
  std::vector<double> logs;
  for (const auto& peer : snapshot.peers) {
    const auto& shown = of == Against::per_follower ? peer.per_post : peer.views;
    if (!peer.followers || !shown || peer.followers->mid() <= 0) continue;
    const double followers = peer.followers->mid();
    if (followers * span < size || followers > size * span) continue;
    logs.push_back(log(shown->mid() + 0.5) - log(followers));
  }
  const auto n = static_cast<double>(logs.size());
  if (n < least) return {};
  VisitedPeers peers;
  peers.centre_ = *median(logs);
  const double own = robust_deviation(logs, peers.centre_);
  constexpr double usual = model::prior("visited.sd"), weight = model::prior("visited.prior_accounts");
  const double variance = (weight * usual * usual + (n - 1) * own * own) / (weight + n - 1);
  // Neither are the few accounts all, nor is their median known well.
  peers.reach_ = z_80 * sqrt(variance * (1 + median_variance / n));
  return peers;
}

Typical VisitedPeers::typical() const {
  Typical out;
  out.low = exp(centre_ - reach_);
  out.high = exp(centre_ + reach_);
  out.level = level;
  return out;
}

double VisitedPeers::percentile(double ratio) const {
  const double odds_at_edge = log((1 + level) / (1 - level));
  const double distance = log(std::max(ratio, 1e-12)) - centre_;
  constexpr double least = (1 - level) / 2;
  return std::clamp(1 / (1 + exp(-distance / reach_ * odds_at_edge)), least, 1 - least);
}

Place VisitedPeers::place(double mid, double deviation) const {
  const double reach = exp(z_80 * deviation);  // one side: 90 %
  constexpr double off = model::prior("position.off");
  if (percentile(mid * reach) <= off) return Place::below;
  return percentile(mid / reach) >= 1 - off ? Place::above : Place::typical;
}

}  // namespace plumb
