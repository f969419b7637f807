/// @file
/// @brief Traces that a campaign leaves in any language: one token under many names, one template, rare emoji, one shape.
///
/// No list of words is used. What is rare is rare among the comments of this page, and against how people write in
/// general: each trace is −ln of the probability that a person's comment would show as much (nats), cut and weighted by
/// wasm/data/campaigns.tsv. A person's comment has 0 of most of them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/shape.hpp"

namespace plumb {

/// What is kept of a comment's text, beside the features of the scorecard.
struct CommentTrace {
  std::uint32_t words_begin = 0, words_end = 0;  ///< of CommentTraces::words
  std::uint32_t tokens_begin = 0, tokens_end = 0;  ///< of CommentTraces::tokens
  std::uint64_t author = 0;  ///< the same for one author; each comment its own where none is known
  std::uint64_t copy_group = 0;  ///< near-copies of one text; 0: none
  std::uint32_t copies = 1;  ///< near-copies, itself counted
  /// Letters of the words, those of Han, kana and Hangul twice; half of what everybody says, a quarter of what the caption
  /// says: what the text tells by itself.
  double letters = 0;
  double all_letters = 0;  ///< the same without the halves of what everybody says
  std::array<char32_t, 3> tail{};
  std::uint32_t tail_kinds = 0, closed = 0, unclosed = 0, disguised = 0;
  std::uint8_t script = text::no_script;  ///< text::main_script
  bool asks = false;  ///< has a question mark
  bool names = false;  ///< mentions somebody, the creator apart
  bool counts = false;  ///< has a text and is not the creator's
};

struct CommentTraces {
  std::vector<CommentTrace> comments;  ///< one for each comment of the snapshot
  std::vector<std::uint64_t> words;  ///< text::Shape::words of all comments
  std::vector<text::Token> tokens;  ///< text::Shape::tokens of all comments
  std::vector<std::uint64_t> topic;  ///< words of captions and names of the account, sorted

  std::span<const std::uint64_t> words_of(const CommentTrace& comment) const {
    return std::span(words).subspan(comment.words_begin, comment.words_end - comment.words_begin);
  }
};

/// What speaks for a campaign in one comment, nats.
struct CampaignEvidence {
  double disguise = 0, token = 0, tail = 0, copies = 0;  ///< hard traces
  double form = 0;  ///< polished sentences: people write them too
  double learned = 0;  ///< likeness to the other comments that stand out; may be below 0
  /// Of the text against being written alike by chance: from 1 on a repetition.
  double repetition = 0;
  std::uint64_t shared_token = 0;  ///< hash of the strongest token that others have too; 0: none
  std::uint32_t token_authors = 0;  ///< who have it

  double hard() const { return disguise + token + tail + copies; }
  /// All traces; polish and likeness alone stay below what accuses.
  double total() const;
  /// The same without what was learned from other comments: more comments that repeat never lower it.
  double own() const;
};

/// Evidence of each comment, in order; does not depend on the order of the others. Linear but for one sort.
std::vector<CampaignEvidence> find_campaigns(const CommentTraces& traces);

}  // namespace plumb
