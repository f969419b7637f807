#include "comment_shares.hpp"

namespace plumb::signals {

std::optional<Evidence> comment_generic(const Observed& observed) {
  return comments_of(observed, CommentKind::generic,
                     {model::prior("comment_generic.base"), model::prior("comment_generic.slope"),
                      model::prior("comment_generic.spread")});
}

}  // namespace plumb::signals
