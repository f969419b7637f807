#include "characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

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

// Small capitals in the order of a–z; 0 where Unicode has none.
constexpr std::array<char32_t, 26> small_capitals = {
    0x1D00, 0x0299, 0x1D04, 0x1D05, 0x1D07, 0xA730, 0x0262, 0x029C, 0x026A, 0x1D0A, 0x1D0B, 0x029F, 0x1D0D,
    0x0274, 0x1D0F, 0x1D18, 0xA7AF, 0x0280, 0xA731, 0x1D1B, 0x1D1C, 0x1D20, 0x1D21, 0,      0x028F, 0x1D22};

/// The plain letter or digit that a look-alike stands for; 0 where it is none.
char32_t undisguised(char32_t c) {
  if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFF21 + U'a';
  if (c >= 0xFF41 && c <= 0xFF5A) return c - 0xFF41 + U'a';
  if (c >= 0x1D400 && c <= 0x1D6A3) return U'a' + (c - 0x1D400) % 26;
  if (c >= 0x1D7CE && c <= 0x1D7FF) return U'0' + (c - 0x1D7CE) % 10;
  if (c >= 0x24B6 && c <= 0x24E9) return U'a' + (c - 0x24B6) % 26;
  if (c >= 0x1F130 && c <= 0x1F149) return c - 0x1F130 + U'a';
  if ((c >= 0x0262 && c <= 0x029F) || (c >= 0x1D00 && c <= 0x1D22) || (c >= 0xA730 && c <= 0xA7AF)) {
    const auto at = std::find(small_capitals.begin(), small_capitals.end(), c);
    if (at != small_capitals.end()) return U'a' + static_cast<char32_t>(at - small_capitals.begin());
  }
  return 0;
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

char32_t fold(char32_t code, bool& disguised) {
  if (code < 0x80) return code >= U'A' && code <= U'Z' ? code + 32 : code;
  if (code >= 0xC0 && code < 0x180) {
    const char base = latin_base[code - 0xC0];
    return base ? static_cast<char32_t>(base) : code;
  }
  if ((code >= 0x0391 && code <= 0x03A9) || (code >= 0x0410 && code <= 0x042F)) return code + 32;
  if (code >= 0x0400 && code <= 0x040F) return code + 80;
  if (const char32_t plain = undisguised(code)) {
    disguised = true;
    return plain;
  }
  return code;
}

}  // namespace plumb::text
