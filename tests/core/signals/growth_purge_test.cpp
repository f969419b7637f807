#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Blocks of leavers can't be seen without earlier visits; where none left it is said", "[growth_purge]") {
  CHECK_FALSE(SampleAccount().look(SignalId::growth_purge));
  SampleAccount calm;
  calm.growth = Growth{.days = 90};
  CHECK(calm.evidence(SignalId::growth_purge).seen.value == 0);
  CHECK(calm.evidence(SignalId::growth_purge).params.empty());
}

TEST_CASE("Blocks of leavers are told and move nothing: a worked example", "[growth_purge]") {
  // 4 % and 2 % left, and 30 % arrived between: 0.04 + 0.02 = 0.06. The last block is told with its times.
  SampleAccount account;
  account.growth = Growth{.days = 90};
  account.growth->steps = {{now - 30 * day, now - 29 * day, -0.04, StepKind::purge},
                           {now - 20 * day, now - 19 * day, 0.3, StepKind::jump},
                           {now - 10 * day, now - 9 * day, -0.02, StepKind::purge}};
  const auto found = account.evidence(SignalId::growth_purge);
  CHECK(found.seen.value == Approx(0.06));
  CHECK(std::get<std::string>(found.params.at(0).second) == "2026-11-12T10:00:00Z");
  CHECK(std::get<double>(found.params.at(2).second) == -0.02);
  CHECK(only_tells(found));
}
