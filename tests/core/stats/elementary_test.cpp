#include "wasm/core/stats/elementary.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "wasm/core/stats/normal.hpp"

namespace {

/// Distance of x from the long double value, in units of the last place of a double.
double ulps(double x, long double exact) {
  const double nearest = static_cast<double>(exact);
  const double unit = std::nextafter(std::fabs(nearest), INFINITY) - std::fabs(nearest);
  return static_cast<double>(std::fabs(static_cast<long double>(x) - exact) / unit);
}

}  // namespace

TEST_CASE("exp agrees with long double over its whole range") {
  double worst = 0, worst_at = 0;
  for (double x = -700; x < 709; x += 0.037) {
    const double error = ulps(plumb::exp(x), std::exp(static_cast<long double>(x)));
    if (error > worst) {
      worst = error;
      worst_at = x;
    }
  }
  INFO("worst at " << worst_at);
  CHECK(worst < 2.5);
  CHECK(plumb::exp(0) == 1);
  CHECK(plumb::exp(-1e9) == 0);
  CHECK(plumb::exp(-745.0) > 0);
  CHECK(plumb::exp(-740.0) == Approx(std::exp(-740.0)));
  CHECK(plumb::exp(710.0) == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(plumb::exp(std::nan(""))));
}

TEST_CASE("log agrees with long double from subnormals to the largest doubles") {
  double worst = 0, worst_at = 0;
  for (double x = 5e-324; x < 1e308; x *= 1.0371) {
    if (x < 1e-320) x *= 3;
    const double error = ulps(plumb::log(x), std::log(static_cast<long double>(x)));
    if (error > worst) {
      worst = error;
      worst_at = x;
    }
  }
  for (double x = 0.5; x < 2; x += 0.00037) {
    const double error = ulps(plumb::log(x), std::log(static_cast<long double>(x)));
    if (error > worst && std::fabs(x - 1) > 1e-6) {
      worst = error;
      worst_at = x;
    }
  }
  INFO("worst at " << worst_at);
  CHECK(worst < 2.5);
  CHECK(plumb::log(1) == 0);
  CHECK(plumb::log(0) == -std::numeric_limits<double>::infinity());
  CHECK(std::isnan(plumb::log(-1)));
}

TEST_CASE("Many at once have the bits of one after the other, among extreme values, too") {
  std::vector<double> powers, numbers;
  for (double x = -707.5; x < 708.5; x += 0.37) powers.push_back(x);
  for (double x = 2.3e-308; x < 1e308; x *= 1.7) numbers.push_back(x);
  const auto compare = [](std::vector<double> values, double (*one)(double), void (*each)(std::span<double>)) {
    std::vector<double> expected;
    for (const double x : values) expected.push_back(one(x));
    each(values);
    CHECK(std::equal(values.begin(), values.end(), expected.begin(), [](double a, double b) {
      return __builtin_bit_cast(std::uint64_t, a) == __builtin_bit_cast(std::uint64_t, b);
    }));
  };
  compare(powers, plumb::exp, plumb::exp_each);
  compare(numbers, plumb::log, plumb::log_each);
  constexpr double most = std::numeric_limits<double>::max();
  for (const double x : {-1e9, -746.0, -745.0, -720.0, -708.0, 709.0, 709.7, 710.0, most}) powers.push_back(x);
  for (const double x : {0.0, 5e-324, 1e-310, most, std::numeric_limits<double>::infinity()}) numbers.push_back(x);
  compare(powers, plumb::exp, plumb::exp_each);
  compare(numbers, plumb::log, plumb::log_each);
}

TEST_CASE("log1p is exact near zero") {
  for (double x : {-0.9, -0.24, -1e-3, -1e-12, 1e-300, 1e-12, 0.1, 0.24, 0.26, 3.0}) {
    CHECK(ulps(plumb::log1p(x), std::log1p(static_cast<long double>(x))) < 4);
  }
}

TEST_CASE("lgamma agrees with long double") {
  for (double x = 0.01; x < 3000; x *= 1.013) {
    const auto exact = static_cast<double>(std::lgamma(static_cast<long double>(x)));
    CHECK(std::fabs(plumb::lgamma(x) - exact) < 2e-14 * std::max(1.0, std::fabs(exact)));
  }
}

TEST_CASE("The normal distribution and its quantile") {
  for (double z = -8; z <= 8; z += 0.083) {
    const auto exact = static_cast<double>(0.5L * std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L)));
    CHECK(std::fabs(plumb::normal_cdf(z) - exact) < 1e-12);
  }
  for (double p : {1e-9, 1e-4, 0.05, 0.1, 0.5, 0.7, 0.9, 0.95, 0.999999}) {
    CHECK(std::fabs(plumb::normal_cdf(plumb::normal_quantile(p)) - p) < 1e-10);
  }
  CHECK(plumb::normal_quantile(0.95) == Approx(1.6448536269514722).epsilon(1e-9));
}

TEST_CASE("logistic stays inside 0 and 1") {
  CHECK(plumb::logistic(0) == 0.5);
  CHECK(plumb::logistic(800) == 1);
  CHECK(plumb::logistic(-800) >= 0);
  CHECK(plumb::logistic(1.5) == Approx(1 / (1 + std::exp(-1.5))));
}

