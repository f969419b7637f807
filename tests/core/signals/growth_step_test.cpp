#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Growth with such steps, as shares of the followers before them; below 0: a purge.
SampleAccount grown_by(const std::vector<double>& changes) {
  SampleAccount account;
  account.growth = Growth{.days = 90};
  for (const double change : changes) {
    const Time to = now - static_cast<Time>(10 * account.growth->steps.size()) * day;
    account.growth->steps.push_back({to - day, to, change, change < 0 ? StepKind::purge : StepKind::jump});
  }
  return account;
}

}  // namespace

TEST_CASE("Blocks of arrivals can't be seen without earlier visits; where none came it is said", "[growth_step]") {
  CHECK_FALSE(SampleAccount().look(SignalId::growth_step));
  const auto calm = grown_by({}).evidence(SignalId::growth_step);
  CHECK(calm.seen.value == 0);
  CHECK(only_tells(calm));
  CHECK(only_tells(grown_by({-0.2}).evidence(SignalId::growth_step)));
}

TEST_CASE("Larger blocks and more of them speak for a smaller audience, up to the cap", "[growth_step]") {
  double before = 0;
  for (const auto& changes : std::vector<std::vector<double>>{{0.1}, {0.3}, {0.3, 0.1}}) {
    const double moved = odds_moved(grown_by(changes).evidence(SignalId::growth_step));
    CHECK(moved > before);
    before = moved;
  }
  CHECK(*grown_by({9}).evidence(SignalId::growth_step).audience ==
        *grown_by({9, 9}).evidence(SignalId::growth_step).audience);
  CHECK(odds_moved(grown_by({9, 9}).evidence(SignalId::growth_step)) <= most_odds());
}

TEST_CASE("A fresh rise is told and speaks for nothing, and beside a block it is not told", "[growth_step]") {
  auto account = grown_by({0.25});
  account.growth->steps[0].kind = StepKind::fresh;
  const auto fresh = account.evidence(SignalId::growth_step);
  CHECK(fresh.seen.value == Approx(0.2));
  CHECK(std::get<double>(fresh.params.at(2).second) == 0.25);
  CHECK(only_tells(fresh));
  account.growth->steps.push_back({now - 40 * day, now - 39 * day, 0.1, StepKind::jump});
  const auto both = account.evidence(SignalId::growth_step);
  CHECK(both.seen.value == Approx(0.1 / 1.1));
  CHECK(*both.audience == *grown_by({0.1}).evidence(SignalId::growth_step).audience);
}

TEST_CASE("A block of arrivals: a worked example", "[growth_step]") {
  // A step of +25 % is a fifth of the followers after it: a slope of 8 · 0.2 = 1.6 over φ; from the first cell to the
  // last 1.6 · 76/77 = 1.579221. The largest step is told.
  const auto found = grown_by({0.25}).evidence(SignalId::growth_step);
  CHECK(found.seen.value == Approx(0.2));
  CHECK(across(*found.audience) == Approx(1.579221).margin(1e-6));
  const auto two = grown_by({0.1, 0.25}).evidence(SignalId::growth_step);
  CHECK(two.params.at(1).first == "to");
  CHECK(std::get<std::string>(two.params.at(1).second) == "2026-11-12T10:00:00Z");
  CHECK(std::get<double>(two.params.at(2).second) == 0.25);
}
