#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> returning_commenters(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  if (talk.posts < 2 || talk.distinct_ordinary < model::prior_count("conversation.comments")) return {};
  // Who is under most posts within the hour counts for pod_overlap, and who only repeats for nobody.
  double came_back = 0;
  for (const auto& commenter : talk.commenters) {
    came_back += commenter.individual_posts >= 2 && 2 * commenter.early_posts < commenter.posts;
  }
  const auto of = static_cast<double>(talk.commenters.size());
  Evidence evidence;
  evidence.seen = {.value = came_back, .of = of, .unit = "people"};
  evidence.params.emplace_back("posts", static_cast<double>(talk.posts));
  const double part = part_between(came_back / of, 0, model::prior("returning_commenters.full"));
  evidence.engagement = gamma_tilt(-model::prior("returning_commenters.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
