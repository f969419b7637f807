#include <algorithm>
#include <map>
#include <string>

#include "base/table.hpp"
#include "campaigns.hpp"
#include "comment_kinds.hpp"
#include "conversation.hpp"
#include "data/campaigns.hpp"
#include "text/lexicon.hpp"
#include "text/likeness.hpp"
#include "text/shape.hpp"

namespace plumb {
namespace {

constexpr std::uint32_t bit(WordUse use) { return 1u << static_cast<unsigned>(use); }
/// They are counted for nothing but how much a text counts among copies.
constexpr std::uint32_t occasion_uses = bit(WordUse::occasion) | bit(WordUse::congratulation);

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
  double letters = 0;                     ///< of all words, half of those that everybody uses
  std::uint32_t occasion = 0;  ///< bits of the words for a birthday, a death, a feast, and of congratulations
  bool praised = false;  ///< by words that don't congratulate
};

/// For each word the longest listed phrase that begins there is taken; its words are not read again.
WordUses read_uses(const text::Shape& shape) {
  WordUses uses;
  const auto& words = shape.words;
  for (std::size_t i = 0; i < words.size();) {
    std::uint64_t hash = 0;
    std::uint32_t bits = 0, said = 0;
    std::size_t length = 1;
    for (std::size_t n = 1; n <= 3 && i + n <= words.size(); ++n) {
      hash = n == 1 ? words[i] : text::phrase_hash(hash, words[i + n - 1]);
      const std::uint32_t found = lexicon().find(hash);
      said |= found;
      if (const std::uint32_t used = found & ~occasion_uses) bits = used, length = n;
    }
    for (std::size_t u = 0; u < word_use_count; ++u) {
      if (bits >> u & 1) uses.found[u] += length > 1 ? 2 : 1;
    }
    const double n = static_cast<double>(length);
    if (bits & bit(WordUse::conversation)) uses.reacting += n;
    if (bits & (bit(WordUse::praise) | bit(WordUse::filler))) uses.generic += n;
    if (bits & bit(WordUse::praise)) uses.praising += n;
    uses.occasion |= said & occasion_uses;
    uses.praised |= (bits & bit(WordUse::praise)) && !(said & bit(WordUse::congratulation));
    const bool said_by_all = bits & (bit(WordUse::praise) | bit(WordUse::filler) | bit(WordUse::conversation));
    for (std::size_t k = i; k < i + length; ++k) uses.letters += (said_by_all ? 0.5 : 1.0) * shape.lengths[k];
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
    if ((lexicon().find(w) & ~occasion_uses) == 0) words.push_back(w);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double& at(CommentFeatures& f, CommentFeature feature) { return f[static_cast<std::size_t>(feature)]; }

/// @return letters of the words, as WordUses::letters
double measure_uses(const text::Shape& shape, MeasuredComment& m) {
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
  // What somebody tells of, or tells all, offers nothing yet.
  const bool spoken_of = (uses.occasion & bit(WordUse::occasion)) != 0 || (uses.occasion != 0 && !uses.praised);
  m.occasion = spoken_of && cues - (found(WordUse::testimony) > 0) - (found(WordUse::broadcast) > 0) == 0;
  m.only_generic = words > 0 && uses.generic >= words && shape.links + shape.hashtags == 0;
  return uses.letters;
}

MeasuredComment measure(const text::Shape& shape, double& letters) {
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
  letters = measure_uses(shape, m);
  const bool no_words = shape.words.empty() && shape.links + shape.hashtags == 0;
  m.only_emoji = no_words && shape.mentions == 0 && shape.emoji > 0;
  m.only_mentions = no_words && shape.mentions > 0;
  return m;
}

std::uint64_t author_of(const Comment& comment, std::size_t index) {
  if (!comment.author) return 2 * index;  // even: nobody's but this comment's
  std::uint64_t hash = 0xCBF29CE484222325ull;
  for (const char c : *comment.author) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash | 1;
}

/// Adds what campaigns are looked for in.
void keep_trace(const text::Shape& shape, double letters, CommentTrace& trace, CommentTraces& all) {
  trace.words_begin = static_cast<std::uint32_t>(all.words.size());
  all.words.insert(all.words.end(), shape.words.begin(), shape.words.end());
  trace.words_end = static_cast<std::uint32_t>(all.words.size());
  trace.tokens_begin = static_cast<std::uint32_t>(all.tokens.size());
  all.tokens.insert(all.tokens.end(), shape.tokens.begin(), shape.tokens.end());
  trace.tokens_end = static_cast<std::uint32_t>(all.tokens.size());
  trace.letters = letters;
  trace.all_letters = 0;
  for (const std::uint8_t length : shape.lengths) trace.all_letters += length;
  trace.tail = shape.tail;
  trace.tail_kinds = shape.tail_kinds;
  trace.closed = shape.closed;
  trace.unclosed = shape.unclosed;
  trace.disguised = shape.disguised;
  trace.script = static_cast<std::uint8_t>(text::main_script(shape));
  trace.asks = shape.questions > 0;
  trace.names = shape.mentions > 0;
}

/// Letters of a text that its caption has too.
double letters_of_topic(const text::Shape& shape, const std::vector<std::uint64_t>& topic, double& common) {
  double letters = 0;
  for (std::size_t k = 0; k < shape.words.size(); ++k) {
    if (!std::binary_search(topic.begin(), topic.end(), shape.words[k])) continue;
    ++common;
    letters += shape.lengths[k];
  }
  return letters;
}

}  // namespace

std::vector<MeasuredComment> measure_comments(const Snapshot& snapshot, CommentTraces* traces) {
  const std::size_t n = snapshot.comments.size();
  std::vector<MeasuredComment> measured(n);
  CommentTraces own;
  CommentTraces& kept = traces ? *traces : own;
  kept.comments.resize(n);
  std::map<std::string_view, std::vector<std::uint64_t>> topics;
  for (const Post& post : snapshot.posts) {
    if (!post.caption) continue;
    auto words = topic_words(*post.caption);
    kept.topic.insert(kept.topic.end(), words.begin(), words.end());
    if (post.id) topics.emplace(*post.id, std::move(words));
  }
  std::sort(kept.topic.begin(), kept.topic.end());
  std::vector<text::Signature> signatures;
  std::vector<std::size_t> signed_comments;
  std::vector<bool> tells;  // whether the copies of a signed comment say something of spam
  text::Shape shape;
  for (std::size_t i = 0; i < n; ++i) {
    const Comment& comment = snapshot.comments[i];
    if (!comment.text) continue;
    text::read_shape(*comment.text, shape, snapshot.profile.handle);
    double letters = 0, invited = 0;
    measured[i] = measure(shape, letters);
    double& topic = at(measured[i].features, CommentFeature::topic);
    const auto words = comment.post_id ? topics.find(*comment.post_id) : topics.end();
    if (words != topics.end()) {
      double common = 0;
      invited = table::constant(data::campaigns, "copies.invited") * letters_of_topic(shape, words->second, common);
      topic = share(common, static_cast<double>(shape.words.size()));
    }
    at(measured[i].features, CommentFeature::copies) = 1;
    CommentTrace& trace = kept.comments[i];
    trace.author = author_of(comment, i);
    trace.counts = !is_creators(comment, snapshot);
    const double part = measured[i].occasion ? table::constant(data::campaigns, "copies.occasion") : 1.0;
    letters = part * (letters - invited);
    keep_trace(shape, letters, trace, kept);
    trace.all_letters = part * (trace.all_letters - invited);
    // What everybody says counts less only where a text says nothing else.
    trace.letters = measured[i].only_generic ? 0.5 * (trace.letters + trace.all_letters) : trace.all_letters;
    // What the creator says again and again is nobody's campaign.
    if (shape.words.empty() || !trace.counts) continue;
    signatures.push_back(text::signature(shape.plain));
    signed_comments.push_back(i);
    // Short phrases meet by chance.
    tells.push_back(letters > table::constant(data::campaigns, "copies.free"));
  }
  const auto copies = text::find_near_copies(signatures);
  for (std::size_t k = 0; k < copies.size(); ++k) {
    CommentTrace& trace = kept.comments[signed_comments[k]];
    if (tells[k]) at(measured[signed_comments[k]].features, CommentFeature::copies) = copies[k].count;
    trace.copies = copies[k].count;
    trace.copy_group = copies[k].group;
  }
  return measured;
}

}  // namespace plumb
