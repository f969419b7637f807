#include <algorithm>

#include "shares.hpp"
#include "stats/normal.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_off_topic(const Observed& observed) {
  const auto of = static_cast<double>(observed.conversation.with_topic);
  if (of < 1) return {};
  const double off = of - static_cast<double>(observed.conversation.on_topic);
  // Nothing speaks for organic here (`usual` 0): else another comment beside the topic, told twice, would.
  const ShareModel share{model::prior("comment_off_topic.base"), model::prior("comment_off_topic.slope"),
                         model::prior("comment_off_topic.spread"), 0};
  Evidence evidence;
  evidence.seen = {.value = off, .of = of, .unit = "comments"};
  const double reach = z_80 * share.spread;
  evidence.typical = Typical{of * (share.base - reach), of * std::min(share.base + reach, 1.0)};
  evidence.engagement = share_likelihood(share, off, of);
  return evidence;
}

}  // namespace plumb::signals
