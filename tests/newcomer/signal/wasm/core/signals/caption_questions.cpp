#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> caption_questions(const Observed& observed) {
  double asked = 0, of = 0;
  Evidence evidence;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->caption) continue;
    of += 1;
    if (view.post->caption->find('?') == std::string::npos) continue;
    asked += 1;
    if (view.post->id) evidence.items.push_back({ItemKind::post, *view.post->id});
  }
  if (of == 0) return {};
  evidence.seen = {.value = asked, .of = of, .unit = "posts"};
  const double part = part_between(asked / of, 0, model::prior("caption_questions.full"));
  evidence.engagement = gamma_tilt(-model::prior("caption_questions.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