TEST_CASE("The reach of 90 % and 80 % is the normal distribution's, in one place") {
  CHECK(plumb::z_90 == Approx(plumb::normal_quantile(0.95)).epsilon(1e-12));
  CHECK(plumb::z_80 == Approx(plumb::normal_quantile(0.9)).epsilon(1e-12));
  // Student's t, 95 %: the table of any handbook.
  for (const auto& [degrees, quantile] : {std::pair{5.0, 2.0150}, {6.0, 1.9432}, {10.0, 1.8125}, {30.0, 1.6973}})
    CHECK(plumb::t_90(degrees) == Approx(quantile).margin(1e-3));
  CHECK(plumb::mad_to_deviation == Approx(1 / plumb::normal_quantile(0.75)).epsilon(1e-5));
}

namespace {

/// The bits of many values as one number (FNV-1a).
struct Bits {
  std::uint64_t sum = 0xCBF29CE484222325u;
  void add(double value) {
    const auto bits = __builtin_bit_cast(std::uint64_t, value);
    for (int shift = 0; shift < 64; shift += 8) sum = (sum ^ ((bits >> shift) & 0xFF)) * 0x100000001B3u;
  }
};

std::uint64_t bits_of(double (*function)(double), double from, double to, double step,
                      const std::vector<double>& borders) {
  Bits bits;
  for (double x = from; x < to; x += step) bits.add(function(x));
  for (const double border : borders) {
    for (const double x : {std::nextafter(border, -INFINITY), border, std::nextafter(border, INFINITY)})
      bits.add(function(x));
  }
  return bits.sum;
}

}  // namespace

TEST_CASE("Every machine and compiler computes the same bits, on both sides of each border between two ways") {
  // One report is to have the same bytes in every browser and natively, so the last bit counts: these sums are of the bits
  // that the formulas give with each operation rounded once, as IEEE 754 says. What is fused, reordered or taken from
  // the C library gives others. The tests above say that the values are right.
  constexpr double root = 1.41421356237309504880;  // where the logarithm halves its mantissa
  CHECK(bits_of(plumb::exp, -20, 20, 0.0173, {-745.2, -745.1, -708, -0.34657, 0, 0.34657, 1, 709, 709.7}) ==
        0xa665b728ad6ff6b7u);
  CHECK(bits_of(plumb::log, 0.01, 40, 0.0173, {1e-310, 2.3e-308, 0.5 * root, 1, root, 2, 64 * root, 1e300}) ==
        0xd61516c720fd2068u);
  CHECK(bits_of(plumb::log1p, -0.9, 3, 0.0017, {-0.25, 0, 0.25}) == 0xaa54657446c8d64bu);
  CHECK(bits_of(plumb::lgamma, 0.01, 40, 0.0173, {0.5, 1, 2, 9, 10, 11, 170, 1e10}) == 0xc9adfb53901b8eb6u);
  CHECK(bits_of(plumb::normal_cdf, -40, 40, 0.0173, {-38, -3, 0, 3, 38}) == 0x75ac0f5c87af204u);
  CHECK(bits_of(plumb::normal_quantile, 0.0001, 1, 0.00173, {1e-300, 1e-12, 0.5, 0.999999}) == 0x71acccd22acebdd5u);
  CHECK(bits_of(plumb::logistic, -40, 40, 0.0173, {-700, 0, 700}) == 0x2cd5472746f6b31bu);
}

TEST_CASE("Where a function ends: nothing, all, and what is no number") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(plumb::exp(-745.2) == 0);
  CHECK(plumb::exp(-745.13) == std::exp(-745.13));  // the least double above 0
  CHECK(plumb::exp(-infinity) == 0);
  CHECK(plumb::exp(infinity) == infinity);
  CHECK(plumb::exp(709.78) == Approx(std::exp(709.78)));
  CHECK(plumb::exp(709.79) == infinity);
  CHECK(plumb::log(infinity) == infinity);
  CHECK(plumb::log(std::numeric_limits<double>::max()) == Approx(709.782712893384));
  CHECK(std::isnan(plumb::log(std::nan(""))));
  CHECK(plumb::lgamma(0) == infinity);
  CHECK(plumb::lgamma(-1) == infinity);
  CHECK(plumb::lgamma(1) == Approx(0).margin(1e-14));
  CHECK(plumb::normal_cdf(0) == 0.5);
  CHECK(plumb::normal_cdf(-infinity) == 0);
  CHECK(plumb::normal_cdf(infinity) == 1);
  CHECK(plumb::normal_cdf(-37) > 0);  // 4.6e-300
  CHECK(std::isnan(plumb::normal_cdf(std::nan(""))));
  CHECK(plumb::normal_quantile(0) == -infinity);
  CHECK(plumb::normal_quantile(1) == infinity);
  CHECK(plumb::normal_quantile(0.5) == Approx(0).margin(1e-12));
  CHECK(plumb::normal_quantile(1e-300) == Approx(-37.0471));  // tables of the far tail
}

TEST_CASE("The far tail keeps its relative precision: a p-value is told however small") {
  for (double z = 3; z < 37; z += 0.31) {
    const auto exact = static_cast<double>(0.5L * std::erfc(static_cast<long double>(z) / std::sqrt(2.0L)));
    CHECK(plumb::normal_cdf(-z) == Approx(exact).epsilon(1e-11));
  }
}
