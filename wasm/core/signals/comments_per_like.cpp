#include <algorithm>
#include <vector>

#include "account/benchmarks.hpp"
#include "base/limits.hpp"
#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> comments_per_like(const Observed& observed) {
  std::vector<double> likes, comments;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->comments) continue;
    likes.push_back(view.post->likes->mid());
    comments.push_back(view.post->comments->mid());
  }
  if (likes.size() < model::prior_count("comments_per_like.posts")) return {};
  const double typical_likes = *median(likes), typical_comments = *median(comments);
  if (typical_likes < 1) return {};
  const double ratio = (typical_comments + 0.5) / typical_likes;
  Evidence evidence;
  // What is told is as the page shows it; the half only keeps the logarithm of none finite.
  evidence.seen = {.value = typical_comments / typical_likes, .of = {}, .unit = "ratio"};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::comments_per_like, observed.without);
  if (!peers) return evidence;
  // The share of likers who comment falls with the crowd. The number of comments tells the crowd here: followers and
  // likes can be bought, and must not make a low ratio look ordinary.
  const double crowd = std::max(log(typical_comments + 1) - log(model::prior("comments_per_like.crowd")), 0.0);
  const double lower = model::prior("comments_per_like.fall") * crowd;
  // The peers' largest size class: the lowest ratio known.
  const auto largest = static_cast<double>(limits::count);
  evidence.typical = peers->typical(largest);
  evidence.typical->low *= exp(-lower);
  evidence.typical->high *= exp(-lower);
  // Few likes say little; the part rises with them, so that likes that are bought only ever speak louder.
  const double part =
      part_between(typical_likes, model::prior("comments_per_like.few"), model::prior("comments_per_like.many"));
  evidence.engagement = lowered_by_gamma(part * std::min(log(ratio) - (peers->log_mid(largest) - lower), 0.0),
                                         model::prior("comments_per_like.scale"));
  return evidence;
}

}  // namespace plumb::signals
