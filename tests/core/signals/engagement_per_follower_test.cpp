#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Four posts of unlike likes around a middle, and twenty comments each, five half-lives of a post after they appeared
/// (3.95 days on Instagram).
SampleAccount received(std::int64_t middle, std::int64_t followers, Platform platform = Platform::instagram) {
  SampleAccount account(platform, followers);
  return account.posts(4, [=](Post& post, int i) {
    post.at = now - 341280;
    const std::int64_t unlike[] = {-middle * 115 / 315, -middle * 35 / 315, middle * 35 / 315, middle * 115 / 315};
    post.likes = exactly(middle + unlike[i]);
    post.comments = exactly(20);
  });
}

}  // namespace

TEST_CASE("Engagement against followers says nothing where either is unknown, or of comments alone",
          "[engagement_per_follower]") {
  CHECK_FALSE(SampleAccount().look(SignalId::engagement_per_follower));
  auto account = received(315, 10000);
  account.snapshot.profile.followers.reset();
  CHECK_FALSE(account.look(SignalId::engagement_per_follower));
  account = received(315, 10000);
  for (auto& post : account.snapshot.posts) post.likes.reset();
  CHECK_FALSE(account.look(SignalId::engagement_per_follower));
}

TEST_CASE("Engagement against followers is only told where no peers are known", "[engagement_per_follower]") {
  CHECK(only_tells(received(315, 10000, Platform::twitch).evidence(SignalId::engagement_per_follower)));
}

TEST_CASE("Less engagement for the followers speaks for a smaller audience, up to the cap",
          "[engagement_per_follower]") {
  double before = -most_odds();
  for (const std::int64_t middle : {900000, 20000, 3150, 315, 0}) {
    const double moved = odds_moved(received(middle, 400000).evidence(SignalId::engagement_per_follower));
    CHECK(moved >= before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > 0);
  CHECK(odds_moved(received(20000, 400000).evidence(SignalId::engagement_per_follower)) < 0);
}

TEST_CASE("Engagement against followers: a worked example", "[engagement_per_follower]") {
  // Likes of 200, 280, 350, 430 and 20 comments: the middle is 335. After five half-lives 1 − 2⁻⁵ = 0.96875 is there:
  // ln (335.5 / 0.96875) = 5.847371. Scale √(1.2² + 0.53² / 4) = 1.228912. In the first cell of φ the real followers are
  // 10,000 · (1 − 0.5/77): ln 9.203826.
  const auto found = received(315, 10000).evidence(SignalId::engagement_per_follower);
  CHECK(found.seen.value == Approx(0.0335));
  REQUIRE(found.rate);
  CHECK(found.rate->observed == Approx(5.847371).margin(1e-6));
  CHECK(found.rate->scale == Approx(1.228912).margin(1e-6));
  CHECK(found.rate->real.front() == Approx(9.203826).margin(1e-6));
  CHECK(found.rate->follows_gamma == 1);
}
