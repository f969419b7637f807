#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Five videos of so many views, two half-lives after they appeared (12 days on YouTube).
SampleAccount seen_by(std::int64_t views, std::int64_t followers, Platform platform = Platform::youtube) {
  SampleAccount account(platform, followers);
  return account.posts(5, [=](Post& post, int) {
    post.at = now - 12 * day;
    post.views = exactly(views);
  });
}

}  // namespace

TEST_CASE("Views against followers say nothing where either is unknown", "[views_per_follower]") {
  CHECK_FALSE(SampleAccount().look(SignalId::views_per_follower));
  auto account = seen_by(7500, 20000);
  account.snapshot.profile.followers.reset();
  CHECK_FALSE(account.look(SignalId::views_per_follower));
}

TEST_CASE("Views against followers are only told where no peers are known", "[views_per_follower]") {
  CHECK(only_tells(seen_by(7500, 20000, Platform::twitch).evidence(SignalId::views_per_follower)));
}

TEST_CASE("Fewer views for the followers speak for a smaller audience, up to the cap", "[views_per_follower]") {
  double before = -most_odds();
  for (const std::int64_t views : {90000000, 400000, 20000, 500, 0}) {
    const double moved = odds_moved(seen_by(views, 200000).evidence(SignalId::views_per_follower));
    CHECK(moved >= before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > 0);
  CHECK(odds_moved(seen_by(400000, 200000).evidence(SignalId::views_per_follower)) < 0);
}

TEST_CASE("Views against followers: a worked example", "[views_per_follower]") {
  // After two half-lives 1 − 2⁻² = 0.75 is there: ln (7500.5 / 0.75) = 9.210407. Scale √(1.477² + 0.91² / 5) = 1.532041.
  // Six in ten views follow the audience: ln 20,000 + ln (1 − 0.6 · 0.5/77) = 9.899584 in the first cell of φ,
  // ln 20,000 + ln (1 − 0.6 · 76.5/77) = 8.996890 in the last.
  const auto found = seen_by(7500, 20000).evidence(SignalId::views_per_follower);
  CHECK(found.seen.value == Approx(0.375));
  REQUIRE(found.rate);
  CHECK(found.rate->observed == Approx(9.210407).margin(1e-6));
  CHECK(found.rate->scale == Approx(1.532041).margin(1e-6));
  CHECK(found.rate->real.front() == Approx(9.899584).margin(1e-6));
  CHECK(found.rate->real.back() == Approx(8.996890).margin(1e-6));
  CHECK(found.rate->follows_gamma == 0);
}
