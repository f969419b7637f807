/// @file
/// @brief What a check would find, with what was read: wasm/data/power.tsv, made by simulation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace plumb {

/// What of a check's matter was read.
struct Reach {
  bool shown = true;         ///< whether this platform, this account shows it at all
  std::string_view visible;  ///< a class of the table; empty where nothing can be found
  double size = 0;           ///< posts, comments, people, readings
};

struct Power {
  double least = 0;                      ///< over all that the check looks for; 0 where the table has no cell
  std::vector<std::string_view> misses;  ///< what it would miss in more than one of five cases
};

/// The cell of the largest size that was reached: never more than what was simulated.
Power power_of(CheckId check, const Reach& reach);

/// The least size from which a check has the power to say fine; empty where it never has.
std::optional<double> size_for_fine(CheckId check, std::string_view visible);

}  // namespace plumb
