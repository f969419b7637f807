/// @file
/// @brief What kind of comment each one is, and how likely it is not an individual person's.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "campaigns.hpp"
#include "snapshot/snapshot.hpp"
#include "stats/scorecard.hpp"

namespace plumb {

enum class CommentKind : std::uint8_t { ordinary, generic, repeat, spam, mention_only, emoji_only };

struct CommentScore {
  double atypical = 0;  ///< calibrated probability in [0, 1] that it is not an individual person's
  CommentKind kind = CommentKind::ordinary;
  bool known = false;   ///< false where the comment has no text: nothing can be said
};

/// All that is known of the comments.
struct JudgedComments {
  std::vector<CommentScore> scores;        ///< one for each comment, in order
  std::vector<CampaignEvidence> evidence;  ///< the same
  CommentTraces traces;
};
JudgedComments judge_comments(const Snapshot& snapshot);

/// Probability that a comment belongs to a campaign, from its traces alone.
double campaign_probability(double nats);

/// Scores all comments of a snapshot; repetition is judged among them, the topic against the captions.
/// One entry for each comment, in order. The result of a comment does not depend on the order of the others.
/// Linear in the number of comments (up to 20,000).
std::vector<CommentScore> score_comments(const Snapshot& snapshot);

/// What words are used for; wasm/data/comment_lexicon.tsv.
enum class WordUse : std::uint8_t {
  promotion,
  solicitation,
  finance,
  contact,
  testimony,
  broadcast,
  conversation,
  praise,
  filler,
  occasion,       ///< birthdays, weddings, deaths, feasts: people say the same there, in the words that are said
  congratulation  ///< the same where nothing is praised: "congrats, amazing" is what anybody writes under anything
};
inline constexpr std::size_t word_use_count = 11;

/// The measured features, in the order of wasm/data/comment_scorecard.tsv.
enum class CommentFeature : std::uint8_t {
  words,               ///< number of words
  links,
  mentions,
  hashtags,
  offering_names,      ///< mentions and tags whose name speaks of money or trade
  amounts,             ///< sums of money
  long_numbers,        ///< runs of 7 digits or more
  shout,               ///< capitals ÷ letters, 0 below 8 letters
  disguised,           ///< look-alike letters ÷ letters
  emoji_share,         ///< emoji ÷ characters
  promotion,
  solicitation,
  finance,
  contact,
  testimony,
  broadcast,  ///< terms found
  conversation_share,  ///< terms of reaction ÷ words
  praise_share,        ///< praise ÷ words
  cues,                ///< how many different uses and marks of an offer occur together
  offer,               ///< a name, tag, link or number to turn to × terms of money, contact, promotion
  copies,              ///< near-copies in the snapshot, itself counted
  decorated_names,     ///< mentions and tags dressed with underscores
  endorsed_names,      ///< mentions and tags that follow five words or more
  money_emoji,
  topic,               ///< words that the caption of its post has too ÷ words
};
inline constexpr std::size_t comment_feature_count = 25;
inline constexpr std::array<std::string_view, comment_feature_count> comment_feature_names = {
    "words",        "links",   "mentions",  "hashtags",        "offering_names",     "amounts",
    "long_numbers", "shout",   "disguised", "emoji_share",     "promotion",          "solicitation",
    "finance",      "contact", "testimony", "broadcast",       "conversation_share", "praise_share",
    "cues",         "offer",   "copies",    "decorated_names", "endorsed_names",     "money_emoji",
    "topic"};

/// Feature values; NaN where unknown.
using CommentFeatures = std::array<double, comment_feature_count>;

/// A comment as measured, before any table.
struct MeasuredComment {
  CommentFeatures features{};
  bool known = false;
  bool only_emoji = false, only_mentions = false;
  bool only_generic = false;  ///< nothing but praise, filler and signs
  bool occasion = false;      ///< a birthday, a death, a feast is spoken of, and nothing is offered
};

/// Measures all comments: features, and what they consist of.
/// @param traces  filled with what campaigns are looked for in, where given
std::vector<MeasuredComment> measure_comments(const Snapshot& snapshot, CommentTraces* traces = nullptr);

/// What the fitted card gives, and what stands in wasm/data/comments.tsv.
struct CommentModel {
  Scorecard spam;                  ///< ln odds of spam: offers, self-promotion, scams
  double spam_from;                ///< probability from which the kind is `spam`
  double generic, emoji, mention;  ///< probability where the text could be anybody's
};

/// The fitted tables. Calibration links another definition, to leave a video out.
const CommentModel& comment_model();

struct LexiconTerm {
  WordUse use;
  std::string_view term;
};

/// The rows of wasm/data/comment_lexicon.tsv.
std::size_t comment_lexicon_size();
LexiconTerm comment_lexicon_term(std::size_t row);

}  // namespace plumb
