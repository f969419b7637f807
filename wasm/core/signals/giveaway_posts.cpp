#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> giveaway_posts(const Observed& observed) {
  double count = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (view.excluded != Exclusion::giveaway) continue;
    count += 1;
    if (view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (count == 0) return {};
  evidence.seen = {.value = count, .of = static_cast<double>(observed.account.posts.size()), .unit = "posts"};
  return evidence;
}

}  // namespace plumb::signals
