#include "wasm/core/signals/split.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <utility>
#include <vector>

using plumb::signals::lower_group;

namespace {

/// `n` values with the quantiles of a normal distribution of this spread; every second one lower by `distance`.
std::vector<double> spread_values(int n, double spread, double distance) {
  std::vector<double> out;
  for (int i = 0; i < n; ++i) {
    const double p = (static_cast<double>(i) + 0.5) / n;
    out.push_back(spread * 1.7 * std::log(p / (1 - p)) / 3 - (i % 2 == 0 ? distance : 0));
  }
  return out;
}

}  // namespace

TEST_CASE("One group stays one, whatever its spread") {
  for (const double spread : {0.05, 0.3, 0.5, 0.9}) {
    const auto split = lower_group(spread_values(24, spread, 0), 0.1);
    INFO(spread);
    CHECK(split.share < 0.15);
    for (const double m : split.member) CHECK(m < 0.5);
  }
  CHECK(lower_group({1.0}, 0.1).share < 0.15);
}

TEST_CASE("Two groups are told apart, and how much more the lower one has") {
  const auto values = spread_values(24, 0.2, std::log(3));
  const auto split = lower_group(values, 0.1);
  CHECK(split.expected == Approx(12).margin(1.5));
  CHECK(split.share == Approx(0.5).margin(0.1));  // half of them three times as many: half of all views
  for (std::size_t i = 0; i < values.size(); ++i) CHECK((split.member[i] > 0.5) == (i % 2 == 0));
}

namespace {

/// lower_group by its formulas alone: every way's likelihood is a sum of logarithms, one for each value, in long double.
struct Plain {
  long double share = 0, expected = 0;
  std::vector<long double> member;
};

Plain plain_lower_group(const std::vector<double>& values, long double prior) {
  const std::vector<std::pair<long double, long double>> spreads{
      {0.2, 0.125}, {0.3, 0.277}, {0.45, 0.319}, {0.65, 0.205}, {0.95, 0.074}};
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t n = sorted.size();
  const long double middle = n % 2 == 1 ? sorted[n / 2] : 0.5L * (sorted[n / 2 - 1] + sorted[n / 2]);
  const auto density = [](long double value, long double at, long double spread) {
    const long double z = (value - at) / spread;
    return std::pow(1 + z * z / 4, -2.5L) / spread;
  };
  struct Way {
    long double weight, at, spread, distance, part;
  };
  long double one = 0, all = 0;
  std::vector<Way> ways;
  for (const auto& [spread, usual] : spreads) {
    long double product = usual;
    for (const double v : values) product *= density(v, middle, spread);
    one += product;
    for (const double place : {0.5, 0.6, 0.7, 0.8, 0.9}) {
      const double at = sorted[static_cast<std::size_t>(place * static_cast<double>(n - 1))];
      for (const long double distance : {0.693L, 1.099L, 1.504L, 2.079L, 2.708L}) {
        for (const long double part : {0.12L, 0.25L, 0.4L, 0.5L}) {
          long double weight = usual / 100;
          for (const double v : values)
            weight *= (1 - part) * density(v, at, spread) + part * density(v, at - distance, spread);
          ways.push_back({weight, at, spread, distance, part});
          all += weight;
        }
      }
    }
  }
  const long double sure = prior * all / (prior * all + (1 - prior) * one);
  Plain out;
  out.member.assign(n, 0);
  for (const Way& way : ways) {
    const long double weight = sure * way.weight / all;
    const long double more = way.part * (std::exp(way.distance) - 1);
    out.share += weight * more / (1 + more);
    for (std::size_t i = 0; i < n; ++i) {
      const long double usual = (1 - way.part) * density(values[i], way.at, way.spread);
      const long double lower = way.part * density(values[i], way.at - way.distance, way.spread);
      out.member[i] += weight * lower / (usual + lower);
    }
  }
  for (const long double m : out.member) out.expected += m;
  return out;
}

}  // namespace

TEST_CASE("However many values, what is found is what the formulas say of them one by one") {
  // Eight densities make one product: fewer, one more than eight, and more than twice as many.
  for (const int n : {2, 7, 8, 9, 17, 40}) {
    for (const double prior : {0.1, 0.6}) {
      for (const auto& values : {spread_values(n, 0.3, 0), spread_values(n, 0.25, 1.2)}) {
        INFO(n << " values, prior " << prior);
        const auto split = lower_group(values, prior);
        const auto plain = plain_lower_group(values, prior);
        // Ways of a weight below 1e-6 are left out, and there are 500.
        CHECK(split.share == Approx(static_cast<double>(plain.share)).margin(5e-4));
        CHECK(split.expected == Approx(static_cast<double>(plain.expected)).margin(5e-4 * n));
        for (std::size_t i = 0; i < values.size(); ++i)
          CHECK(split.member[i] == Approx(static_cast<double>(plain.member[i])).margin(5e-4));
      }
    }
  }
}
