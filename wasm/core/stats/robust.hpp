/// @file
/// @brief Middle and spread that a few odd values don't move.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace plumb {

/// Median of the values (they are sorted in place); empty for none.
std::optional<double> median(std::vector<double>& values);

/// Standard deviation of values around their median `centre`, from the median distance; as if they were normal.
/// @param values  at least one
double robust_deviation(std::span<const double> values, double centre);

}  // namespace plumb
