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

TEST_CASE("Cells by hand: mean, quantiles and mass of four") {
  const std::vector<double> cells{0.1, 0.4, 0.3, 0.2};
  CHECK(mean_of(cells) == Approx(0.1 * 0.125 + 0.4 * 0.375 + 0.3 * 0.625 + 0.2 * 0.875));
  CHECK(quantile_of(cells, 0) == 0);
  CHECK(quantile_of(cells, 0.05) == Approx(0.125));  // the middle of the first cell
  CHECK(quantile_of(cells, 0.3) == Approx(0.375));   // the middle of the second
  CHECK(quantile_of(cells, 0.5) == Approx(0.5));     // where the third begins
  CHECK(median_of(cells) == shortest_interval(cells, 0.9).mid);
  CHECK(quantile_of(cells, 0.9) == Approx(0.875));
  CHECK(quantile_of(cells, 1.1) == 1);  // rounding may ask for more than there is
  CHECK(mass_above(cells, 0.375) == Approx(0.7));
  CHECK(mass_above(cells, -1) == Approx(1));
  CHECK(mass_above(cells, 2) == Approx(0).margin(1e-15));
}

TEST_CASE("Empty cells at the low end hold no mass and no quantile but the least") {
  const std::vector<double> cells{0, 0, 0.5, 0.5};
  CHECK(quantile_of(cells, 0) == 0);
  CHECK(quantile_of(cells, 0.25) == Approx(0.625));
  CHECK(mass_above(cells, 0.5) == 1);
  CHECK(shortest_interval(cells, 0.5).low == Approx(0.5));
  CHECK(shortest_interval(cells, 0.5).high == Approx(0.75));
}

TEST_CASE("The shortest interval by hand: it begins or ends on a cell's edge, and of equal ones the lowest counts") {
  // Half of the mass: 0.4 of the second cell and a third of the third, or the third and half of the second, which is longer.
  const Interval peak = shortest_interval(std::vector<double>{0.1, 0.4, 0.3, 0.2}, 0.5);
  CHECK(peak.low == Approx(0.25));
  CHECK(peak.high == Approx(0.5 + 0.25 / 3));
  CHECK(peak.mid == Approx(0.5));
  CHECK(peak.level == 0.5);
  // Ends on an edge: 0.3 of the second and half of the first.
  const Interval before = shortest_interval(std::vector<double>{0.2, 0.3, 0.5, 0}, 0.6);
  CHECK(before.low == Approx(0.5 - 0.25 / 3));
  CHECK(before.high == Approx(0.75));
  const Interval flat = shortest_interval(std::vector<double>{0.25, 0.25, 0.25, 0.25}, 0.5);
  CHECK(flat.low == 0);
  CHECK(flat.high == Approx(0.5));
  // The median lies outside of the shortest: the interval reaches to it.
  const Interval apart = shortest_interval(std::vector<double>{0.4, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 0.4);
  CHECK(apart.low == 0);
  CHECK(apart.mid == Approx(4.0 / 9));
  CHECK(apart.high == Approx(4.0 / 9));
}

TEST_CASE(
    "Mass that rounding leaves at a little less or more than 1 moves no interval: any amount of it is the whole") {
  const std::vector<double> cells{0.05, 0.1, 0.3, 0.25, 0.15, 0.1, 0.05};
  const Interval whole = shortest_interval(cells, 0.8);
  for (const double factor : {0.25, 4.0}) {
    std::vector<double> scaled = cells;
    for (double& p : scaled) p *= factor;
    const Interval same = shortest_interval(scaled, 0.8);
    CHECK(same.low == Approx(whole.low));
    CHECK(same.mid == Approx(whole.mid));
    CHECK(same.high == Approx(whole.high));
  }
}

TEST_CASE("A location likelihood by hand: a parabola up to the bend, and its tangent behind it") {
  // Means 0 and −1, scale 1: the cells may differ by ln odds of 0.8 above, 0.5 below. So the bends are at 0.8 and 0.5.
  const std::vector<double> mean{0, -1};
  const auto near = location_likelihood(-0.2, mean, 1, 0.8, 0.5);
  CHECK(near[0] == Approx(-0.5 * 0.2 * 0.2));
  CHECK(near[1] == Approx(-0.5 * 0.8 * 0.8));
  const auto above = location_likelihood(2, mean, 1, 0.8, 0.5);
  CHECK(above[0] == Approx(-0.8 * (2 - 0.4)));
  CHECK(above[1] == Approx(-0.8 * (3 - 0.4)));
  const auto below = location_likelihood(-3, mean, 1, 0.8, 0.5);
  CHECK(below[0] == Approx(-0.5 * (3 - 0.25)));
  CHECK(below[1] == Approx(-0.5 * (2 - 0.25)));
  // In another unit the bends move with it.
  const auto wide = location_likelihood(8, {{0.0, -4.0}}, 4, 0.8, 0.5);
  CHECK(wide[0] == Approx(above[0]));
  CHECK(wide[1] == Approx(above[1]));
}

TEST_CASE("Where every cell expects the same, an observation tells them apart by nothing") {
  const auto curve = location_likelihood(5, std::vector<double>{1, 1, 1}, 2, 3, 3);
  for (const double value : curve) CHECK(value == Approx(-0.5 * 2 * 2));
}

TEST_CASE("The density of Beta(2, 3) is 12 x (1 − x)²") {
  for (const double x : {0.1, 0.5, 0.8})
    CHECK(log_beta_density(x, 2, 3) == Approx(std::log(12 * x * (1 - x) * (1 - x))));
}

TEST_CASE("Weights become shares, however small they are") {
  std::vector<double> shares(3);
  normalise(std::vector<double>{-5000, -5000 + std::log(2.0), -5000}, shares);
  CHECK(shares[0] == Approx(0.25));
  CHECK(shares[1] == Approx(0.5));
  CHECK(shares[2] == Approx(0.25));
}

TEST_CASE("The least concave function above: by hand") {
  const auto above = [](std::vector<double> values) {
    make_concave(values);
    return values;
  };
  CHECK(above({5}) == std::vector<double>{5});
  CHECK(above({1, 9}) == std::vector<double>{1, 9});
  CHECK(above({0, 0, 4}) == std::vector<double>{0, 2, 4});
  CHECK(above({4, 0, 0}) == std::vector<double>{4, 2, 0});
  CHECK(above({0, 3, 4, 3, 0}) == std::vector<double>{0, 3, 4, 3, 0});
  CHECK(above({0, 1, 2, 3}) == std::vector<double>{0, 1, 2, 3});
  CHECK(above({0, -5, -5, -5, 8}) == std::vector<double>{0, 2, 4, 6, 8});
  CHECK(above({8, 0, 6, 0, 0}) == std::vector<double>{8, 7, 6, 3, 0});
}
