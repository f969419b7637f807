/// @file
/// @brief Constants of the normal distribution.
#pragma once

namespace plumb {

/// How many standard deviations on both sides of the mean hold 90 % and 80 % (a test compares them with normal_quantile()).
inline constexpr double z_90 = 1.6448536269514722;

/// The same of Student's t, which a mean and a spread from few values follow: the first terms of its expansion in
/// 1/degrees (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5), within .001 from 5 degrees on.
constexpr double t_90(double degrees) {
  const double z = z_90, z2 = z * z;
  const double first = z * (z2 + 1) / 4, second = z * (5 * z2 * z2 + 16 * z2 + 3) / 96,
               third = z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / 384;
  return z + (first + (second + third / degrees) / degrees) / degrees;
}
inline constexpr double z_80 = 1.2815515655446004;

/// Standard deviation of a normal variable in units of the median distance from its median (Rousseeuw & Croux 1993).
inline constexpr double mad_to_deviation = 1.4826;

/// Variance of the median of n values in units of their variance / n, for many values: π/2.
inline constexpr double median_variance = 1.5707963267948966;

}  // namespace plumb
