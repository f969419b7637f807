#include "power.hpp"

#include <algorithm>
#include <array>

#include "base/table.hpp"
#include "data/checks.hpp"
#include "data/power.hpp"

namespace plumb {
namespace {

constexpr double enough = table::constant(data::checks, "fine.power");

/// How often one way of being inorganic was found, at one size of what was read.
struct Cell {
  std::string_view check, visible, looks_for;
  double size = 0, power = 0;
};

constexpr std::size_t cell_count = table::row_count(data::power);

/// Not constexpr: a table with other columns does not compile.
void wrong_power() {}

consteval std::array<Cell, cell_count> parse() {
  std::array<Cell, cell_count> cells{};
  std::string_view rest = data::power;
  if (table::cut(rest, '\n') != "check\tvisible\tlooks_for\tsize\tpower\tn\tsource\tyear") wrong_power();
  for (auto& cell : cells) {
    std::string_view line = table::cut(rest, '\n');
    cell.check = table::cut(line, '\t');
    cell.visible = table::cut(line, '\t');
    cell.looks_for = table::cut(line, '\t');
    cell.size = table::to_number(table::cut(line, '\t'));
    cell.power = table::to_number(table::cut(line, '\t'));
    if (!(cell.power >= 0 && cell.power <= 1)) wrong_power();
  }
  return cells;
}

constexpr std::array<Cell, cell_count> cells = parse();

}  // namespace

Power power_of(CheckId check, const Reach& reach) {
  const auto name = check_names[static_cast<std::size_t>(check)];
  double reached = 0;
  for (const auto& cell : cells) {
    if (cell.check == name && cell.visible == reach.visible && cell.size <= reach.size)
      reached = std::max(reached, cell.size);
  }
  Power power{1, {}};
  bool any = false;
  for (const auto& cell : cells) {
    if (cell.check != name) continue;
    // What a smaller part of it would not find is missed too.
    const bool here = cell.visible == reach.visible && cell.size == reached;
    if (here) {
      any = true;
      power.least = std::min(power.least, cell.power);
    }
    const bool listed = std::find(power.misses.begin(), power.misses.end(), cell.looks_for) != power.misses.end();
    if ((here ? cell.power < enough : reached == 0) && !listed) power.misses.push_back(cell.looks_for);
  }
  if (!any) power.least = 0;
  return power;
}

std::optional<double> size_for_fine(CheckId check, std::string_view visible) {
  const auto name = check_names[static_cast<std::size_t>(check)];
  const auto is_of = [&](const Cell& cell) { return cell.check == name && cell.visible == visible; };
  std::optional<double> least;
  for (const auto& cell : cells) {
    if (!is_of(cell) || (least && cell.size >= *least)) continue;
    const bool fine = std::all_of(cells.begin(), cells.end(), [&](const Cell& other) {
      return other.size != cell.size || !is_of(other) || other.power >= enough;
    });
    if (fine) least = cell.size;
  }
  return least;
}

}  // namespace plumb
