#include <catch2/catch.hpp>

#include "people_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("People seen with their counts", "[people_with_counts]") {
  check_people(SignalId::people_with_counts, Visibility::counts);
}

TEST_CASE("People seen with their counts: a worked example", "[people_with_counts]") {
  // One flagged follower is as likely as the mean share flagged, 0.0676 + φ (0.8549 − 0.0676); in the middle of the range
  // the ends of the spread are cut off at neither side. φ = 39.5/77: 0.471475; 58.5/77: 0.665744.
  // ln (0.665744 / 0.471475) = 0.345039.
  const auto rates = signals::classifier_of(Visibility::counts);
  REQUIRE(rates.alarms == 0.0676);
  REQUIRE(rates.sensitivity == 0.8549);
  const auto found = SampleAccount().people(1, 1, Visibility::counts).evidence(SignalId::people_with_counts);
  CHECK((*found.audience)[58] - (*found.audience)[39] == Approx(0.345039).margin(1e-5));
}
