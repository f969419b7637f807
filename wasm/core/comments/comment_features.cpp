#include <algorithm>
#include <map>
#include <string>

#include "comment_kinds.hpp"
#include "text/lexicon.hpp"
#include "text/likeness.hpp"
#include "text/shape.hpp"

namespace plumb {
namespace {

constexpr std::uint32_t bit(WordUse use) { return 1u << static_cast<unsigned>(use); }

const text::Lexicon& lexicon() {
  static const text::Lexicon table = [] {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> terms;
    for (std::size_t row = 0; row < comment_lexicon_size(); ++row) {
      const LexiconTerm t = comment_lexicon_term(row);
      terms.emplace_back(text::word_hash(t.term), bit(t.use));
    }
    return text::Lexicon(terms);
  }();
  return table;
}

struct WordUses {
  std::array<double, word_use_count> found{};  ///< terms of each use; a longer phrase counts beside its words
  double reacting = 0;                    ///< words that belong to conversation
  double generic = 0;                     ///< words that belong to praise or filler
  double praising = 0;
};

/// For each word the longest listed phrase that begins there is taken; its words are not read again.
WordUses read_uses(const text::Shape& shape) {
  WordUses uses;
  const auto& words = shape.words;
  for (std::size_t i = 0; i < words.size();) {
    std::uint64_t hash = 0;
    std::uint32_t bits = 0;
    std::size_t length = 1;
    for (std::size_t n = 1; n <= 3 && i + n <= words.size(); ++n) {
      hash = n == 1 ? words[i] : text::phrase_hash(hash, words[i + n - 1]);
      if (const std::uint32_t found = lexicon().find(hash)) bits = found, length = n;
    }
    for (std::size_t u = 0; u < word_use_count; ++u) {
      if (bits >> u & 1) uses.found[u] += length > 1 ? 2 : 1;
    }
    const double n = static_cast<double>(length);
    if (bits & bit(WordUse::conversation)) uses.reacting += n;
    if (bits & (bit(WordUse::praise) | bit(WordUse::filler))) uses.generic += n;
    if (bits & bit(WordUse::praise)) uses.praising += n;
    i += length;
  }
  return uses;
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// Words of a caption that are long enough to tell a topic.
std::vector<std::uint64_t> topic_words(const std::string& caption) {
  text::Shape shape;
  text::read_shape(caption, shape);
  std::vector<std::uint64_t> words;
  for (std::uint64_t w : shape.words) {
    if (lexicon().find(w) == 0) words.push_back(w);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double& at(CommentFeatures& f, CommentFeature feature) { return f[static_cast<std::size_t>(feature)]; }

void measure_uses(const text::Shape& shape, MeasuredComment& m) {
  const WordUses uses = read_uses(shape);
  const double words = static_cast<double>(shape.words.size());
  const auto found = [&](WordUse use) { return uses.found[static_cast<std::size_t>(use)]; };
  CommentFeatures& f = m.features;
  at(f, CommentFeature::promotion) = found(WordUse::promotion);
  at(f, CommentFeature::solicitation) = found(WordUse::solicitation);
  at(f, CommentFeature::finance) = found(WordUse::finance);
  at(f, CommentFeature::contact) = found(WordUse::contact);
  at(f, CommentFeature::testimony) = found(WordUse::testimony);
  at(f, CommentFeature::broadcast) = found(WordUse::broadcast);
  at(f, CommentFeature::conversation_share) = share(uses.reacting, words);
  at(f, CommentFeature::praise_share) = share(uses.praising, words);
  double cues = 0;
  for (WordUse use : {WordUse::promotion, WordUse::solicitation, WordUse::finance, WordUse::contact, WordUse::testimony,
                      WordUse::broadcast}) {
    cues += found(use) > 0;
  }
  cues += (shape.links > 0) + (shape.offering_names > 0) + (shape.amounts > 0) + (shape.long_numbers > 0) +
          (shape.endorsed_names > 0) + (shape.money_emoji > 0);
  at(f, CommentFeature::cues) = cues;
  const bool somewhere = shape.mentions + shape.hashtags + shape.links + shape.long_numbers > 0;
  const double asked = found(WordUse::finance) + found(WordUse::contact) + found(WordUse::promotion) +
                       found(WordUse::testimony) + 2.0 * shape.amounts + 2.0 * shape.offering_names;
  at(f, CommentFeature::offer) = somewhere ? asked : 0;
  m.only_generic = words > 0 && uses.generic >= words && shape.links + shape.hashtags == 0;
}

MeasuredComment measure(const text::Shape& shape) {
  MeasuredComment m;
  m.known = true;
  CommentFeatures& f = m.features;
  at(f, CommentFeature::words) = static_cast<double>(shape.words.size());
  at(f, CommentFeature::links) = shape.links;
  at(f, CommentFeature::mentions) = shape.mentions;
  at(f, CommentFeature::hashtags) = shape.hashtags;
  at(f, CommentFeature::offering_names) = shape.offering_names;
  at(f, CommentFeature::decorated_names) = shape.decorated_names;
  at(f, CommentFeature::endorsed_names) = shape.endorsed_names;
  at(f, CommentFeature::money_emoji) = shape.money_emoji;
  at(f, CommentFeature::amounts) = shape.amounts;
  at(f, CommentFeature::long_numbers) = shape.long_numbers;
  at(f, CommentFeature::shout) = shape.letters >= 8 ? share(shape.capitals, shape.letters) : 0;
  at(f, CommentFeature::disguised) = share(shape.disguised, shape.letters);
  at(f, CommentFeature::emoji_share) = share(shape.emoji, shape.characters);
  measure_uses(shape, m);
  const bool no_words = shape.words.empty() && shape.links + shape.hashtags == 0;
  m.only_emoji = no_words && shape.mentions == 0 && shape.emoji > 0;
  m.only_mentions = no_words && shape.mentions > 0;
  return m;
}

}  // namespace

std::vector<MeasuredComment> measure_comments(const Snapshot& snapshot) {
  const std::size_t n = snapshot.comments.size();
  std::vector<MeasuredComment> measured(n);
  std::map<std::string_view, std::vector<std::uint64_t>> topics;
  for (const Post& post : snapshot.posts) {
    if (post.id && post.caption) topics.emplace(*post.id, topic_words(*post.caption));
  }
  std::vector<text::Signature> signatures;
  std::vector<std::size_t> signed_comments;
  text::Shape shape;
  for (std::size_t i = 0; i < n; ++i) {
    const Comment& comment = snapshot.comments[i];
    if (!comment.text) continue;
    text::read_shape(*comment.text, shape, snapshot.profile.handle);
    measured[i] = measure(shape);
    double& topic = at(measured[i].features, CommentFeature::topic);
    const auto words = comment.post_id ? topics.find(*comment.post_id) : topics.end();
    if (words != topics.end()) {
      double common = 0;
      for (std::uint64_t w : shape.words) common += std::binary_search(words->second.begin(), words->second.end(), w);
      topic = share(common, static_cast<double>(shape.words.size()));
    }
    at(measured[i].features, CommentFeature::copies) = 1;
    if (shape.words.empty()) continue;
    signatures.push_back(text::signature(shape.plain));
    signed_comments.push_back(i);
  }
  const auto copies = text::count_near_copies(signatures);
  for (std::size_t k = 0; k < copies.size(); ++k) {
    at(measured[signed_comments[k]].features, CommentFeature::copies) = copies[k];
  }
  return measured;
}

}  // namespace plumb
