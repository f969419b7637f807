#include <array>

#include "base/table.hpp"
#include "characters.hpp"
#include "data/lookalikes.hpp"

namespace plumb::text {
namespace {

constexpr char32_t to_code_point(std::string_view hex) {
  char32_t code = 0;
  for (const char c : hex) code = code * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
  return code;
}

constexpr Stand to_stand(std::string_view use) {
  if (use == "fold") return Stand::itself;
  if (use == "style") return Stand::style;
  if (use == "wide") return Stand::wide;
  if (use != "alike") table::no_such_key();
  return Stand::alike;
}

constexpr std::size_t count = table::row_count(data::lookalikes);

consteval std::array<Lookalike, count> read_rows() {
  std::array<Lookalike, count> rows{};
  std::string_view rest = data::lookalikes;
  table::cut(rest, '\n');
  for (Lookalike& out : rows) {
    std::string_view row = table::cut(rest, '\n');
    const char32_t first = to_code_point(table::cut(row, '\t')), last = to_code_point(table::cut(row, '\t'));
    const auto step = static_cast<std::uint32_t>(table::to_number(table::cut(row, '\t')));
    const std::uint32_t count_of_row = (last - first) / step + 1;
    out.first = first & 0xFFFFFu;
    out.count = count_of_row & 0xFFu;
    out.step = step & 3u;
    const char32_t target = to_code_point(table::cut(row, '\t'));
    out.target = static_cast<std::uint16_t>(target);
    out.advance = static_cast<std::uint32_t>(table::to_number(table::cut(row, '\t'))) & 3u;
    if (first > 0xFFFFF || count_of_row > 0xFF || step > 3 || target > 0xFFFF) table::no_such_key();
    const std::string_view use = table::cut(row, '\t');
    out.folds = use == "fold";
    out.stand = to_stand(use);
  }
  return rows;
}

constexpr auto rows = read_rows();

}  // namespace

std::span<const Lookalike> lookalikes() { return rows; }

}  // namespace plumb::text
