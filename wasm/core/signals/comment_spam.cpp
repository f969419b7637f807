#include "comment_shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_spam(const Observed& observed) {
  return comments_of(
      observed, CommentKind::spam,
      {model::prior("comment_spam.base"), model::prior("comment_spam.slope"), model::prior("comment_spam.spread")});
}

}  // namespace plumb::signals
