#include <array>

#include "base/table.hpp"
#include "characters.hpp"
#include "data/characters.hpp"

namespace plumb::text {
namespace {

constexpr std::string_view kind_names[character_kind_count] = {
    "common", "space", "digit",  "latin",    "greek",    "cyrillic", "arabic",       "hebrew", "devanagari", "bengali",
    "tamil",  "thai",  "hangul", "hiragana", "katakana", "han",      "other_letter", "mark",   "joiner",     "emoji"};

constexpr char32_t to_code_point(std::string_view hex) {
  char32_t code = 0;
  for (const char c : hex) code = code * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
  return code;
}

constexpr CharacterKind to_kind(std::string_view name) {
  for (std::size_t k = 0; k < character_kind_count; ++k) {
    if (kind_names[k] == name) return static_cast<CharacterKind>(k);
  }
  table::no_such_key();
  return CharacterKind::common;
}

constexpr std::size_t count = table::row_count(data::characters);

consteval std::array<CharacterRange, count> read_ranges() {
  std::array<CharacterRange, count> ranges{};
  std::string_view rest = data::characters;
  table::cut(rest, '\n');
  for (CharacterRange& range : ranges) {
    std::string_view row = table::cut(rest, '\n');
    range.first = to_code_point(table::cut(row, '\t'));
    range.last = to_code_point(table::cut(row, '\t'));
    range.kind = to_kind(table::cut(row, '\t'));
  }
  return ranges;
}

constexpr auto ranges = read_ranges();

}  // namespace

std::span<const CharacterRange> character_ranges() { return ranges; }

}  // namespace plumb::text
