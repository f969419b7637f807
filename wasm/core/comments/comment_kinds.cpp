#include "comment_kinds.hpp"

#include <algorithm>

#include "base/table.hpp"
#include "data/campaigns.hpp"
#include "data/comments.hpp"
#include "stats/elementary.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::comments, name); }
consteval double campaign_model(std::string_view name) { return table::constant(data::campaigns, name); }

/// The more a text tells and the more have it, the less likely that each was written by a person for this post.
double repeat_probability(const CampaignEvidence& evidence) {
  if (evidence.repetition < 1) return 0;
  return 1 - 1 / (1 + key("repeat.odds") * evidence.repetition * evidence.repetition);
}

/// @param card  probability of spam by the scorecard
CommentKind kind_of(const MeasuredComment& comment, const CampaignEvidence& evidence, double card) {
  if (comment.only_mentions) return CommentKind::mention_only;
  if (comment.only_emoji) return CommentKind::emoji_only;
  if (card >= comment_model().spam_from) return CommentKind::spam;
  if (evidence.repetition >= 1) return CommentKind::repeat;
  // What was learned from other comments makes no kind: else comments that are added could make another one ordinary.
  const bool campaign = campaign_probability(evidence.own()) >= comment_model().spam_from;
  // A name in disguise, or one name under many authors, is there to be turned to: an offer. The rest is one text in many coats.
  if (campaign)
    return evidence.disguise + evidence.token > evidence.tail + evidence.copies ? CommentKind::spam
                                                                                : CommentKind::repeat;
  return comment.only_generic ? CommentKind::generic : CommentKind::ordinary;
}

double base_of(CommentKind kind) {
  const CommentModel& model = comment_model();
  if (kind == CommentKind::mention_only) return model.mention;
  if (kind == CommentKind::emoji_only) return model.emoji;
  return kind == CommentKind::generic ? model.generic : 0;
}

}  // namespace

double campaign_probability(double nats) {
  return logistic(campaign_model("campaign.slope") * (nats - campaign_model("campaign.from")));
}

JudgedComments judge_comments(const Snapshot& snapshot) {
  JudgedComments judged;
  const auto measured = measure_comments(snapshot, &judged.traces);
  judged.evidence = find_campaigns(judged.traces);
  judged.scores.resize(measured.size());
  for (std::size_t i = 0; i < measured.size(); ++i) {
    if (!measured[i].known) continue;
    const CampaignEvidence& evidence = judged.evidence[i];
    const double card = logistic(scorecard_sum(comment_model().spam, measured[i].features));
    const double campaign = std::max(campaign_probability(evidence.total()), repeat_probability(evidence));
    CommentScore& score = judged.scores[i];
    score.known = true;
    score.kind = kind_of(measured[i], evidence, card);
    // Either makes it one: spam needs its words, campaigns need none. What could be anybody's is at least what such texts
    // are among labelled ones: hardly ever scripted.
    score.atypical = std::max(1 - (1 - card) * (1 - campaign), base_of(score.kind));
  }
  return judged;
}

std::vector<CommentScore> score_comments(const Snapshot& snapshot) { return judge_comments(snapshot).scores; }

}  // namespace plumb
