#include "comment_shares.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "stats/normal.hpp"

namespace plumb::signals {

std::optional<Evidence> comments_of(const Observed& observed, CommentKind kind, const ShareModel& share) {
  const auto& kinds = observed.conversation.kinds;
  const auto count = static_cast<double>(kinds[static_cast<std::size_t>(kind)]);
  const double of = count + static_cast<double>(observed.conversation.distinct_ordinary);
  if (of < 1) return {};
  Evidence evidence;
  const auto judged = static_cast<double>(observed.conversation.judged);
  evidence.seen = {.value = count, .of = judged, .unit = "comments"};
  const double reach = z_80 * share.spread;
  evidence.typical = Typical{judged * std::max(share.base - reach, 0.0), judged * (share.base + reach)};
  ShareModel scaled = share;
  scaled.usual *= part_between(of - count, 0, model::prior("usual.comments"));
  evidence.engagement = share_likelihood(scaled, count, of);
  for (std::size_t i = 0; i < observed.comments.size(); ++i) {
    const Comment& comment = observed.snapshot.comments[i];
    if (!observed.comments[i].known || observed.comments[i].kind != kind || !comment.id) continue;
    if (is_creators(comment, observed.snapshot)) continue;
    evidence.items.push_back({ItemKind::comment, *comment.id});
    if (evidence.items.size() == limits::items) break;
  }
  return evidence;
}

}  // namespace plumb::signals
