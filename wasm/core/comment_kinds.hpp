/// @file
/// @brief What kind of comment each one is, and how likely it is not an individual person's.
#pragma once

#include <vector>

#include "snapshot.hpp"

namespace plumb {

enum class CommentKind : std::uint8_t { ordinary, generic, repeat, spam, mention_only, emoji_only };

struct CommentScore {
  double atypical = 0;  ///< calibrated probability in [0, 1] that it is not an individual person's
  CommentKind kind = CommentKind::ordinary;
  bool known = false;   ///< false where the comment has no text: nothing can be said
};

/// Scores all comments of a snapshot; repetition is judged among them, the topic against the captions.
/// One entry for each comment, in order. The result of a comment does not depend on the order of the others.
/// Linear in the number of comments (up to 20,000).
std::vector<CommentScore> score_comments(const Snapshot& snapshot);

}  // namespace plumb
