#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> questions_answered(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  if (!talk.sees_creator || !talk.sees_threads || talk.questions == 0) return {};
  const auto answered = static_cast<double>(talk.answered), of = static_cast<double>(talk.questions);
  Evidence evidence;
  evidence.seen = {.value = answered, .of = of, .unit = "comments"};
  evidence.engagement = gamma_tilt(-model::prior("questions_answered.strength") * answered /
                                   (of + model::prior("questions_answered.pseudo")));
  return evidence;
}

}  // namespace plumb::signals
