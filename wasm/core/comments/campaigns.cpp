#include "campaigns.hpp"

#include <algorithm>
#include <numeric>

#include "base/table.hpp"
#include "data/campaigns.hpp"
#include "stats/elementary.hpp"
#include "text/emoji.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::campaigns, name); }

/// Numbers for hashes, 0, 1, 2 … in the order of their first appearance; open addressing.
class Numbering {
 public:
  explicit Numbering(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    slots_.resize(size);
  }
  std::uint32_t number_of(std::uint64_t hash) {
    Slot& slot = slots_[find(hash)];
    if (slot.number == none) slot = {hash, count_++};
    return slot.number;
  }
  /// `none` where the hash was never numbered.
  std::uint32_t known(std::uint64_t hash) const { return slots_[find(hash)].number; }
  std::uint32_t size() const { return count_; }
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = none;
  };
  std::size_t find(std::uint64_t hash) const {
    std::size_t i = (hash ^ (hash >> 29)) & (slots_.size() - 1);
    while (slots_[i].number != none && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
};

/// A token that stands out, over all comments.
struct SharedToken {
  std::uint32_t marked = 0, plain = 0;  ///< authors who wrote it so that it stands out, and others
  text::TokenKind kind = text::TokenKind::account;  ///< the strongest form in which it was met

  /// A word that most write as a word is one, even where somebody dressed it up.
  bool is_word() const { return plain > marked; }
  std::uint32_t authors() const { return is_word() ? marked : marked + plain; }
};

double weight_of(text::TokenKind kind) {
  switch (kind) {
    case text::TokenKind::disguised: return key("token.disguised");
    case text::TokenKind::spaced: return key("token.spaced");
    case text::TokenKind::numbered: return key("token.numbered");
    default: return key("token.account");
  }
}

struct TokenUse {
  std::uint32_t token;
  std::uint64_t author;
  bool plain;  ///< behind the marked ones of its author
  std::uint32_t comment;
  auto operator<=>(const TokenUse&) const = default;
};

/// Counts the authors of each token; a word that is a token elsewhere counts where it stands undisguised, too.
void read_tokens(const CommentTraces& traces, std::vector<CampaignEvidence>& evidence) {
  Numbering numbers(traces.tokens.size());
  std::vector<SharedToken> tokens;
  std::vector<TokenUse> uses;
  const auto is_topic = [&](std::uint64_t hash) {
    return std::binary_search(traces.topic.begin(), traces.topic.end(), hash);
  };
  for (std::uint32_t i = 0; i < traces.comments.size(); ++i) {
    const CommentTrace& c = traces.comments[i];
    if (!c.counts) continue;
    for (std::uint32_t t = c.tokens_begin; t < c.tokens_end; ++t) {
      const text::Token& token = traces.tokens[t];
      if (is_topic(token.hash)) continue;
      const std::uint32_t n = numbers.number_of(token.hash);
      if (n == tokens.size()) tokens.emplace_back();
      tokens[n].kind = std::min(tokens[n].kind, token.kind);
      uses.push_back({n, c.author, false, i});
    }
  }
  if (tokens.empty()) return;
  for (std::uint32_t i = 0; i < traces.comments.size(); ++i) {
    const CommentTrace& c = traces.comments[i];
    if (!c.counts) continue;
    for (std::uint32_t w = c.words_begin; w < c.words_end; ++w) {
      const std::uint32_t n = numbers.known(traces.words[w]);
      // Copies of one text say no more than one that it is a word.
      if (n != Numbering::none) uses.push_back({n, c.copy_group ? c.copy_group : c.author, true, i});
    }
  }
  std::sort(uses.begin(), uses.end());
  for (std::size_t k = 0; k < uses.size(); ++k) {
    const bool new_author = k == 0 || uses[k].token != uses[k - 1].token || uses[k].author != uses[k - 1].author;
    if (new_author) ++(uses[k].plain ? tokens[uses[k].token].plain : tokens[uses[k].token].marked);
  }
  for (const TokenUse& use : uses) {
    const SharedToken& token = tokens[use.token];
    CampaignEvidence& e = evidence[use.comment];
    const bool strong = token.kind != text::TokenKind::account;
    if (token.authors() < (strong ? 2u : 3u) || (use.plain && token.is_word())) continue;
    const double shared = weight_of(token.kind) * log(static_cast<double>(token.authors()));
    if (shared > e.token || (shared == e.token && token.authors() > e.token_authors)) {
      e.token = shared;
      e.token_authors = token.authors();
    }
  }
  // The strongest token by its hash, so that the order of the comments does not choose between equal ones.
  for (std::uint32_t i = 0; i < traces.comments.size(); ++i) {
    const CommentTrace& c = traces.comments[i];
    CampaignEvidence& e = evidence[i];
    if (e.token == 0) continue;
    const auto take = [&](std::uint64_t hash) {
      const std::uint32_t n = numbers.known(hash);
      if (n != Numbering::none && tokens[n].authors() == e.token_authors)
        e.shared_token = std::max(e.shared_token, hash);
    };
    for (std::uint32_t w = c.words_begin; w < c.words_end; ++w) take(traces.words[w]);
    for (std::uint32_t t = c.tokens_begin; t < c.tokens_end; ++t) take(traces.tokens[t].hash);
    e.token = std::min(e.token, key("token.most"));
  }
}

double disguise_of(const CommentTraces& traces, const CommentTrace& c) {
  bool spaced = false, numbered = false;
  for (std::uint32_t t = c.tokens_begin; t < c.tokens_end; ++t) {
    const text::Token& token = traces.tokens[t];
    spaced = spaced || token.kind == text::TokenKind::spaced;
    numbered = numbered || (token.kind == text::TokenKind::numbered &&
                            !std::binary_search(traces.topic.begin(), traces.topic.end(), token.hash));
  }
  if (c.disguised >= 3) return key("disguise.many");
  if (c.disguised == 2 || spaced) return key("disguise.few");
  return numbered ? key("disguise.numbered") : 0;
}

/// Emoji at the end that people hardly use, two kinds or more.
double tail_of(const CommentTrace& c) {
  if (c.tail_kinds < 2) return 0;
  double bits = 0;
  for (std::uint32_t i = 0; i < c.tail_kinds; ++i) bits += text::emoji_bits(c.tail[i]);
  const double mean = bits / c.tail_kinds;
  const double rare = std::clamp((mean - key("tail.usual")) / key("tail.scale"), 0.0, key("tail.most"));
  return rare * c.tail_kinds / 3;
}

double form_of(const CommentTrace& c) {
  if (c.unclosed > 0 || c.closed == 0 || c.letters < key("form.letters")) return 0;
  const double sentences = c.closed >= 2 ? key("form.sentences") : key("form.sentence");
  return sentences + (c.tail_kinds >= 2 ? key("form.tail") : 0);
}

/// How sure it is that nobody would fill a page so, from the share of one text among those that say something.
double filling(double copies, double others) {
  const double share = copies / (copies + others);
  return std::clamp((copies - key("filling.from")) / key("filling.from"), 0.0, 1.0) *
         std::clamp((share - key("copies.part")) / (1 - key("copies.part")), 0.0, 1.0);
}

/// What `copies` near-copies of a text tell, nats: people write short phrases alike by chance, and of a page that consists
/// of one text every letter tells.
/// @param stock  0 to 1: one phrase that many write is a chant, a page of several texts in copies comes from a stock
double told_by(const CommentTrace& c, double copies, double others, double stock) {
  const double sure = filling(copies, others);
  const double usual = key("copies.free") - (key("copies.free") - key("copies.free_stock")) * stock;
  const double free = usual - (usual - key("copies.free_least")) * sure;
  const double letters = c.letters + (c.all_letters - c.letters) * sure;
  return std::max((letters - free) / key("copies.letters"), 0.0) * log(1 + copies);
}

/// Near-copies count by their authors, and by what the text tells.
void read_copies(const CommentTraces& traces, std::vector<CampaignEvidence>& evidence) {
  struct Member {
    std::uint64_t group, author;
    std::uint32_t comment;
    auto operator<=>(const Member&) const = default;
  };
  std::vector<Member> members;
  std::size_t single = 0, pairs = 0;  // what people wrote once, or twice
  double copied = 0, largest = 0;  // comments in three copies or more; the most of one text
  for (std::uint32_t i = 0; i < traces.comments.size(); ++i) {
    const CommentTrace& c = traces.comments[i];
    if (!c.counts) continue;
    if (c.copies < key("repeat.copies") && c.letters >= key("copies.free")) ++(c.copies == 1 ? single : pairs);
    if (c.copy_group) members.push_back({c.copy_group, c.author, i});
    if (c.copies < key("repeat.copies")) continue;
    ++copied;
    largest = std::max(largest, static_cast<double>(c.copies));
  }
  const double others = static_cast<double>(single) + 0.5 * static_cast<double>(pairs);
  std::sort(members.begin(), members.end());
  const double several = std::max(copied - largest, 0.0);
  const double stock =
      std::clamp((several / std::max(several + others, 1.0) - key("stock.from")) / key("stock.from"), 0.0, 1.0) *
      std::clamp((several - key("stock.few")) / key("stock.few"), 0.0, 1.0);
  for (std::size_t begin = 0; begin < members.size();) {
    std::size_t end = begin, authors = 0;
    while (end < members.size() && members[end].group == members[begin].group) {
      authors += end == begin || members[end].author != members[end - 1].author;
      ++end;
    }
    // Who writes one text again and again is one person: further copies of theirs count half.
    const double again = static_cast<double>(end - begin - authors);
    for (std::size_t k = begin; k < end; ++k) {
      const CommentTrace& c = traces.comments[members[k].comment];
      const double copies = std::max(1.0, static_cast<double>(c.copies) - 0.5 * again);
      const double value = told_by(c, copies, others, stock);
      CampaignEvidence& e = evidence[members[k].comment];
      // Two alike may be one comment sent twice.
      if (copies >= 2)
        e.copies = std::min(value, copies < key("repeat.copies") ? key("copies.most_of_two") : key("copies.most"));
      if (copies >= key("repeat.copies")) e.repetition = value / key("repeat.value");
    }
    begin = end;
  }
}

/// How much of the page stands out.
struct Found {
  double all = 0, of = 0;  ///< comments that do, weighted by how much; of
  double part = 0;  ///< how far the others are learned from them: 0 to 1
};
constexpr double unit = 0x10000;  // sums are of whole numbers, so that no order of adding shows

Found part_found(const CommentTraces& traces, const std::vector<CampaignEvidence>& evidence,
                 std::vector<std::uint64_t>* suspicion) {
  std::uint64_t all = 0, of = 0;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (!traces.comments[i].counts) continue;
    const double r = logistic(evidence[i].total() - key("learn.from"));
    const auto whole = static_cast<std::uint64_t>(r * unit);
    if (suspicion) (*suspicion)[i] = whole;
    all += whole;
    ++of;
  }
  Found found{static_cast<double>(all) / unit, static_cast<double>(of), 0};
  // A campaign is a part of the page; a few odd ones among many are no model for the rest.
  if (of > 0) {
    found.part = std::clamp((found.all / found.of - key("learn.part")) / key("learn.part"), 0.0, 1.0) *
                 std::clamp(found.all - 1, 0.0, 1.0);
  }
  return found;
}

