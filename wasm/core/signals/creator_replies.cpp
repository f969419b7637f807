#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> creator_replies(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  if (!talk.sees_creator || talk.distinct_ordinary < model::prior_count("conversation.comments")) return {};
  const auto replied = static_cast<double>(talk.replied), of = static_cast<double>(talk.others);
  Evidence evidence;
  evidence.seen = {.value = replied, .of = of, .unit = "comments"};
  const double part = part_between(replied / of, 0, model::prior("creator_replies.full"));
  evidence.engagement = gamma_tilt(-model::prior("creator_replies.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
