#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount begun_before(std::int64_t followers, Time days) {
  SampleAccount account(Platform::instagram, followers);
  account.snapshot.profile.created_at = now - days * day;
  return account;
}

}  // namespace

TEST_CASE("The account's age says nothing where its beginning, the time of the visit or the followers are unknown",
          "[account_age]") {
  CHECK_FALSE(SampleAccount().look(SignalId::account_age));
  auto account = begun_before(2000000, 200);
  account.snapshot.captured_at.reset();
  CHECK_FALSE(account.look(SignalId::account_age));
  account = begun_before(2000000, 200);
  account.snapshot.profile.followers.reset();
  CHECK_FALSE(account.look(SignalId::account_age));
}

TEST_CASE("More followers for each day speak for a smaller audience, from a thousand to fifty thousand a day",
          "[account_age]") {
  CHECK(odds_moved(begun_before(200000, 200).evidence(SignalId::account_age)) == Approx(0).margin(1e-12));
  double before = 0;
  for (const std::int64_t followers : {400000, 2000000, 10000000}) {
    const double moved = odds_moved(begun_before(followers, 200).evidence(SignalId::account_age));
    CHECK(moved > before);
    before = moved;
  }
  CHECK(*begun_before(900000000, 200).evidence(SignalId::account_age).audience ==
        *begun_before(10000000, 200).evidence(SignalId::account_age).audience);
  CHECK(before <= most_odds());
}

TEST_CASE("The account's age: a worked example", "[account_age]") {
  // 2,000,000 followers in 200 days: 10,000 a day, ln 10 / ln 50 = 0.588592 of the way from 1,000 to 50,000.
  // A slope of 0.8 · 0.588592 = 0.470873 over φ; from the first cell to the last 76/77 of it: 0.464758.
  const auto found = begun_before(2000000, 200).evidence(SignalId::account_age);
  CHECK(found.seen.value == 200);
  CHECK(std::get<double>(found.params.at(0).second) == 10000);
  CHECK(across(*found.audience) == Approx(0.464758).margin(1e-6));
}
