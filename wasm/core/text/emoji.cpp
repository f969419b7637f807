#include "emoji.hpp"

#include <algorithm>
#include <array>

#include "base/table.hpp"
#include "data/emoji_bits.hpp"
#include "utf8.hpp"

namespace plumb::text {
namespace {

struct Entry {
  char32_t emoji = 0;
  float bits = 0;
};

/// Calls `take(emoji, bits)` for each emoji of the table.
template <class Take>
constexpr void each(Take take) {
  std::string_view rest = data::emoji_bits;
  table::cut(rest, '\n');
  while (!rest.empty()) {
    std::string_view row = table::cut(rest, '\n');
    const auto bits = static_cast<float>(table::to_number(table::cut(row, '\t')));
    std::string_view list = table::cut(row, '\t');
    while (!list.empty()) {
      const std::string_view one = table::cut(list, ' ');
      std::size_t at = 0;
      take(next_code_point(one, at), bits);
    }
  }
}

constexpr std::size_t count = [] {
  std::size_t n = 0;
  each([&n](char32_t, float) { ++n; });
  return n;
}();

constexpr std::array<Entry, count> entries = [] {
  std::array<Entry, count> out{};
  std::size_t n = 0;
  each([&](char32_t emoji, float bits) { out[n++] = {emoji, bits}; });
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.emoji < b.emoji; });
  return out;
}();

/// What is not listed is rarer than all that is.
constexpr double most = [] {
  double bits = 0;
  each([&bits](char32_t, float listed) { bits = std::max(bits, static_cast<double>(listed)); });
  return bits;
}();

}  // namespace

double emoji_bits(char32_t emoji) {
  const auto at =
      std::lower_bound(entries.begin(), entries.end(), emoji, [](const Entry& e, char32_t c) { return e.emoji < c; });
  return at != entries.end() && at->emoji == emoji ? static_cast<double>(at->bits) : most;
}

}  // namespace plumb::text
