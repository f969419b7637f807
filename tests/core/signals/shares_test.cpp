#include "wasm/core/signals/shares.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace plumb;
using plumb::signals::gamma_tilt, plumb::signals::part_between, plumb::signals::phi_tilt,
    plumb::signals::rank_correlation;

TEST_CASE("The correlation of ranks: worked examples") {
  using Values = std::vector<double>;
  // 1 − 6 Σd² / (n (n² − 1)): of five with four places off by one, 1 − 24 / 120.
  CHECK(rank_correlation(Values{1, 2, 3, 4, 5}, Values{2, 1, 4, 3, 5}) == Approx(0.8));
  CHECK(rank_correlation(Values{1, 2, 3, 4, 5}, Values{10, 20, 40, 80, 160}) == Approx(1));
  CHECK(rank_correlation(Values{1, 2, 3, 4}, Values{4, 3, 2, 1}) == Approx(-1));
  // Equal ones share the middle of their places: 0.5, 0.5, 2 against 0, 1, 2 is 1.5 / √(1.5 · 2).
  CHECK(rank_correlation(Values{7, 7, 9}, Values{1, 2, 3}) == Approx(1.5 / std::sqrt(3.0)));
  // Where all are equal nothing goes along with anything.
  CHECK(rank_correlation(Values{7, 7, 7}, Values{1, 2, 3}) == 0);
  CHECK(rank_correlation(Values{1, 2, 3}, Values{7, 7, 7}) == 0);
}

TEST_CASE("A part rises evenly between two ends, and is none and all beyond them") {
  CHECK(part_between(2, 2, 6) == 0);
  CHECK(part_between(3, 2, 6) == 0.25);
  CHECK(part_between(6, 2, 6) == 1);
  CHECK(part_between(1, 2, 6) == 0);
  CHECK(part_between(9, 2, 6) == 1);
}

TEST_CASE("A tilt rises with the share, by no more than one signal may say") {
  const auto tilt = phi_tilt(0.5);
  for (std::size_t i = 0; i < tilt.size(); ++i) CHECK(tilt[i] == Approx(0.5 * model::phi_at(i)));
  CHECK(phi_tilt(-0.5)[3] == Approx(-0.5 * model::phi_at(3)));
  CHECK(phi_tilt(100) == phi_tilt(odds_cap()));
  CHECK(phi_tilt(-100) == phi_tilt(-odds_cap()));
  CHECK(gamma_tilt(100) == gamma_tilt(odds_cap()));
  CHECK(gamma_tilt(-100) == gamma_tilt(-odds_cap()));
  CHECK(gamma_tilt(0.5).back() - gamma_tilt(0.5).front() == Approx(0.5 * (model::gamma_at(45) - model::gamma_at(0))));
}