/// Learns from the comments that stand out what the others of their campaign look like: naive Bayes on words, emoji at the
/// end and shape, each comment judged without itself.
class Likeness {
 public:
  Likeness(const CommentTraces& traces) : traces_(traces) {
    Numbering numbers(traces.words.size() + 3 * traces.comments.size() + 16);
    begin_.reserve(traces.comments.size() + 1);
    for (const CommentTrace& c : traces.comments) {
      begin_.push_back(static_cast<std::uint32_t>(features_.size()));
      if (!c.counts) continue;
      for (std::uint32_t w = c.words_begin; w < c.words_end; ++w)
        features_.push_back(numbers.number_of(traces.words[w]));
      for (std::uint32_t i = 0; i < c.tail_kinds; ++i)
        features_.push_back(numbers.number_of(0xE0000000ull + c.tail[i]));
      const std::uint64_t sentences = std::min(c.closed, 3u) * 4 + std::min(c.unclosed, 3u);
      const std::uint64_t length = std::min((c.words_end - c.words_begin) / 4, 6u);
      for (const std::uint64_t shape : {0x100 + sentences, 0x200 + length, 0x300 + std::uint64_t{c.tail_kinds}}) {
        features_.push_back(numbers.number_of(shape));
      }
    }
    begin_.push_back(static_cast<std::uint32_t>(features_.size()));
    count_.resize(numbers.size());
    for (const std::uint32_t f : features_) ++count_[f];
  }

