#include "elementary.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

#include "base/wide.hpp"

namespace plumb {
namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;  // the upper 33 bits of ln 2, so that k * ln2_high is exact
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// 2^k for k in [-1022, 1023].
double power_of_two(int k) { return __builtin_bit_cast(double, static_cast<std::uint64_t>(k + 1023) << 52); }

/// A polynomial, the highest coefficient first. No loop, so that a loop around it can take several values at a time.
template <class... Coefficients>
inline double horner(double x, double highest, Coefficients... coefficients) {
  double sum = highest;
  ((sum = sum * x + coefficients), ...);
  return sum;
}

/// (atanh s − s) / s³ of z = s², |s| <= 0.1716.
inline double atanh_series(double z) {
  return horner(z, 1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5,
                1.0 / 3);
}

/// 1.5 · 2^52: a sum with it is a whole number, which then stands in the lowest bits.
constexpr double to_whole = 6755399441055744.0;

constexpr double least_normal = 2.2250738585072014e-308;
/// Between these e^x is a normal number.
constexpr double least_exponent = -708, most_exponent = 709;

/// e^x = value · 2^k, with no branch, so that several are computed at a time.
struct Scaled {
  double value, k;
};

inline Scaled scaled_exp(double x) {
  const double place = x * 1.44269504088896338700 + 0.5;
  const double near = (place + to_whole) - to_whole;
  const double k = near - (near > place ? 1.0 : 0.0);  // ⌊place⌋
  const double r = (x - k * ln2_high) - k * ln2_low;
  // Taylor to r^13: |r| <= 0.3466 leaves less than 5e-18.
  const double p = horner(r, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0,
                          1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5);
  return {1.0 + (r + r * r * p), k};
}

/// e^x between the two exponents above.
inline double plain_exp(double x) {
  const auto [value, k] = scaled_exp(x);
  return value * __builtin_bit_cast(double, (__builtin_bit_cast(std::uint64_t, k + to_whole) + 1023) << 52);
}

/// ln x + ln 2 · shift for a normal x, with no branch.
inline double plain_log(double x, double shift = 0) {
  const auto bits = __builtin_bit_cast(std::uint64_t, x);
  // The exponent behind those of 2^52 is the number 2^52 + exponent.
  const double exponent = __builtin_bit_cast(double, (bits >> 52) | 0x4330000000000000ULL) - 4503599627371519.0 + shift;
  const double whole = __builtin_bit_cast(double, (bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  const bool above = whole > 1.41421356237309504880;
  const double m = whole * (above ? 0.5 : 1.0);
  const double e = exponent + (above ? 1.0 : 0.0);
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  // ln m = 2 atanh s; |s| <= 0.1716 leaves less than 1e-18 after z^11.
  return e * ln2_high + (2.0 * s + (2.0 * s * z * atanh_series(z) + e * ln2_low));
}

}  // namespace

double exp(double x) {
  if (x > least_exponent && x < most_exponent) return plain_exp(x);
  if (!(x > -745.2)) return x != x ? x : 0.0;
  if (x > 709.8) return infinity;
  const auto [value, k] = scaled_exp(x);
  const int exponent = static_cast<int>(k);
  if (exponent > 1023) return value * power_of_two(1023) * power_of_two(exponent - 1023);
  if (exponent < -1022) return value * power_of_two(exponent + 1000) * power_of_two(-1000);
  return value * power_of_two(exponent);
}

double log(double x) {
  if (x >= least_normal && x < infinity) return plain_log(x);
  if (!(x > 0)) return x == 0 ? -infinity : std::numeric_limits<double>::quiet_NaN();
  if (x == infinity) return x;
  return plain_log(x * 18014398509481984.0, -54);  // 2^54: a subnormal has no exponent of its own
}

PLUMB_WIDE void exp_each(std::span<double> values) {
  std::uint64_t beyond = 0;
  for (const double x : values) beyond += (x > least_exponent) & (x < most_exponent) ? 0 : 1;
  if (beyond == 0) {
    for (double& x : values) x = plain_exp(x);
  } else {
    for (double& x : values) x = exp(x);
  }
}

PLUMB_WIDE void log_each(std::span<double> values) {
  std::uint64_t beyond = 0;
  for (const double x : values) beyond += (x >= least_normal) & (x < infinity) ? 0 : 1;
  if (beyond == 0) {
    for (double& x : values) x = plain_log(x);
  } else {
    for (double& x : values) x = log(x);
  }
}

double log1p(double x) {
  if (x > -0.25 && x < 0.25) {
    const double s = x / (2.0 + x);
    const double z = s * s;
    return 2.0 * s + 2.0 * s * z * atanh_series(z);
  }
  return log(1.0 + x);
}

double lgamma(double x) {
  if (!(x > 0)) return infinity;
  double shift = 0;
  if (x < 10) {
    double product = 1;
    while (x < 10) {
      product *= x;
      x += 1;
    }
    shift = log(product);
  }
  const double r = 1.0 / x;
  const double z = r * r;
  double p = -691.0 / 360360.0;
  for (double c : {1.0 / 1188.0, -1.0 / 1680.0, 1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0}) p = p * z + c;
  return (x - 0.5) * log(x) - x + 0.91893853320467274178 + p * r - shift;
}

double normal_cdf(double z) {
  if (z != z) return z;
  const double x = z < 0 ? -z : z;
  double tail;
  if (x < 3) {
    // Φ(x) - 1/2 = φ(x) (x + x^3/3 + x^5/15 + …)
    double term = x;
    double sum = x;
    for (int n = 1; n < 60; ++n) {
      term *= x * x / (2 * n + 1);
      sum += term;
    }
    tail = 0.5 - sum * exp(-0.5 * x * x) * 0.39894228040143267794;
  } else {
    double fraction = x;  // Laplace's continued fraction
    for (int n = 60; n >= 1; --n) fraction = x + n / fraction;
    tail = exp(-0.5 * x * x) * 0.39894228040143267794 / fraction;
  }
  return z < 0 ? tail : 1.0 - tail;
}

double normal_quantile(double p) {
  if (!(p > 0)) return -infinity;
  if (!(p < 1)) return infinity;
  const double q = p < 0.5 ? p : 1.0 - p;
  const double t = sqrt(-2.0 * log(q));  // start: Abramowitz & Stegun 26.2.23, error below 4.5e-4
  double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  z = -z;
  for (int step = 0; step < 3; ++step) {
    const double density = 0.39894228040143267794 * exp(-0.5 * z * z);
    if (density <= 0) break;
    z -= (normal_cdf(z) - q) / density;
  }
  return p < 0.5 ? z : -z;
}

double logistic(double x) {
  if (x >= 0) return 1.0 / (1.0 + exp(-x));
  const double e = exp(x);
  return e / (1.0 + e);
}

double sqrt(double x) { return std::sqrt(x); }

}  // namespace plumb
