/// @file
/// @brief What a short text is made of, in one pass: words, links, mentions, amounts, emoji, scripts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "characters.hpp"

namespace plumb::text {

/// Why a word stands out in any language.
enum class TokenKind : std::uint8_t {
  disguised,  ///< letters in styles, borrowed from other scripts, or under heaps of marks
  spaced,     ///< written out letter by letter
  numbered,   ///< letters with digits that are no year, no plural and no unit
  account,    ///< a mention that follows five words or more
};

struct Token {
  std::uint64_t hash = 0;  ///< as in Shape::words, of the word without its disguise
  TokenKind kind = TokenKind::numbered;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
};

/// Counts of one text and the hashes of its words. Reuse one object for many texts: its buffers keep their room.
struct Shape {
  std::uint32_t characters = 0;      ///< code points, without joiners
  std::uint32_t letters = 0, capitals = 0;
  std::uint32_t disguised = 0;       ///< look-alike letters
  std::uint32_t emoji = 0;
  std::uint32_t links = 0;           ///< not counting marks of a moment in the video
  std::uint32_t mentions = 0, hashtags = 0;
  std::uint32_t offering_names = 0;  ///< mentions and tags whose name speaks of money or trade
  std::uint32_t decorated_names = 0; ///< mentions and tags dressed with underscores at an end or in a row
  std::uint32_t endorsed_names = 0;  ///< mentions and tags that follow five words or more: not an answer to somebody
  std::uint32_t amounts = 0;         ///< sums of money
  std::uint32_t money_emoji = 0;
  std::uint32_t long_numbers = 0;    ///< 7 digits or more in a row: telephone numbers, addresses of wallets
  std::uint32_t exclamations = 0, questions = 0;
  std::array<std::uint32_t, character_kind_count> kinds{};  ///< letters of each script
  std::vector<std::uint64_t> words;  ///< hash of each folded word, in order; CJK runs are cut where the script changes
  std::vector<std::uint8_t>
      lengths;  ///< letters of each word; those of Han, kana and Hangul count twice, of Arabic and Hebrew half more
  std::vector<Token> tokens;
  std::array<char32_t, 3> tail{};  ///< the first different emoji behind the last word
  std::uint32_t tail_kinds = 0;  ///< how many of them, at most 3
  std::uint32_t closed = 0;  ///< sentences that begin with a capital and end with a mark
  std::uint32_t unclosed = 0;  ///< other sentences
  std::vector<char32_t> plain;  ///< folded letters, one space between words, every digit as 0: for likeness
};

/// @param self  a name whose mention does not count: the creator that is being addressed
/// Reads a text. Bytes that are not UTF-8 count as one common character each. HTML tags are skipped. O(length).
void read_shape(std::string_view text, Shape& shape, std::string_view self = {});

inline constexpr std::size_t no_script = character_kind_count;

/// The script that most of a text's letters belong to, by CharacterKind; Japanese and Chinese count as one. `no_script` below
/// three letters.
std::size_t main_script(const Shape& shape);

/// Hash of a word as read_shape folds it; for lexicons. The empty word is 0.
std::uint64_t word_hash(std::string_view word);

/// Hash of two neighbouring words (or of a phrase and the next word).
constexpr std::uint64_t phrase_hash(std::uint64_t before, std::uint64_t word) {
  return (before ^ (word + 0x9E3779B97F4A7C15ull + (before << 6) + (before >> 2))) * 0xFF51AFD7ED558CCDull;
}

}  // namespace plumb::text
