#include "shape.hpp"

#include <algorithm>

#include "characters.hpp"

#include "utf8.hpp"

// A long file, for a text is read once: the small rules above are the parts of that one reader.

namespace plumb::text {
namespace {

constexpr std::uint64_t hash_start = 0xCBF29CE484222325ull, hash_prime = 0x100000001B3ull;

constexpr std::string_view top_domains[] = {"com", "net", "org",  "info",   "io",   "ly", "gg", "tv", "co", "me",
                                            "xyz", "ru",  "shop", "online", "site", "ga", "tk", "ca", "de", "uk"};
constexpr std::string_view money_stems[] = {
    "trade", "trading", "crypto", "invest",      "earn",      "profit", "finance", "wealth", "forex", "bitcoin",
    "btc",   "income",  "fx",     "billionaire", "entrepren", "broker", "token",   "coin",   "expert"};

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || (c & 0x80);
}
bool is_currency(char32_t c) {
  return c == U'$' || c == U'€' || c == U'£' || c == U'¥' || (c >= 0x20A0 && c <= 0x20C0);
}
/// Money bags, notes, coins, the money face, gems, rising charts, rockets.
bool is_money_emoji(char32_t c) {
  return (c >= 0x1F4B0 && c <= 0x1F4B9) || c == 0x1F911 || c == 0x1F48E || c == 0x1F4C8 || c == 0x1FA99 || c == 0x1F680;
}
bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) ||
         (c >= 0x410 && c <= 0x42F);
}

bool contains_folded(std::string_view text, std::string_view stem) {
  for (std::size_t i = 0; i + stem.size() <= text.size(); ++i) {
    std::size_t k = 0;
    while (k < stem.size() && lower_ascii(text[i + k]) == stem[k]) ++k;
    if (k == stem.size()) return true;
  }
  return false;
}

bool starts_folded(std::string_view text, std::size_t at, std::string_view word) {
  return at + word.size() <= text.size() && contains_folded(text.substr(at, word.size()), word);
}

bool equal_folded(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower_ascii(a[i]) != lower_ascii(b[i])) return false;
  }
  return true;
}

/// "&t=2m19s" and its like mark a moment of the video that is being watched.
bool marks_a_moment(std::string_view link) {
  for (std::size_t i = 1; i + 2 < link.size(); ++i) {
    if (link[i] == 't' && link[i + 1] == '=' && !is_ascii_letter(link[i - 1]) && is_ascii_digit(link[i + 2]))
      return true;
  }
  return false;
}

/// Marks that no language heaps on Latin letters: overlays, enclosures, letters above.
bool is_ornament(char32_t c) {
  return (c >= 0x0332 && c <= 0x036F && c != 0x0342 && c != 0x0345) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x20D0 && c <= 0x20F0);
}
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
         c == 0x0964;
}
/// The letter that a digit is written for: h0k1e, s3lam4t.
char32_t letter_for(char32_t digit) {
  constexpr char32_t letters[] = {U'o', U'i', 0, U'e', U'a', U's', 0, U't', U'b', U'g'};
  return digit >= U'0' && digit <= U'9' ? letters[digit - U'0'] : 0;
}
bool counts_twice(CharacterKind kind) {
  return kind == CharacterKind::han || kind == CharacterKind::hiragana || kind == CharacterKind::katakana ||
         kind == CharacterKind::hangul;
}
/// What a letter tells, in halves of a Latin one: a syllable or a word as two, a consonant without its vowels as one and a half.
std::uint32_t halves_of(CharacterKind kind) {
  if (counts_twice(kind)) return 4;
  return kind == CharacterKind::arabic || kind == CharacterKind::hebrew ? 3 : 2;
}

/// The script of a word: a word ends where Han, Hiragana and Katakana change, for these are written without spaces.
CharacterKind word_script(CharacterKind kind) {
  const bool unspaced =
      kind == CharacterKind::han || kind == CharacterKind::hiragana || kind == CharacterKind::katakana;
  return unspaced ? kind : CharacterKind::latin;
}

class Reader {
 public:
  Reader(std::string_view text, Shape& shape, std::string_view self) : text_(text), shape_(shape), self_(self) {}

