#include "comment_kinds.hpp"

#include <algorithm>

#include "data/comments.hpp"
#include "stats/elementary.hpp"
#include "base/table.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::comments, name); }

double value(const MeasuredComment& comment, CommentFeature feature) {
  return comment.features[static_cast<std::size_t>(feature)];
}

/// A text of some words that several people would not write alike by themselves.
bool is_repeat(const MeasuredComment& comment) {
  return value(comment, CommentFeature::words) >= key("repeat.words") &&
         value(comment, CommentFeature::copies) >= key("repeat.copies");
}

/// The longer the text and the more copies, the less likely that each was written by a person for this post.
double repeat_probability(const MeasuredComment& comment) {
  if (!is_repeat(comment)) return 0;
  const bool is_long = value(comment, CommentFeature::words) >= key("repeat.long");
  const bool many = value(comment, CommentFeature::copies) >= key("repeat.many");
  if (is_long) return many ? key("repeat.long_many") : key("repeat.long_few");
  return many ? key("repeat.short_many") : key("repeat.short_few");
}

CommentKind kind_of(const MeasuredComment& comment, double spam) {
  if (comment.only_mentions) return CommentKind::mention_only;
  if (comment.only_emoji) return CommentKind::emoji_only;
  if (spam >= comment_model().spam_from) return CommentKind::spam;
  if (is_repeat(comment)) return CommentKind::repeat;
  return comment.only_generic ? CommentKind::generic : CommentKind::ordinary;
}

double base_of(CommentKind kind) {
  const CommentModel& model = comment_model();
  if (kind == CommentKind::mention_only) return model.mention;
  if (kind == CommentKind::emoji_only) return model.emoji;
  return kind == CommentKind::generic ? model.generic : 0;
}

}  // namespace

std::vector<CommentScore> score_comments(const Snapshot& snapshot) {
  const auto measured = measure_comments(snapshot);
  std::vector<CommentScore> scores(measured.size());
  for (std::size_t i = 0; i < measured.size(); ++i) {
    if (!measured[i].known) continue;
    const double spam = logistic(scorecard_sum(comment_model().spam, measured[i].features));
    CommentScore& score = scores[i];
    score.known = true;
    score.kind = kind_of(measured[i], spam);
    score.atypical = std::max({spam, repeat_probability(measured[i]), base_of(score.kind)});
  }
  return scores;
}

}  // namespace plumb
