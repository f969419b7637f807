#include "comment_shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_repetition(const Observed& observed) {
  return comments_of(observed, CommentKind::repeat,
                     {model::prior("comment_repetition.base"), model::prior("comment_repetition.slope"),
                      model::prior("comment_repetition.spread")});
}

}  // namespace plumb::signals
