#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Nine posts with so many likes and views each.
SampleAccount viewed(std::int64_t likes, std::int64_t views, Platform platform = Platform::youtube) {
  SampleAccount account(platform);
  return account.posts(9, [=](Post& post, int) {
    post.likes = exactly(likes);
    post.views = exactly(views);
  });
}

}  // namespace

TEST_CASE("Likes against views say nothing where either is unknown, or without a view", "[likes_per_view]") {
  CHECK_FALSE(SampleAccount().look(SignalId::likes_per_view));
  auto unseen = viewed(100, 1000);
  for (auto& post : unseen.snapshot.posts) post.views.reset();
  CHECK_FALSE(unseen.look(SignalId::likes_per_view));
  CHECK_FALSE(viewed(0, 0).look(SignalId::likes_per_view));
}

TEST_CASE("Likes against views are only told where no peers are known", "[likes_per_view]") {
  CHECK(only_tells(viewed(100, 1000, Platform::twitch).evidence(SignalId::likes_per_view)));
}

TEST_CASE("More likes for the views speak for less organic engagement, up to the cap; fewer than usual count as usual",
          "[likes_per_view]") {
  double before = odds_moved(viewed(100, 10000).evidence(SignalId::likes_per_view));
  CHECK(before < 0);
  CHECK(odds_moved(viewed(1, 10000).evidence(SignalId::likes_per_view)) == Approx(before));
  for (const std::int64_t likes : {600, 1500, 9000}) {
    const double moved = odds_moved(viewed(likes, 10000).evidence(SignalId::likes_per_view));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > 0);
}

TEST_CASE("Likes against views: a worked example", "[likes_per_view]") {
  // 785 likes for 10,000 views are ln (0.0785 / 0.02888) = 0.999949 above the peers' middle; scale
  // √(0.45² + 0.44² / 9) = 0.473298. Expected −ln (1 − γ), to 95 %: 0.010929 in the first cell, 2.995732 in the last.
  // First: z = 2.089635, −z² / 2 = −2.183287. Last: z = −4.216757; below what is expected the tail begins at
  // 0.5 · 0.473298 = 0.236649: −0.236649 · (4.216757 − 0.118325) = −0.969890. Between them: 1.213397.
  const auto found = viewed(785, 10000).evidence(SignalId::likes_per_view);
  REQUIRE(found.typical->rows == std::vector<std::string>{"yt-lpv-stelive"});
  CHECK(found.seen.value == Approx(0.0785));
  CHECK(across(*found.engagement) == Approx(1.213397).margin(1e-5));
}

TEST_CASE("One view is a view, and half of one none", "[likes_per_view]") {
  CHECK(viewed(0, 1).look(SignalId::likes_per_view));
  CHECK(viewed(3, 1).evidence(SignalId::likes_per_view).seen.value == 3);
}
