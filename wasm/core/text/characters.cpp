#include "characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::text {
namespace {

constexpr std::size_t direct_size = 0x3400;  // up to the CJK extensions: all that is met in most comments

/// Kinds of the code points below direct_size, so that most look-ups cost one load.
const std::array<CharacterKind, direct_size>& direct_kinds() {
  static const std::array<CharacterKind, direct_size> kinds = [] {
    std::array<CharacterKind, direct_size> table{};
    for (const CharacterRange& r : character_ranges()) {
      for (char32_t c = r.first; c <= r.last && c < direct_size; ++c) table[c] = r.kind;
    }
    return table;
  }();
  return kinds;
}

// Base letters of U+00C0–U+017F; '\0' keeps the letter.
constexpr std::string_view latin_base(
    "aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0saaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\0\0jjkkkllllllllll"
    "nnnnnnnnnoooooo\0\0rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    0x180 - 0xC0);

constexpr std::size_t folded_size = 0x2200;  // letters of all living alphabets, small capitals, superscripts

struct FoldTable {
  std::array<Folded, folded_size> direct{};
  std::vector<std::pair<char32_t, Folded>> beyond;  ///< by code point
};

/// The table of look-alikes, one entry for each character.
const FoldTable& fold_table() {
  static const FoldTable table = [] {
    FoldTable t;
    const auto entry = [&t](char32_t code) -> Folded& {
      if (code < folded_size) return t.direct[code];
      const auto at = std::lower_bound(t.beyond.begin(), t.beyond.end(), code,
                                       [](const auto& e, char32_t c) { return e.first < c; });
      if (at != t.beyond.end() && at->first == code) return at->second;
      return t.beyond.insert(at, {code, Folded{code, 0, Stand::itself}})->second;
    };
    for (char32_t c = 0; c < folded_size; ++c) t.direct[c].code = c;
    for (const Lookalike& row : lookalikes()) {
      char32_t target = row.target, c = row.first;
      for (std::uint32_t n = 0; n < row.count; ++n, c += row.step, target += row.advance) {
        Folded& folded = entry(c);
        if (row.stand == Stand::alike) folded.like = target;
        else folded.code = target;
        if (!row.folds) folded.stand = row.stand;
      }
    }
    for (char32_t c = U'A'; c <= U'Z'; ++c) t.direct[c].code = c + 32;
    for (std::size_t i = 0; i < latin_base.size(); ++i) {
      if (latin_base[i]) t.direct[0xC0 + i].code = static_cast<char32_t>(latin_base[i]);
    }
    return t;
  }();
  return table;
}

}  // namespace

CharacterKind character_kind(char32_t code) {
  if (code < direct_size) return direct_kinds()[code];
  const auto ranges = character_ranges();
  auto at = std::upper_bound(ranges.begin(), ranges.end(), code,
                             [](char32_t c, const CharacterRange& r) { return c < r.first; });
  if (at == ranges.begin()) return CharacterKind::common;
  --at;
  return code <= at->last ? at->kind : CharacterKind::common;
}

Folded fold(char32_t code) {
  const FoldTable& table = fold_table();
  if (code < folded_size) return table.direct[code];
  const auto at = std::lower_bound(table.beyond.begin(), table.beyond.end(), code,
                                   [](const auto& e, char32_t c) { return e.first < c; });
  return at != table.beyond.end() && at->first == code ? at->second : Folded{code, 0, Stand::itself};
}

}  // namespace plumb::text
