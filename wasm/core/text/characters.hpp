/// @file
/// @brief What kind of character a code point is: script, emoji, letter, digit, space. (Unicode 15)
#pragma once

#include <cstdint>
#include <span>

namespace plumb::text {

/// `common` is punctuation, signs and all that no script claims; `joiner` is what glues emoji or marks to a base.
enum class CharacterKind : std::uint8_t {
  common, space, digit, latin, greek, cyrillic, arabic, hebrew, devanagari, bengali, tamil, thai, hangul,
  hiragana, katakana, han, other_letter, mark, joiner, emoji,
};
inline constexpr std::size_t character_kind_count = 20;

CharacterKind character_kind(char32_t code);

constexpr bool is_letter(CharacterKind kind) {
  return kind >= CharacterKind::latin && kind <= CharacterKind::other_letter;
}

/// Lower case of one ASCII letter; every other byte, those of a longer UTF-8 sequence too, stays as it is.
constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Lower case of Latin, Greek, Cyrillic and full-width letters; accents of Latin-1 and Latin Extended-A are dropped.
/// Letters made to look like others (mathematical alphabets, small capitals, full width) become the plain letter.
/// @param disguised  set to true where such a look-alike was met
char32_t fold(char32_t code, bool& disguised);

/// One row of wasm/data/characters.tsv: code points first…last.
struct CharacterRange {
  char32_t first, last;
  CharacterKind kind;
};

/// The ranges in ascending order, made from Debian's unicode-data by `plumb_fit`.
std::span<const CharacterRange> character_ranges();

}  // namespace plumb::text
