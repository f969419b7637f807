#include "wasm/core/signals/sample.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "wasm/core/estimate/estimate.hpp"
#include "wasm/core/stats/posterior.hpp"
#include "wasm/core/stats/prior.hpp"

using namespace plumb;
using signals::SampleCount;

namespace {

model::PhiCurve likelihood(double flagged, double of) {
  return signals::sample_likelihood(Visibility::counts, {flagged, of});
}

Interval interval(double flagged, double of) {
  const Estimate nothing({});
  return shortest_interval(nothing.phi_with_sample(nothing.samples_apart(), likelihood(flagged, of)), 0.9);
}

}  // namespace

TEST_CASE("More flagged people raise every likelihood ratio") {
  for (const double of : {5.0, 30.0, 300.0}) {
    for (double flagged = 0; flagged + 1 <= of; flagged += of / 5) {
      const auto less = likelihood(flagged, of), more = likelihood(flagged + 1, of);
      for (std::size_t i = 1; i < less.size(); ++i) CHECK(more[i] - more[i - 1] >= less[i] - less[i - 1] - 1e-9);
    }
  }
}

TEST_CASE("A few alarms are compatible with a clean audience, many are not") {
  CHECK(interval(2, 30).low == 0);
  CHECK(interval(4, 30).low == 0);
  CHECK(interval(20, 30).low > 0.15);
  CHECK(interval(20, 30).mid > 0.5);
}

TEST_CASE("A sample narrows the interval") {
  const double nothing = shortest_interval(phi_prior(), 0.9).width();
  CHECK(interval(3, 30).width() < nothing - 0.1);
}

TEST_CASE("No sample moves the odds of phi > 0.3 by more than 20 to 1") {
  const auto odds = [](const model::PhiCurve& phi) {
    const double p = mass_above(phi, 0.3);
    return p / (1 - p);
  };
  const Estimate nothing({});
  const double before = odds(phi_prior());
  for (const double flagged : {0.0, 30.0, 150.0}) {
    const double after = odds(nothing.phi_with_sample(nothing.samples_apart(), likelihood(flagged, 150)));
    CHECK(after / before < 20.001);
    CHECK(before / after < 20.001);
  }
}
