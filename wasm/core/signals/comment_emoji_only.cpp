#include "comment_shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_emoji_only(const Observed& observed) {
  return comments_of(observed, CommentKind::emoji_only,
                     {model::prior("comment_emoji_only.base"), model::prior("comment_emoji_only.slope"),
                      model::prior("comment_emoji_only.spread")});
}

}  // namespace plumb::signals
