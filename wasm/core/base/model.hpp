/// @file
/// @brief The model's version, its grid and access to its constants.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "data/priors.hpp"
#include "table.hpp"

namespace plumb::model {

inline constexpr std::string_view version = "0.3.0";        ///< changes with every change of a report's numbers
inline constexpr std::string_view benchmarks = "2026-11-26"; ///< date of wasm/data/benchmarks.tsv

/// A constant of wasm/data/priors.tsv.
consteval double prior(std::string_view key) { return table::constant(data::priors, key); }

/// The same for one that counts things. A value that is not whole does not compile.
consteval std::size_t prior_count(std::string_view key) {
  const double value = prior(key);
  if (value != static_cast<double>(static_cast<std::size_t>(value))) table::not_whole();
  return static_cast<std::size_t>(value);
}

/// φ: share of the followers that are not real, reachable people. γ: share of the engagement shown that is not organic.
inline constexpr std::size_t phi_cells = 77;
inline constexpr std::size_t gamma_cells = 46;

/// One value for each cell of φ, of γ.
using PhiCurve = std::array<double, phi_cells>;
using GammaCurve = std::array<double, gamma_cells>;

/// Middle of a cell; the cells divide [0, 1] evenly.
constexpr double phi_at(std::size_t cell) { return (static_cast<double>(cell) + 0.5) / phi_cells; }
constexpr double gamma_at(std::size_t cell) { return (static_cast<double>(cell) + 0.5) / gamma_cells; }

}  // namespace plumb::model
