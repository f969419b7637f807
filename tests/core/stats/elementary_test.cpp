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
