#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> hidden_counts(const Observed& observed) {
  double hidden = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (!view.post->likes_hidden.value_or(false) && !view.post->comments_off.value_or(false)) continue;
    hidden += 1;
    if (view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (hidden == 0) return {};
  evidence.seen = {.value = hidden, .of = static_cast<double>(observed.account.posts.size()), .unit = "posts"};
  return evidence;
}

}  // namespace plumb::signals