  void learn(std::vector<CampaignEvidence>& evidence) {
    std::vector<std::uint64_t> suspicion(evidence.size());
    for (int round = 0; round < 2; ++round) {
      const Found found = part_found(traces_, evidence, &suspicion);
      if (found.part == 0) return;
      judge(evidence, suspicion, found);
    }
  }

 private:
  void judge(std::vector<CampaignEvidence>& evidence, const std::vector<std::uint64_t>& suspicion, const Found& found) {
    std::vector<std::uint64_t> sums(count_.size());
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      for (std::uint32_t k = begin_[i]; k < begin_[i + 1]; ++k) sums[features_[k]] += suspicion[i];
    }
    const auto ratio = [&, all = found.all, of = found.of](std::uint32_t f, double own, double own_count) {
      const double a = key("learn.prior"), n = count_[f] - own_count, r = static_cast<double>(sums[f]) / unit - own;
      const double usual = static_cast<double>(count_[f]) / of;
      const double here = (r + a * usual) / (all - own + a),
                   there = (n - r + a * usual) / (of - own_count - all + own + a);
      return std::clamp(log(here / there), -key("learn.word"), key("learn.word"));
    };
    std::vector<double> common(count_.size(), 0);
    for (std::uint32_t f = 0; f < count_.size(); ++f) {
      if (count_[f] >= many) common[f] = ratio(f, 0, 0);
    }
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const double own = static_cast<double>(suspicion[i]) / unit;
      double sum = 0;
      for (std::uint32_t k = begin_[i]; k < begin_[i + 1]; ++k) {
        const std::uint32_t f = features_[k];
        if (count_[f] < 2) continue;
        sum += count_[f] >= many ? common[f] : ratio(f, own, 1);
      }
      // Words of one text depend on each other: many count as their root.
      const double size = std::max(1.0, static_cast<double>(begin_[i + 1] - begin_[i]) / key("learn.words"));
      evidence[i].learned =
          found.part * std::clamp(key("learn.weight") * sum / sqrt(size), -key("learn.least"), key("learn.most"));
    }
  }

  static constexpr std::uint32_t many = 64;  ///< from here on, one comment more or less does not show

  const CommentTraces& traces_;
  std::vector<std::uint32_t> features_, begin_, count_;
};

}  // namespace

double CampaignEvidence::total() const {
  const double sum = hard() + form + learned;
  return hard() < key("hard.least") ? std::min(sum, key("soft.most")) : sum;
}

double CampaignEvidence::own() const { return hard() < key("hard.least") ? 0 : hard() + form; }

std::vector<CampaignEvidence> find_campaigns(const CommentTraces& traces) {
  std::vector<CampaignEvidence> evidence(traces.comments.size());
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const CommentTrace& c = traces.comments[i];
    if (!c.counts) continue;
    evidence[i].disguise = disguise_of(traces, c);
    evidence[i].tail = tail_of(c);
    evidence[i].form = form_of(c);
  }
  read_tokens(traces, evidence);
  read_copies(traces, evidence);
  if (static_cast<double>(evidence.size()) >= key("learn.comments") && part_found(traces, evidence, nullptr).part > 0)
    Likeness(traces).learn(evidence);
  return evidence;
}

}  // namespace plumb
