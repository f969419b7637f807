#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> sponsored_share(const Observed& observed) {
  double count = 0, known = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (!view.post->sponsored && view.post->sponsors.empty()) continue;
    known += 1;
    if (!view.sponsored()) continue;
    count += 1;
    if (view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (known == 0) return {};
  evidence.seen = {.value = count, .of = static_cast<double>(observed.account.posts.size()), .unit = "posts"};
  return evidence;
}

}  // namespace plumb::signals
