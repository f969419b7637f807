#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount that_follows(std::int64_t following, std::int64_t followers = 10000) {
  SampleAccount account(Platform::instagram, followers);
  account.snapshot.profile.following = exactly(following);
  return account;
}

}  // namespace

TEST_CASE("Whom the account follows says nothing where it is unknown", "[following_pattern]") {
  CHECK_FALSE(SampleAccount().look(SignalId::following_pattern));
}

TEST_CASE("Following more speaks for a smaller audience, from 1,500 to 7,000, whatever the followers",
          "[following_pattern]") {
  CHECK(odds_moved(that_follows(1500).evidence(SignalId::following_pattern)) == Approx(0).margin(1e-12));
  double before = 0;
  for (const std::int64_t following : {2000, 4000, 7000}) {
    const double moved = odds_moved(that_follows(following).evidence(SignalId::following_pattern));
    CHECK(moved > before);
    before = moved;
  }
  CHECK(before <= most_odds());
  CHECK(*that_follows(90000).evidence(SignalId::following_pattern).audience ==
        *that_follows(7000, 5).evidence(SignalId::following_pattern).audience);
}

TEST_CASE("Whom the account follows: a worked example", "[following_pattern]") {
  // 4,250 lie half-way from 1,500 to 7,000: a slope of 0.6 / 2 over φ; from the first cell to the last
  // 0.3 · 76/77 = 0.296104.
  const auto found = that_follows(4250).evidence(SignalId::following_pattern);
  CHECK(found.seen.value == 4250);
  CHECK(across(*found.audience) == Approx(0.296104).margin(1e-6));
}
