#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> thread_depth(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  if (!talk.sees_threads || talk.distinct_ordinary < model::prior_count("conversation.comments")) return {};
  const auto replies = static_cast<double>(talk.replies), of = static_cast<double>(talk.others);
  Evidence evidence;
  evidence.seen = {.value = replies, .of = of, .unit = "comments"};
  const double part = part_between(replies / of, 0, model::prior("thread_depth.full"));
  evidence.engagement = gamma_tilt(-model::prior("thread_depth.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
