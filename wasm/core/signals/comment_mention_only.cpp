#include "comment_shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_mention_only(const Observed& observed) {
  return comments_of(observed, CommentKind::mention_only,
                     {model::prior("comment_mention_only.base"), model::prior("comment_mention_only.slope"),
                      model::prior("comment_mention_only.spread")});
}

}  // namespace plumb::signals
