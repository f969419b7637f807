#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> likes_above_views(const Observed& observed) {
  double above = 0, of = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->views) continue;
    of += 1;
    above += view.likes_above_views;
    if (view.likes_above_views && view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (of < model::prior("likes_above_views.posts")) return {};
  evidence.seen = {.value = above, .of = of, .unit = "posts"};
  evidence.typical = Typical{0, 0, model::prior("likes_above_views.level"), {}};
  // None is what every account shows: no evidence either way. Some never speak for organic engagement (`usual` 0).
  if (above > 0) {
    evidence.engagement = share_likelihood({.base = model::prior("likes_above_views.base"),
                                            .slope = model::prior("likes_above_views.slope"),
                                            .spread = model::prior("likes_above_views.spread"),
                                            .usual = 0},
                                           above, of);
  }
  return evidence;
}

}  // namespace plumb::signals
