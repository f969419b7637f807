/// @file
/// @brief Cases for the checks: what each looks for, at each size of what was read and with what is visible.
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/report.hpp"
#include "simulate.hpp"

namespace calibration {

/// One way of being inorganic that a check looks for.
struct Look {
  plumb::CheckId check;
  std::string_view looks_for;  ///< as the report names it
  Attack attack;
  bool kept_out = false;       ///< made no row of wasm/data/power.tsv: the table is measured with it
};
const std::vector<Look>& looks();

/// A class of what is visible of a check's matter, and the sizes for which the table has a row.
struct Visible {
  plumb::CheckId check;
  std::string_view visible;
  std::vector<int> sizes;
};
const std::vector<Visible>& visibles();

/// Half of everything inorganic in one way, with so much read. `seed` keeps the table's cases and those that measure it apart.
Scenario half_inorganic(const Look& look, const Visible& visible, int size, std::uint64_t seed);

/// The check of a case; empty where the page drawn does not show that much of it (the simulator draws platforms).
std::optional<plumb::Check> check_of_case(const Scenario& scenario, const Visible& visible, int size);

/// How often a check sees something over `n` cases of that cell (asks, or leans so far that it is not fine), how often
/// it asks, and how often it is fine.
struct Found {
  double n = 0, saw = 0, asked = 0, fine = 0;
  double share() const { return n > 0 ? saw / n : 0; }
};
Found measure_cell(const Look& look, const Visible& visible, int size, int n, std::uint64_t seed);

/// Cases of a cell of wasm/data/power.tsv.
inline constexpr int table_cases = 300;

/// Writes wasm/data/power.tsv.
void write_power(std::ostream& out, int n);

}  // namespace calibration
