#include <catch2/catch.hpp>

#include "people_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("People of whom only the name was seen", "[people_names_only]") {
  check_people(SignalId::people_names_only, Visibility::names_only);
}

TEST_CASE("People of whom only the name was seen: a worked example", "[people_names_only]") {
  // One flagged follower is as likely as the mean share flagged. It is normal around 0.2308 + φ (0.4318 − 0.2308) with the
  // spread 0.45, cut to (0, 1): mean m + 0.45 (n(a) − n(b)) / (N(b) − N(a)) with a = −m/0.45, b = (1 − m)/0.45.
  // φ = 0.5/77: m = 0.232105, 0.408670; 76.5/77: m = 0.430495, 0.475844. ln (0.475844 / 0.408670) = 0.152183.
  const auto rates = signals::classifier_of(Visibility::names_only);
  REQUIRE(rates.alarms == 0.2308);
  REQUIRE(rates.sensitivity == 0.4318);
  REQUIRE(rates.spread == 0.45);
  const auto found = SampleAccount().people(1, 1, Visibility::names_only).evidence(SignalId::people_names_only);
  CHECK(across(*found.audience) == Approx(0.152183).margin(1e-4));
}
