#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Six posts with so many likes and comments each.
SampleAccount with_both(std::int64_t likes, std::int64_t comments, Platform platform = Platform::instagram,
                        int posts = 6) {
  SampleAccount account(platform);
  return account.posts(posts, [=](Post& post, int) {
    post.likes = exactly(likes);
    post.comments = exactly(comments);
  });
}

}  // namespace

TEST_CASE("Comments against likes are not said of fewer than five posts with both, or without a like",
          "[comments_per_like]") {
  CHECK_FALSE(SampleAccount().look(SignalId::comments_per_like));
  CHECK_FALSE(with_both(1000, 10, Platform::instagram, 4).look(SignalId::comments_per_like));
  CHECK_FALSE(with_both(0, 10).look(SignalId::comments_per_like));
}

TEST_CASE("Comments against likes are told as the page shows them, none as none", "[comments_per_like]") {
  CHECK(with_both(1, 0).evidence(SignalId::comments_per_like).seen.value == 0);
  CHECK(with_both(400, 10).evidence(SignalId::comments_per_like).seen.value == 0.025);
}

TEST_CASE("Comments against likes are only told where no peers are known", "[comments_per_like]") {
  CHECK(only_tells(with_both(1000, 10, Platform::twitch).evidence(SignalId::comments_per_like)));
  CHECK_FALSE(with_both(1000, 10, Platform::twitch).evidence(SignalId::comments_per_like).typical);
}

TEST_CASE("Fewer comments for the likes speak for less organic engagement, up to the cap; more are no proof",
          "[comments_per_like]") {
  double before = odds_moved(with_both(500, 29).evidence(SignalId::comments_per_like));
  CHECK(before == Approx(0).margin(1e-12));
  for (const std::int64_t likes : {5000, 20000, 500000}) {
    const double moved = odds_moved(with_both(likes, 29).evidence(SignalId::comments_per_like));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(odds_moved(with_both(900000000, 0).evidence(SignalId::comments_per_like)) <= most_odds());
  // Ten likes without a comment happen to everybody.
  CHECK(odds_moved(with_both(10, 0).evidence(SignalId::comments_per_like)) == Approx(0).margin(1e-12));
}

TEST_CASE("Comments against likes: a worked example", "[comments_per_like]") {
  // 29 / 5000 is told; (29 + 0.5) / 5000 = 0.0059, and ln (0.0154 / 0.0059) = 0.959415 below the lowest class of the table; of up to 30
  // comments nothing is taken off. Expected −ln (1 − γ): 0.010929 in the first cell, above 0.959415 in the last, where it
  // is no surprise. (0.959415 − 0.010929) / 0.75 = 1.264648; 1.264648² / 2 = 0.799667.
  const auto found = with_both(5000, 29).evidence(SignalId::comments_per_like);
  REQUIRE(found.typical->rows == std::vector<std::string>{"ig-cpl-instafake-1000-5000"});
  CHECK(found.seen.value == Approx(0.0058));
  CHECK(across(*found.engagement) == Approx(0.799667).margin(1e-5));
}
