#include "base/table.hpp"
#include "comment_shares.hpp"
#include "data/checks.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_spam(const Observed& observed) {
  auto evidence = comments_of(
      observed, CommentKind::spam,
      {model::prior("comment_spam.base"), model::prior("comment_spam.slope"), model::prior("comment_spam.spread")});
  if (!evidence) return evidence;
  // Who sells comes uninvited, so that the estimate hardly follows; a page half of whose comments sell is asked about.
  constexpr double base = table::constant(data::checks, "spam.base"),
                   slope = table::constant(data::checks, "spam.slope");
  constexpr double spread = table::constant(data::checks, "spam.spread");
  evidence->apart = share_likelihood({base, slope, spread, 0}, evidence->seen.value, *evidence->seen.of);
  return evidence;
}

}  // namespace plumb::signals
