#include "wasm/core/signals/rates.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "wasm/core/stats/posterior.hpp"

using namespace plumb;
using namespace plumb::signals;

namespace {

RateEvidence rate_of(double followers, double part = 1.0) {
  const auto peers = Peers::find(Platform::instagram, Ratio::engagement_per_follower);
  REQUIRE(peers);
  return {.observed = 0,
          .expected = expected_by_size(*peers),
          .real = log_real_followers(followers, part),
          .follows_gamma = 1,
          .scale = 1.2};
}

}  // namespace

TEST_CASE("The least concave function above a valley bridges it and leaves the rest") {
  std::vector<double> values{0, 3, 1, 2, 4, 3};
  make_concave(values);
  const std::vector<double> expected{0, 3, 3 + 1.0 / 3, 3 + 2.0 / 3, 4, 3};
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i] == Approx(expected[i]));
}

TEST_CASE("What is expected follows the peers' table and grows with the followers") {
  const auto peers = Peers::find(Platform::instagram, Ratio::engagement_per_follower);
  const auto expected = expected_by_size(*peers);
  for (std::size_t k = 1; k < expected.size(); ++k) CHECK(expected[k] > expected[k - 1]);
  for (const double followers : {500.0, 3000.0, 20000.0, 5e6}) {
    const auto node = static_cast<std::size_t>((std::log(followers) - rate_node(0)) / rate_step);
    CHECK(expected[node] == Approx(rate_node(node) + peers->log_mid(std::exp(rate_node(node)))).margin(1e-9));
  }
}

TEST_CASE("More followers with the same engagement speak for a higher phi, more engagement for a lower one") {
  for (const double followers : {300.0, 2000.0, 9000.0, 60000.0, 3e6}) {
    const auto now = rate_of(followers), later = rate_of(followers * 1.7);
    for (double observed = 0; observed < 14; observed += 0.7) {
      const auto before = rate_likelihood(now, observed);
      const auto more_followers = rate_likelihood(later, observed),
                 more_engagement = rate_likelihood(now, observed + 0.5);
      for (std::size_t i = 1; i < before.size(); ++i) {
        CHECK(more_followers[i] - more_followers[i - 1] >= before[i] - before[i - 1] - 1e-9);
        CHECK(more_engagement[i] - more_engagement[i - 1] <= before[i] - before[i - 1] + 1e-9);
      }
    }
  }
}

TEST_CASE("A ratio says little where the table falls as fast as followers come") {
  constexpr std::size_t seventy = 54;  // the cell of 70 %
  const auto range = [](double followers, double observed) {
    const auto curve = rate_likelihood(rate_of(followers), observed);
    return std::abs(curve[seventy] - curve[0]);
  };
  // A fifth of what peers show, at 4,000 followers and at 400,000.
  const auto small = std::log(0.2 * 0.022 * 4000), large = std::log(0.2 * 0.00996 * 4e5);
  CHECK(range(4000, small) < 0.5 * range(4e5, large));
}

TEST_CASE("A rate of no post is as unsure as that of one, and more posts are surer") {
  CHECK(per_view_scale(0) == per_view_scale(1));
  CHECK(per_view_scale(2) < per_view_scale(1));
  CHECK(rate_scale(Platform::instagram, Basis::likes, 0) == rate_scale(Platform::instagram, Basis::likes, 1));
  CHECK(rate_scale(Platform::instagram, Basis::likes, 2) < rate_scale(Platform::instagram, Basis::likes, 1));
  CHECK(rate_scale(Platform::instagram, Basis::views, 2) != rate_scale(Platform::instagram, Basis::likes, 2));
}

TEST_CASE("What has arrived of a post's numbers: half after its half-life, and no less than the least") {
  const double half_life = facts_of(Platform::youtube).half_life;
  CHECK(log_part_arrived(Platform::youtube, {}) == 0);
  CHECK(log_part_arrived(Platform::youtube, half_life) == Approx(std::log(0.5)));
  CHECK(log_part_arrived(Platform::youtube, 2 * half_life) == Approx(std::log(0.75)));
  CHECK(log_part_arrived(Platform::youtube, 0) == Approx(-std::log(model::prior("halflife.most"))));
  CHECK(log_part_arrived(Platform::youtube, 1e9) == 0);
}

TEST_CASE("Of the followers as many are real as are not in phi, and a few at least") {
  const auto real = log_real_followers(1000, 1);
  for (std::size_t i = 0; i < real.size(); ++i) {
    const double part = std::max(1 - model::phi_at(i), model::prior("share.least_real"));
    CHECK(real[i] == Approx(std::log(1000 * part)));
  }
  CHECK(log_real_followers(1000, 0.5)[0] == Approx(std::log(1000 * (1 - 0.5 * model::phi_at(0)))));
  CHECK(log_real_followers(1000, 0).back() == Approx(std::log(1000.0)));
}
