/// @file
/// @brief What the comments say together: kinds, threads, who came back, who was always there first.
///
/// Counts only, so that nothing depends on the order of the comments.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "comment_kinds.hpp"
#include "snapshot/snapshot.hpp"

namespace plumb {

inline constexpr std::size_t comment_kind_count = 6;

/// One commenter (not the creator).
struct Commenter {
  std::string_view name;
  std::size_t posts = 0;             ///< posts commented on
  std::size_t individual_posts = 0;  ///< posts under which a comment of theirs reads like an individual person's
  std::size_t early_posts = 0;       ///< posts commented on within an hour of their appearance
  std::size_t comments = 0;
};

struct Conversation {
  /// @param scores  one for each comment of the snapshot
  /// @param traces  of measure_comments, which has read the texts
  Conversation(const Snapshot& snapshot, std::span<const CommentScore> scores, const CommentTraces& traces);

  std::size_t others = 0;        ///< comments that are not the creator's
  std::size_t judged = 0;        ///< of those, with a text
  std::array<std::size_t, comment_kind_count> kinds{};  ///< of the judged, by CommentKind
  std::size_t distinct_ordinary = 0;  ///< ordinary comments, those of the same words once
  double scripted = 0;           ///< Σ atypical of the judged that are more likely scripted than not
  std::size_t alike = 0;  ///< judged whose words are those that most have, each author once; no words of the caption
  double alike_elsewhere =
      0;  ///< the same without those under the post that has most of them, as if all posts were left
  double anybodys = 0;  ///< judged that anybody could have written: praise in general, emoji, names

  bool sees_creator = false;  ///< whether the creator's own comments can be told
  std::size_t by_creator = 0;
  std::size_t replied = 0;  ///< others' comments that the creator answered or liked
  std::size_t questions = 0;  ///< others' comments that ask
  std::size_t answered = 0;  ///< of those, answered by the creator
  bool sees_threads = false;  ///< whether answers can be told from comments
  std::size_t replies = 0;  ///< others' comments that answer a comment

  std::size_t with_topic = 0;  ///< ordinary comments of four words or more under a captioned post
  std::size_t on_topic = 0;  ///< of those, sharing a word with the caption

  std::size_t foreign_language =
      0;  ///< distinct texts, ordinary or repeated, in none of the creator's languages or scripts
  std::size_t with_language = 0;  ///< those, and the distinct ordinary ones in the creator's

  std::vector<Commenter> commenters;  ///< by name
  std::size_t posts = 0;  ///< distinct posts that the comments name
  std::size_t ordinary_posts = 0;  ///< of those, with an ordinary comment
  bool timed = false;  ///< whether ten comments or more can be placed after their post
};

/// Whether a comment is the creator's own.
bool is_creators(const Comment& comment, const Snapshot& snapshot);

/// Whether two handles are the same: compared without case (ASCII) and without a leading @.
bool same_handle(std::string_view a, std::string_view b);

}  // namespace plumb
