#include "comments_per_like.hpp"

#include <algorithm>
#include <vector>

#include "../benchmarks.hpp"
#include "../stats/elementary.hpp"
#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comments_per_like(const Observed& observed) {
  std::vector<double> ratios, counts;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->comments || view.post->likes->mid() < 20) continue;
    ratios.push_back((view.post->comments->mid() + 0.5) / view.post->likes->mid());
    counts.push_back(view.post->comments->mid());
  }
  if (ratios.size() < 5) return {};
  const double ratio = *median(ratios);
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::comments_per_like);
  if (!peers) return evidence;
  // The share of likers who comment falls with the crowd. The number of comments tells the crowd here: followers and
  // likes can be bought, and must not make a low ratio look ordinary.
  const double crowd = std::max(log(*median(counts) + 1) - log(model::prior("comments_per_like.crowd")), 0.0);
  const double lower = model::prior("comments_per_like.fall") * crowd;
  const double largest = 1e12;  // the peers' largest size class: the lowest ratio known
  evidence.typical = peers->typical(largest);
  evidence.typical->low *= exp(-lower);
  evidence.typical->high *= exp(-lower);
  evidence.engagement = lowered_by_gamma(log(ratio) - (peers->log_mid(largest) - lower),
                                         model::prior("comments_per_like.scale"));
  return evidence;
}

}  // namespace plumb::signals
