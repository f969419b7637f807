#include "wasm/core/stats/posterior.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace plumb;

namespace {

std::vector<double> beta_cells(double a, double b, std::size_t cells) {
  std::vector<double> log_density, out(cells);
  for (std::size_t i = 0; i < cells; ++i) log_density.push_back(log_beta_density((i + 0.5) / cells, a, b));
  normalise(log_density, out);
  return out;
}

}  // namespace

TEST_CASE("Mean, quantiles and mass of a known distribution") {
  const auto cells = beta_cells(2, 6, 400);
  CHECK(mean_of(cells) == Approx(0.25).epsilon(1e-4));
  CHECK(quantile_of(cells, 0.5) == Approx(0.2285).epsilon(2e-3));  // median of Beta(2, 6): tables
  CHECK(mass_above(cells, 0.5) == Approx(0.0625).epsilon(1e-3));   // P(Bin(7, .5) <= 1) = 8/128
  CHECK(mass_above(cells, 0) == Approx(1));
  CHECK(mass_above(cells, 1) == Approx(0).margin(1e-12));
}

TEST_CASE("The shortest interval touches 0 where the density is highest there") {
  const auto cells = beta_cells(1, 9, 77);
  const Interval v = shortest_interval(cells, 0.9);
  CHECK(v.low == 0);
  CHECK(v.high == Approx(1 - std::pow(0.1, 1 / 9.0)).epsilon(0.01));
  CHECK(v.mid > v.low);
}

TEST_CASE("The shortest interval of a symmetric density is central, and no other is shorter") {
  const auto cells = beta_cells(8, 8, 200);
  const Interval v = shortest_interval(cells, 0.9);
  CHECK(v.low + v.high == Approx(1).epsilon(0.01));
  double shortest = 1;
  for (double p = 0; p <= 0.1; p += 0.001)
    shortest = std::min(shortest, quantile_of(cells, p + 0.9) - quantile_of(cells, p));
  CHECK(v.width() <= shortest + 1e-9);
  CHECK(mass_above(cells, v.low) - mass_above(cells, v.high) == Approx(0.9).epsilon(1e-6));
}

TEST_CASE("A location likelihood is log-concave and keeps the cap") {
  std::vector<double> mean;
  for (int i = 0; i < 60; ++i) mean.push_back(-0.05 * i);
  for (const double scale : {0.2, 1.0, 2.0}) {
    for (double y = -12; y < 12; y += 0.3) {
      const auto curve = location_likelihood(y, mean, scale, std::log(20.0));
      const auto [least, most] = std::minmax_element(curve.begin(), curve.end());
      CHECK(*most - *least <= std::log(20.0) + 1e-9);
      for (std::size_t i = 1; i + 1 < curve.size(); ++i) CHECK(curve[i - 1] + curve[i + 1] <= 2 * curve[i] + 1e-9);
      // More of y speaks for the cells with the higher mean.
      const auto more = location_likelihood(y + 0.1, mean, scale, std::log(20.0));
      for (std::size_t i = 1; i < curve.size(); ++i) CHECK(more[i] - more[i - 1] <= curve[i] - curve[i - 1] + 1e-9);
    }
  }
}
