/// @file
/// @brief Reads scorecards from a table of wasm/data at compile time: card, feature, from, points, …
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/table.hpp"
#include "scorecard.hpp"

namespace plumb::table {

/// Number of rows whose first cell is `card`.
consteval std::size_t scorecard_size(std::string_view tsv, std::string_view card) {
  std::size_t rows = 0;
  cut(tsv, '\n');
  while (!tsv.empty()) {
    std::string_view row = cut(tsv, '\n');
    rows += cut(row, '\t') == card;
  }
  return rows;
}

/// The rows of one card, in the order of the table. An unknown feature does not compile.
template <std::size_t Size, std::size_t Features>
consteval std::array<ScorecardRow, Size> scorecard_rows(std::string_view tsv, std::string_view card,
                                                        const std::array<std::string_view, Features>& names) {
  std::array<ScorecardRow, Size> rows{};
  std::size_t next = 0;
  cut(tsv, '\n');
  while (!tsv.empty()) {
    std::string_view row = cut(tsv, '\n');
    if (cut(row, '\t') != card) continue;
    const std::string_view name = cut(row, '\t');
    std::size_t feature = 0;
    while (feature < Features && names[feature] != name) ++feature;
    if (feature == Features) no_such_key();
    const double from = to_number(cut(row, '\t'));
    rows[next++] = {static_cast<std::uint8_t>(feature), from, to_number(cut(row, '\t'))};
  }
  return rows;
}

}  // namespace plumb::table
