#include "wasm/core/signals/split.hpp"

#include <catch2/catch.hpp>
#include <cmath>

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