  void read() {
    while (at_ < text_.size()) {
      if (read_special()) continue;
      std::size_t next = at_;
      const char32_t code = next_code_point(text_, next);
      const CharacterKind kind = character_kind(code);
      if (is_letter(kind) || kind == CharacterKind::digit || is_styled_letter(code)) read_word();
      else read_sign(code, kind), at_ = next;
    }
    end_spaced_run();
    end_sentence(false);
    const auto& kinds = shape_.kinds;
    const auto of = [&kinds](CharacterKind kind) { return kinds[static_cast<std::size_t>(kind)]; };
    // Beside Chinese, Japanese and Korean full width is how Latin letters are typed.
    const bool wide_is_usual =
        of(CharacterKind::han) + of(CharacterKind::hiragana) + of(CharacterKind::katakana) + of(CharacterKind::hangul) >
        0;
    if (!wide_is_usual) shape_.disguised += wide_;
    if (wide_is_usual && wide_ > 0) {
      std::erase_if(shape_.tokens, [](const Token& t) { return t.kind == TokenKind::disguised; });
    }
  }

 private:
  /// Links, mentions, hashtags, tags and entities of HTML; false where none begins here.
  bool read_special() {
    const char c = text_[at_];
    if ((c == '@' || c == '#') && at_ + 1 < text_.size() && is_name_byte(text_[at_ + 1])) return read_name(c == '@');
    if (c == '<') return read_tag();
    if (c == '&') return read_entity();
    if ((c == 'h' || c == 'H' || c == 'w' || c == 'W') && fresh_ &&
        (starts_folded(text_, at_, "http://") || starts_folded(text_, at_, "https://") ||
         starts_folded(text_, at_, "www."))) {
      std::size_t end = at_;
      while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' && text_[end] != '<' &&
             text_[end] != '"')
        ++end;
      count_link(text_.substr(at_, end - at_));
      at_ = end;
      return true;
    }
    return false;
  }

  void count_link(std::string_view link) {
    if (!marks_a_moment(link)) ++shape_.links;
    ++shape_.characters;
    append(U'/');
  }

  bool read_name(bool mention) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_name_byte(text_[end])) ++end;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    shape_.characters += static_cast<std::uint32_t>(end - at_);
    at_ = end;
    if (mention && !self_.empty() && equal_folded(name, self_)) return true;
    append(mention ? U'@' : U'#');
    shape_.tail_kinds = 0;
    if (mention && shape_.words.size() >= 5) {
      std::uint64_t hash = hash_start;
      for (const char c : name) mix(hash, static_cast<unsigned char>(lower_ascii(c)));
      add_token(hash, TokenKind::account, at_ - name.size() - 1);
    }
    ++(mention ? shape_.mentions : shape_.hashtags);
    shape_.endorsed_names += shape_.words.size() >= 5;
    shape_.decorated_names += name.front() == '_' || name.back() == '_' || name.find("__") != std::string_view::npos;
    for (std::string_view stem : money_stems) {
      if (contains_folded(name, stem)) {
        ++shape_.offering_names;
        break;
      }
    }
    return true;
  }

  bool read_tag() {
    if (at_ + 1 >= text_.size() || !(is_ascii_letter(text_[at_ + 1]) || text_[at_ + 1] == '/')) return false;
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos) return false;
    const std::string_view tag = text_.substr(at_, close - at_);
    if (contains_folded(tag, "href=")) count_link(tag);
    at_ = close + 1;
    return true;
  }

  bool read_entity() {
    for (std::string_view entity : {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;", "&nbsp;"}) {
      if (text_.substr(at_, entity.size()) != entity) continue;
      at_ += entity.size();
      ++shape_.characters;
      return true;
    }
    return false;
  }

  static bool is_styled_letter(char32_t code) {
    return code >= 0x2000 && fold(code).stand == Stand::style && character_kind(code) != CharacterKind::emoji;
  }

  void read_sign(char32_t code, CharacterKind kind) {
    if (kind == CharacterKind::joiner || kind == CharacterKind::mark) {
      joined_ = joined_ || code == 0x200D;
      return;
    }
    fresh_ = true;
    if (kind == CharacterKind::space) return;
    ++shape_.characters;
    if (kind == CharacterKind::emoji) read_emoji(code);
    if (ends_sentence(code)) end_sentence(true);
    if (code == U'!') ++shape_.exclamations;
    if (code == U'?') ++shape_.questions;
    after_currency_ = is_currency(code);
    if (after_currency_ && last_was_number_) ++shape_.amounts, after_currency_ = false;
    last_was_number_ = false;
    // a.com and watch?v=… are links without http
    if (code == U'.' && at_ > 0 && is_name_byte(text_[at_ - 1])) check_domain();
    if (code == U'?' && starts_folded(text_, at_, "?v=")) ++shape_.links;
  }

  void check_domain() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end < text_.size() && (is_ascii_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '_')) return;
    const std::string_view tail = text_.substr(at_ + 1, end - at_ - 1);
    for (std::string_view domain : top_domains) {
      if (tail.size() == domain.size() && contains_folded(tail, domain)) {
        ++shape_.links;
        return;
      }
    }
  }

  void read_emoji(char32_t code) {
    ++shape_.emoji;
    shape_.money_emoji += is_money_emoji(code);
    const bool part = joined_ || is_skin_tone(code);  // of the emoji before it
    joined_ = false;
    if (part || shape_.tail_kinds == shape_.tail.size()) return;
    for (std::uint32_t i = 0; i < shape_.tail_kinds; ++i) {
      if (shape_.tail[i] == code) return;
    }
    shape_.tail[shape_.tail_kinds++] = code;
  }

  /// One character of a word.
  struct Letter {
    char32_t plain, like;  ///< like: what it is read as in a word of mixed script
    bool digit;
  };

  /// What a word is made of, beside its letters.
  struct WordParts {
    std::uint32_t digits = 0, letters = 0, halves = 0, styled = 0, wide = 0, borrowed = 0, latin = 0, ornaments = 0;
    std::size_t begin = 0;
    bool capital = false;
  };

  void read_word() {
    WordParts parts;
    parts.begin = at_;
    letters_.clear();
    CharacterKind script = CharacterKind::common;
    append(U' ');
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x80) {
        if (!read_ascii(byte, script, parts)) break;
        continue;
      }
      std::size_t next = at_;
      const char32_t code = next_code_point(text_, next);
      CharacterKind kind = character_kind(code);
      if (kind == CharacterKind::mark || kind == CharacterKind::joiner || code == 0x640) {  // 0x640: Arabic stretching
        parts.ornaments += is_ornament(code);
        at_ = next;
        continue;
      }
      const Folded folded = fold(code);
      const bool styled = folded.stand == Stand::style;
      if (styled) kind = is_ascii_digit(folded.code) ? CharacterKind::digit : CharacterKind::latin;
      const bool letter = is_letter(kind);
      if (!letter && kind != CharacterKind::digit) break;
      if (letter && script != CharacterKind::common && word_script(kind) != script) break;
      if (letter) script = word_script(kind);
      ++shape_.characters;
      if (letter) {
        ++parts.letters, ++shape_.letters, ++shape_.kinds[static_cast<std::size_t>(kind)];
        parts.halves += halves_of(kind);
        parts.latin += kind == CharacterKind::latin;
        const bool capital = is_capital(code);
        shape_.capitals += capital;
        if (parts.letters == 1) parts.capital = capital || counts_twice(kind) || kind == CharacterKind::arabic;
      } else {
        ++parts.digits;
      }
      parts.styled += styled;
      parts.wide += folded.stand == Stand::wide;
      parts.borrowed += folded.stand == Stand::alike && kind != CharacterKind::latin;
      letters_.push_back({folded.code, folded.stand == Stand::alike ? folded.like : folded.code, !letter});
      at_ = next;
    }
    // Stretching alone is no word.
    if (!letters_.empty()) finish_word(parts);
  }

  /// The same for a character of ASCII, as most are: those stand for nothing but their lower case.
  /// @return whether it is one of the word
  bool read_ascii(unsigned char byte, CharacterKind& script, WordParts& parts) {
    const char lower = lower_ascii(static_cast<char>(byte));
    const bool letter = lower >= 'a' && lower <= 'z';
    if (letter) {
      if (script != CharacterKind::common && script != CharacterKind::latin) return false;
      script = CharacterKind::latin;
      ++parts.letters, ++parts.latin, ++shape_.letters, ++shape_.kinds[static_cast<std::size_t>(CharacterKind::latin)];
      parts.halves += halves_of(CharacterKind::latin);
      const bool capital = is_capital(byte);
      shape_.capitals += capital;
      if (parts.letters == 1) parts.capital = capital;
    } else if (is_ascii_digit(byte)) {
      ++parts.digits;
    } else {
      return false;
    }
    ++shape_.characters;
    const auto plain = static_cast<char32_t>(lower);
    letters_.push_back({plain, plain, !letter});
    ++at_;
    return true;
  }

  static void mix(std::uint64_t& hash, char32_t c) { hash = (hash ^ c) * hash_prime; }

  /// Reads look-alikes of other scripts and digits inside the word as the letters that they stand for.
  /// @return whether the word is in disguise
  bool undisguise(const WordParts& parts) {
    const bool mixed = parts.borrowed > 0 && (parts.latin > 0 || parts.styled > 0);
    if (mixed) {
      for (Letter& letter : letters_) letter.plain = letter.like;
    }
    if (parts.digits > 0 && parts.letters > 1) {
      for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
        const bool inside =
            letters_[i].digit && !letters_[i + 1].digit && (i == 0 ? parts.letters > 2 : !letters_[i - 1].digit);
        const char32_t plain = inside ? letter_for(letters_[i].plain) : 0;
        if (plain) letters_[i].plain = plain;
      }
    }
    if (parts.letters == 0) return false;
    return parts.styled + parts.wide + (mixed ? parts.borrowed : 0) > 0 || (parts.ornaments > 2 && parts.latin > 0);
  }

  /// niiiice counts as nice: from the third repetition on, a letter run shrinks to one.
  std::uint64_t hash_word() {
    std::uint64_t hash = hash_start;
    std::uint32_t run = 0;
    char32_t last = 0, held = 0;
    for (const Letter& letter : letters_) {
      run = !letter.digit && letter.plain == last ? run + 1 : 1;
      if (run == 1) {
        if (held) mix(hash, held);
        mix(hash, letter.plain);
        held = 0;
      } else {
        held = run == 2 ? letter.plain : 0;
      }
      last = letter.plain;
      append(letter.digit ? U'0' : letter.plain);
    }
    if (held) mix(hash, held);
    return hash;
  }

  void finish_word(const WordParts& parts) {
    const bool disguised = undisguise(parts);
    const std::uint64_t hash = hash_word();
    if (disguised) {
      shape_.disguised += parts.styled + (parts.ornaments > 2 ? parts.latin : 0) +
                          (parts.latin + parts.styled > 0 ? parts.borrowed : 0);
      wide_ += parts.wide;
      if (parts.letters + parts.digits >= 3) add_token(hash, TokenKind::disguised, parts.begin);
    } else if (is_numbered(parts)) {
      add_token(hash, TokenKind::numbered, parts.begin);
    }
    if (shape_.words.empty() || sentence_begins_) capital_ = parts.capital || parts.letters == 0;
    sentence_begins_ = false;
    in_sentence_ = true;
    shape_.tail_kinds = 0;
    shape_.words.push_back(hash);
    shape_.lengths.push_back(static_cast<std::uint8_t>(std::min<std::uint32_t>(parts.halves / 2, 255)));
    follow_spaced_run(parts);
    if (parts.digits >= 7 && parts.letters <= 1) ++shape_.long_numbers;
    const bool thousands = parts.digits > 0 && parts.letters == 1 && lower_ascii(text_[at_ - 1]) == 'k';
    if (parts.digits > 0 && parts.letters <= 1 && (after_currency_ || (thousands && parts.begin > 0))) ++shape_.amounts;
    after_currency_ = false;
    last_was_number_ = parts.digits > 0 && parts.letters == 0;
    fresh_ = false;
  }

  /// Letters with digits that look like a name: at least three letters and five signs, no year at the end, no single
  /// digit at the end (orang2, part2).
  bool is_numbered(const WordParts& parts) const {
    if (parts.digits == 0 || parts.letters < 3 || parts.letters + parts.digits < 5 || parts.latin != parts.letters)
      return false;
    std::size_t at_end = 0;
    while (at_end < letters_.size() && letters_[letters_.size() - 1 - at_end].digit) ++at_end;
    if (at_end < parts.digits) return parts.digits > at_end + (letters_[0].digit ? leading_digits() : 0);
    if (at_end == 1) return false;
    const std::size_t first = letters_.size() - at_end;
    return !(at_end == 4 && (letters_[first].plain == U'1' || letters_[first].plain == U'2'));
  }
  std::size_t leading_digits() const {
    std::size_t n = 0;
    while (n < letters_.size() && letters_[n].digit) ++n;
    return n;
  }

  /// P U L A U 7 7 7: four signs or more that stand alone are one name.
  void follow_spaced_run(const WordParts& parts) {
    if (letters_.size() > 1 || parts.halves > 3) return end_spaced_run();
    if (spaced_ == 0) spaced_hash_ = hash_start, spaced_begin_ = parts.begin, spaced_letters_ = 0;
    mix(spaced_hash_, letters_[0].plain);
    ++spaced_;
    spaced_letters_ += parts.letters;
    spaced_end_ = at_;
  }
  void end_spaced_run() {
    if (spaced_ >= 4 && spaced_letters_ >= 3) {
      shape_.tokens.push_back({spaced_hash_, TokenKind::spaced, static_cast<std::uint32_t>(spaced_begin_),
                               static_cast<std::uint32_t>(spaced_end_)});
    }
    spaced_ = 0;
  }

  void add_token(std::uint64_t hash, TokenKind kind, std::size_t begin) {
    shape_.tokens.push_back({hash, kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
  }

  void end_sentence(bool closed) {
    if (!in_sentence_) return;
    ++(closed && capital_ ? shape_.closed : shape_.unclosed);
    in_sentence_ = false;
    sentence_begins_ = true;
  }

  void append(char32_t c) {
    if (c == U' ' && (shape_.plain.empty() || shape_.plain.back() == U' ')) return;
    if (c != U' ' && shape_.plain.size() < 1 && (c == U'@' || c == U'#' || c == U'/')) return;
    shape_.plain.push_back(c);
  }

  std::string_view text_;
  Shape& shape_;
  std::string_view self_;
  std::size_t at_ = 0;
  bool fresh_ = true;  ///< at the beginning of a run: only there can a link begin
  bool after_currency_ = false, last_was_number_ = false;
  bool joined_ = false;  ///< after a zero-width joiner
  bool in_sentence_ = false, sentence_begins_ = false, capital_ = false;
  std::uint32_t wide_ = 0;  ///< full-width letters
  std::uint32_t spaced_ = 0, spaced_letters_ = 0;
  std::uint64_t spaced_hash_ = 0;
  std::size_t spaced_begin_ = 0, spaced_end_ = 0;
  std::vector<Letter> letters_;
};

}  // namespace

