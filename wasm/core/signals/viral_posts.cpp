#include "signal.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> viral_posts(const Observed& observed) {
  if (!observed.account.spread) return {};
  double count = 0, of = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.value) continue;
    of += 1;
    if ((log(view.value->mid + 0.5) - *observed.account.centre) / *observed.account.spread <
        model::prior("viral_posts.z"))
      continue;
    count += 1;
    if (view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (count == 0) return {};
  evidence.seen = {.value = count, .of = of, .unit = "posts"};
  return evidence;
}

}  // namespace plumb::signals
