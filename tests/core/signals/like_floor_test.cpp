#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Ten posts, every other one weaker: so many likes and comments instead of 200 and 40.
SampleAccount weaker_posts_with(std::int64_t likes, std::int64_t comments, int posts = 10) {
  SampleAccount account;
  return account.posts(posts, [=](Post& post, int i) {
    post.likes = exactly(i % 2 == 0 ? 200 : likes);
    post.comments = exactly(i % 2 == 0 ? 40 : comments);
  });
}

double moved(const SampleAccount& account) { return odds_moved(account.evidence(SignalId::like_floor)); }

}  // namespace

TEST_CASE("How far likes fall is not said of fewer than ten posts, or where comments don't fall", "[like_floor]") {
  CHECK_FALSE(SampleAccount().look(SignalId::like_floor));
  CHECK_FALSE(weaker_posts_with(100, 10, 9).look(SignalId::like_floor));
  CHECK_FALSE(weaker_posts_with(100, 40).look(SignalId::like_floor));
  auto hidden = weaker_posts_with(100, 10);
  for (auto& post : hidden.snapshot.posts) post.comments.reset();
  CHECK_FALSE(hidden.look(SignalId::like_floor));
}

TEST_CASE("Likes that fall less than comments speak for less organic engagement, up to the cap; more is no proof",
          "[like_floor]") {
  double before = moved(weaker_posts_with(40, 10));
  CHECK(before == Approx(0).margin(1e-12));
  for (const std::int64_t likes : {100, 130, 150, 170}) {
    const double now_moved = moved(weaker_posts_with(likes, 10));
    CHECK(now_moved > before);
    CHECK(now_moved <= most_odds());
    before = now_moved;
  }
  CHECK(moved(weaker_posts_with(200, 10)) <= most_odds());
}

TEST_CASE("A viral post and a giveaway don't matter: both lie above the middle", "[like_floor]") {
  const auto usual = weaker_posts_with(100, 10);
  auto odd = usual;
  odd.snapshot.posts[0].likes = exactly(90000);
  odd.snapshot.posts[2].comments = exactly(30000);
  CHECK(moved(odd) == Approx(moved(usual)));
}

TEST_CASE("Few comments fall by chance, and rounded likes may fall further than they show", "[like_floor]") {
  CHECK(moved(weaker_posts_with(190, 10)) > 0);
  auto few = weaker_posts_with(190, 1);
  for (std::size_t i = 0; i < few.snapshot.posts.size(); i += 2) few.snapshot.posts[i].comments = exactly(3);
  CHECK_FALSE((few.look(SignalId::like_floor) && moved(few) > 1e-12));
  auto rounded = weaker_posts_with(150, 10);
  for (auto& post : rounded.snapshot.posts) post.likes = Count{post.likes->low - 40, post.likes->high + 40};
  CHECK(moved(rounded) < moved(weaker_posts_with(150, 10)));
}

TEST_CASE("How far likes fall on weaker posts: a worked example", "[like_floor]") {
  // Likes 200 and 100, middle 150: ln (150.5 / 100.5) = 0.403806. Comments 40 and 10, middle 25: ln (25.5 / 10.5) =
  // 0.887303, squared 0.787307, less the chance of ten comments 1 / 10.5 = 0.095238: root 0.831907. Ratio 0.485398.
  // ln (0.75 / 0.485398) = 0.435104 below the usual one; scale √(0.25² + 1.6 / 10) = 0.471699.
  // Expected −ln (1 − γ): 0.010929 in the first cell. (0.435104 − 0.010929) / 0.471699 = 0.899249; squared, halved 0.404324.
  const auto found = weaker_posts_with(100, 10).evidence(SignalId::like_floor);
  CHECK(found.seen.value == Approx(0.485398).margin(1e-5));
  CHECK(across(*found.engagement) == Approx(0.404324).margin(1e-4));
}