void read_shape(std::string_view text, Shape& shape, std::string_view self) {
  Shape fresh;
  fresh.words = std::move(shape.words);
  fresh.lengths = std::move(shape.lengths);
  fresh.tokens = std::move(shape.tokens);
  fresh.plain = std::move(shape.plain);
  fresh.words.clear();
  fresh.lengths.clear();
  fresh.tokens.clear();
  fresh.plain.clear();
  shape = std::move(fresh);
  Reader(text, shape, self).read();
}

std::size_t main_script(const Shape& shape) {
  std::size_t best = no_script;
  std::uint32_t most = 2;
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (!is_letter(static_cast<CharacterKind>(i)) || shape.kinds[i] <= most) continue;
    most = shape.kinds[i];
    best = i;
  }
  const auto kind = static_cast<CharacterKind>(best);
  const bool japanese = kind == CharacterKind::hiragana || kind == CharacterKind::katakana;
  return japanese ? static_cast<std::size_t>(CharacterKind::han) : best;
}

std::uint64_t word_hash(std::string_view word) {
  Shape shape;
  read_shape(word, shape);
  std::uint64_t hash = 0;
  for (std::uint64_t w : shape.words) hash = hash ? phrase_hash(hash, w) : w;
  return hash;
}

}  // namespace plumb::text
