#include "shares.hpp"
#include "stats/normal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_languages(const Observed& observed) {
  const auto of = static_cast<double>(observed.conversation.with_language);
  if (of < model::prior("comment_languages.comments")) return {};
  const auto foreign = static_cast<double>(observed.conversation.foreign_language);
  const ShareModel share{model::prior("comment_languages.base"), model::prior("comment_languages.slope"),
                         model::prior("comment_languages.spread"), 0};
  Evidence evidence;
  evidence.seen = {.value = foreign, .of = of, .unit = "comments"};
  evidence.typical = Typical{0, of * (share.base + z_80 * share.spread)};
  // A home audience is no proof of organic comments: a usual share says nothing.
  evidence.engagement = share_likelihood(share, foreign, of);
  return evidence;
}

}  // namespace plumb::signals
