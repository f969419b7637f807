#include "base/table.hpp"
#include "comment_shares.hpp"
#include "data/checks.hpp"

namespace plumb::signals {
namespace {

consteval double key(std::string_view name) { return table::constant(data::checks, name); }

double slope_of(const model::GammaCurve& curve) { return curve.back() - curve.front(); }

}  // namespace

std::optional<Evidence> comment_repetition(const Observed& observed) {
  auto evidence = comments_of(observed, CommentKind::repeat,
                              {model::prior("comment_repetition.base"), model::prior("comment_repetition.slope"),
                               model::prior("comment_repetition.spread")});
  if (!evidence) return evidence;
  // A short praise is nobody's campaign, whoever writes it, and the estimate does not follow it. That one and the same is half of
  // all comments, under post after post, or nearly all under one, is asked about.
  const Conversation& talk = observed.conversation;
  const auto judged = static_cast<double>(talk.judged), alike = static_cast<double>(talk.alike);
  const auto everywhere =
      share_likelihood({key("alike.base"), key("alike.slope"), key("alike.spread"), 0}, talk.alike_elsewhere, judged);
  const auto here =
      share_likelihood({key("alike_here.base"), key("alike_here.slope"), key("alike_here.spread"), 0}, alike, judged);
  const auto& louder = slope_of(everywhere) > slope_of(here) ? everywhere : here;
  // Of people's pages hardly a comment belongs to a group that looks scripted, whatever its members say.
  const auto grouped = static_cast<double>(observed.grouped);
  const auto together =
      share_likelihood({key("grouped.base"), key("grouped.slope"), key("grouped.spread"), 0}, grouped, judged);
  // A text whose words were exchanged is seen to repeat one time in two.
  const double repeats = evidence->seen.value, of = repeats + static_cast<double>(talk.distinct_ordinary);
  evidence->apart = share_likelihood({key("repeat.base"), key("repeat.slope"), key("repeat.spread"), 0}, repeats, of);
  const bool by_group = slope_of(together) > slope_of(louder);
  const auto& loudest = by_group ? together : louder;
  if (slope_of(loudest) <= slope_of(*evidence->apart)) return evidence;
  evidence->apart = loudest;
  evidence->apart_seen = Seen{.value = by_group ? grouped : alike, .of = judged, .unit = "comments"};
  return evidence;
}

}  // namespace plumb::signals
