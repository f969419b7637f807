#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Four posts with so many likes and views each and a hundred comments; the followers stand in the middle of a size class.
SampleAccount watched(std::int64_t likes, std::int64_t views, Platform platform = Platform::tiktok) {
  SampleAccount account(platform, 22361);
  return account.posts(4, [=](Post& post, int) {
    post.likes = exactly(likes);
    post.comments = exactly(100);
    post.views = exactly(views);
  });
}

}  // namespace

TEST_CASE("Engagement against views says nothing without views, or of comments alone", "[engagement_per_view]") {
  CHECK_FALSE(SampleAccount().look(SignalId::engagement_per_view));
  auto unseen = watched(900, 10000);
  for (auto& post : unseen.snapshot.posts) post.views.reset();
  CHECK_FALSE(unseen.look(SignalId::engagement_per_view));
  auto comments = watched(900, 10000);
  for (auto& post : comments.snapshot.posts) post.likes.reset();
  CHECK_FALSE(comments.look(SignalId::engagement_per_view));
  CHECK_FALSE(watched(900, 0).look(SignalId::engagement_per_view));
}

TEST_CASE("Engagement against views is only told without peers or followers to compare by", "[engagement_per_view]") {
  CHECK(only_tells(watched(900, 10000, Platform::twitch).evidence(SignalId::engagement_per_view)));
  auto account = watched(900, 10000);
  account.snapshot.profile.followers.reset();
  CHECK(only_tells(account.evidence(SignalId::engagement_per_view)));
}

TEST_CASE(
    "More engagement for the views speaks for less that is organic, up to the cap; views that are bought bring nothing",
    "[engagement_per_view]") {
  double before = odds_moved(watched(500, 10000).evidence(SignalId::engagement_per_view));
  CHECK(before < 0);
  CHECK(odds_moved(watched(500, 10000000).evidence(SignalId::engagement_per_view)) == Approx(before));
  for (const std::int64_t likes : {1500, 4000, 90000}) {
    const double moved = odds_moved(watched(likes, 10000).evidence(SignalId::engagement_per_view));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > 0);
}

TEST_CASE("Engagement against views: a worked example", "[engagement_per_view]") {
  // 2,300 likes and 100 comments for 10,000 views are ln (0.24 / 0.0886119) = 0.996373 above the peers' middle; scale
  // √(0.45² + 0.44² / 4) = 0.500899. Expected −ln (1 − γ), to 95 %: 0.010929 in the first cell, 2.995732 in the last.
  // First: z = 1.967349, −z² / 2 = −1.935232. Last: z = −3.991541; below what is expected the tail begins at
  // 0.5 · 0.500899 = 0.250450: −0.250450 · (3.991541 − 0.125225) = −0.968317. Between them: 0.966914.
  const auto found = watched(2300, 10000).evidence(SignalId::engagement_per_view);
  REQUIRE(found.typical->rows.at(0) == "tt-epv-modash-10k-50k");
  CHECK(found.seen.value == Approx(0.24));
  CHECK(across(*found.engagement) == Approx(0.966914).margin(1e-4));
}
