#include "shape.hpp"

#include "characters.hpp"
#include "utf8.hpp"

namespace plumb::text {
namespace {

constexpr std::uint64_t hash_start = 0xCBF29CE484222325ull, hash_prime = 0x100000001B3ull;

constexpr std::string_view top_domains[] = {"com", "net", "org", "info", "io", "ly", "gg", "tv", "co", "me",
                                            "xyz", "ru", "shop", "online", "site", "ga", "tk", "ca", "de", "uk"};
constexpr std::string_view money_stems[] = {"trade",  "trading", "crypto", "invest", "earn",   "profit", "finance",
                                            "wealth", "forex",   "bitcoin", "btc",   "income", "fx",     "billionaire",
                                            "entrepren", "broker", "token", "coin",  "expert"};

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
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
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
    if (link[i] == 't' && link[i + 1] == '=' && !is_ascii_letter(link[i - 1]) && is_ascii_digit(link[i + 2])) return true;
  }
  return false;
}

/// The script of a word: a word ends where Han, Hiragana and Katakana change, for these are written without spaces.
CharacterKind word_script(CharacterKind kind) {
  const bool unspaced = kind == CharacterKind::han || kind == CharacterKind::hiragana || kind == CharacterKind::katakana;
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
      if (is_letter(kind) || kind == CharacterKind::digit) read_word();
      else read_sign(code, kind), at_ = next;
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
        (starts_folded(text_, at_, "http://") || starts_folded(text_, at_, "https://") || starts_folded(text_, at_, "www."))) {
      std::size_t end = at_;
      while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' && text_[end] != '<' && text_[end] != '"') ++end;
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

  void read_sign(char32_t code, CharacterKind kind) {
    if (kind == CharacterKind::joiner || kind == CharacterKind::mark) return;
    fresh_ = true;
    if (kind == CharacterKind::space) return;
    ++shape_.characters;
    if (kind == CharacterKind::emoji) ++shape_.emoji, shape_.money_emoji += is_money_emoji(code);
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

  void read_word() {
    const std::size_t begin = at_;
    std::uint64_t hash = hash_start;
    std::uint32_t digits = 0, letters = 0, run = 0;
    char32_t last = 0, held = 0;
    CharacterKind script = CharacterKind::common;
    append(U' ');
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t code = next_code_point(text_, next);
      const CharacterKind kind = character_kind(code);
      if (kind == CharacterKind::mark || kind == CharacterKind::joiner || code == 0x640) {  // 0x640: Arabic stretching
        at_ = next;
        continue;
      }
      const bool letter = is_letter(kind);
      if (!letter && kind != CharacterKind::digit) break;
      if (letter && script != CharacterKind::common && word_script(kind) != script) break;
      if (letter) script = word_script(kind);
      bool disguised = false;
      const char32_t plain = fold(code, disguised);
      ++shape_.characters;
      shape_.disguised += disguised;
      if (letter) {
        ++letters, ++shape_.letters, ++shape_.kinds[static_cast<std::size_t>(kind)];
        shape_.capitals += is_capital(code);
      } else {
        ++digits;
      }
      // niiiice counts as nice: from the third repetition on, a letter run shrinks to one.
      run = letter && plain == last ? run + 1 : 1;
      if (run == 1) {
        if (held) mix(hash, held);
        mix(hash, plain);
        held = 0;
      } else {
        held = run == 2 ? plain : 0;
      }
      last = plain;
      append(letter ? plain : U'0');
      at_ = next;
    }
    if (held) mix(hash, held);
    finish_word(hash, digits, letters, begin);
  }

  static void mix(std::uint64_t& hash, char32_t c) { hash = (hash ^ c) * hash_prime; }

  void finish_word(std::uint64_t hash, std::uint32_t digits, std::uint32_t letters, std::size_t begin) {
    shape_.words.push_back(hash);
    if (digits >= 7 && letters <= 1) ++shape_.long_numbers;
    const bool thousands = digits > 0 && letters == 1 && lower_ascii(text_[at_ - 1]) == 'k';
    if (digits > 0 && letters <= 1 && (after_currency_ || (thousands && begin > 0))) ++shape_.amounts;
    after_currency_ = false;
    last_was_number_ = digits > 0 && letters == 0;
    fresh_ = false;
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
};

}  // namespace

void read_shape(std::string_view text, Shape& shape, std::string_view self) {
  std::vector<std::uint64_t> words = std::move(shape.words);
  std::vector<char32_t> plain = std::move(shape.plain);
  words.clear();
  plain.clear();
  shape = Shape{};
  shape.words = std::move(words);
  shape.plain = std::move(plain);
  Reader(text, shape, self).read();
}

std::uint64_t word_hash(std::string_view word) {
  Shape shape;
  read_shape(word, shape);
  std::uint64_t hash = 0;
  for (std::uint64_t w : shape.words) hash = hash ? phrase_hash(hash, w) : w;
  return hash;
}

}  // namespace plumb::text
