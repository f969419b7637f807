/// @file
/// @brief What kind of character a code point is: script, emoji, letter, digit, space. (Unicode 15)
#pragma once

#include <cstdint>
#include <span>

namespace plumb::text {

/// `common` is punctuation, signs and all that no script claims; `joiner` is what glues emoji or marks to a base.
enum class CharacterKind : std::uint8_t {
  common,
  space,
  digit,
  latin,
  greek,
  cyrillic,
  arabic,
  hebrew,
  devanagari,
  bengali,
  tamil,
  thai,
  hangul,
  hiragana,
  katakana,
  han,
  other_letter,
  mark,
  joiner,
  emoji,
};
inline constexpr std::size_t character_kind_count = 20;

CharacterKind character_kind(char32_t code);

constexpr bool is_letter(CharacterKind kind) {
  return kind >= CharacterKind::latin && kind <= CharacterKind::other_letter;
}

/// Lower case of one ASCII letter; every other byte, those of a longer UTF-8 sequence too, stays as it is.
constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// How a character came to stand for another one.
enum class Stand : std::uint8_t {
  itself,  ///< itself, or its lower case, or without its accents, or another form of the same letter (NFKC)
  style,   ///< a letter or digit in a mathematical, circled, squared or small form
  wide,    ///< full width
  alike,   ///< a letter of another script that looks like one of a–z (UTS #39): it counts only inside a word of both
};

struct Folded {
  char32_t code = 0;   ///< what it is read as; for `alike` the letter of its own script
  char32_t like = 0;   ///< for `alike`: the Latin letter that it looks like
  Stand stand = Stand::itself;
};

/// Reads a character as people see it: case, accents and forms dropped, styled letters plain.
Folded fold(char32_t code);

/// One row of wasm/data/lookalikes.tsv: each `step`-th code point from first to last stands for target, target + advance …
struct Lookalike {
  std::uint32_t first : 20;  ///< below U+20000, as all that stand for another one
  std::uint32_t count : 8;  ///< characters of the row
  std::uint32_t step : 2;
  std::uint32_t advance : 2;
  std::uint16_t target;
  bool folds;  ///< case, accents, forms
  Stand stand;  ///< where it does not fold
};

/// The rows by use, made by `plumb_fit` with ICU.
std::span<const Lookalike> lookalikes();

/// One row of wasm/data/characters.tsv: code points first…last.
struct CharacterRange {
  char32_t first, last;
  CharacterKind kind;
};

/// The ranges in ascending order, made from Debian's unicode-data by `plumb_fit`.
std::span<const CharacterRange> character_ranges();

}  // namespace plumb::text
