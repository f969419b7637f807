/// @file
/// @brief Constants of the normal distribution.
#pragma once

namespace plumb {

/// How many standard deviations on both sides of the mean hold 90 % and 80 % (a test compares them with normal_quantile()).
inline constexpr double z_90 = 1.6448536269514722;
inline constexpr double z_80 = 1.2815515655446004;

/// Standard deviation of a normal variable in units of the median distance from its median (Rousseeuw & Croux 1993).
inline constexpr double mad_to_deviation = 1.4826;

/// Variance of the median of n values in units of their variance / n, for many values: π/2.
inline constexpr double median_variance = 1.5707963267948966;

}  // namespace plumb
