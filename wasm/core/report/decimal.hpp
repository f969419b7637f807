/// @file
/// @brief A number rounded to the six significant digits that a report shows.
#pragma once

#include <cstdint>
#include <optional>

namespace plumb {

inline constexpr int decimal_digits = 6;

/// A number as digits · 10^(exponent − 5), of six digits.
struct Decimal {
  std::uint32_t digits = 0;
  int exponent = 0;
};

/// Rounds to six digits by one multiplication or division with an exact power of ten, whose error is half a unit in the last
/// place: that is the nearest one wherever the rest is not close to a half.
/// @param size  above 0
/// @return empty below 1e-16, from 1e21 on, within a millionth of a half, and where the digits may round up to a seventh
std::optional<Decimal> quick_decimal(double size);

/// The nearest of six digits, of any size: where the quick way gives none, by the C library. Both round %e correctly.
/// @param size  above 0, finite
Decimal decimal_of(double size);

}  // namespace plumb
