#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Eight posts, half of them so far below the middle of their likes as the others are above.
SampleAccount likes_around(std::int64_t middle, std::int64_t apart) {
  SampleAccount account;
  return account.posts(8, [=](Post& post, int i) { post.likes = exactly(middle + (i % 2 == 0 ? apart : -apart)); });
}

}  // namespace

TEST_CASE("How much the likes differ is not said of fewer than eight posts, or without likes", "[like_dispersion]") {
  CHECK_FALSE(SampleAccount().look(SignalId::like_dispersion));
  auto few = likes_around(100, 10);
  few.snapshot.posts.pop_back();
  CHECK_FALSE(few.look(SignalId::like_dispersion));
  CHECK_FALSE(likes_around(0, 0).look(SignalId::like_dispersion));
}

TEST_CASE("Likes that are more alike speak for less organic engagement, up to the cap; unlike ones are no proof",
          "[like_dispersion]") {
  double before = odds_moved(likes_around(100, 60).evidence(SignalId::like_dispersion));
  CHECK(before == Approx(0).margin(1e-12));
  for (const std::int64_t apart : {20, 10, 5, 1}) {
    const double moved = odds_moved(likes_around(100, apart).evidence(SignalId::like_dispersion));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(odds_moved(likes_around(100, 0).evidence(SignalId::like_dispersion)) <= most_odds());
}

TEST_CASE("Three likes on every post are alike by chance, and rounded ones may differ", "[like_dispersion]") {
  CHECK(odds_moved(likes_around(3, 0).evidence(SignalId::like_dispersion)) == Approx(0).margin(1e-12));
  auto rounded = likes_around(100, 5);
  for (auto& post : rounded.snapshot.posts) post.likes = Count{post.likes->low - 30, post.likes->high + 30};
  CHECK(odds_moved(rounded.evidence(SignalId::like_dispersion)) <
        odds_moved(likes_around(100, 5).evidence(SignalId::like_dispersion)));
}

TEST_CASE("How much the likes differ: a worked example", "[like_dispersion]") {
  // Four times 90 and four times 110: standard deviation √(8 · 10² / 7) = 10.6904, mean 100: 0.106904.
  // ln (0.26 / 0.106904) = 0.888746 below the usual one; scale √(0.5² + 0.5 / 7) = 0.566947.
  // Expected −ln (1 − γ): 0.010929 in the first cell, above 0.888746 in the last, where it is no surprise.
  // (0.888746 − 0.010929) / 0.566947 = 1.548323; 1.548323² / 2 = 1.198652.
  const auto found = likes_around(100, 10).evidence(SignalId::like_dispersion);
  CHECK(found.seen.value == Approx(0.106904).margin(1e-6));
  CHECK(across(*found.engagement) == Approx(1.198652).margin(1e-5));
}

TEST_CASE("A rounded count at the middle differs by its upper end", "[like_dispersion]") {
  // Nine times 100, and 95 to 105, which counts as 105: mean 100.5, standard deviation √(22.5 / 9) = 1.581139.
  auto account = likes_around(100, 0);
  account.snapshot.posts.resize(8);
  account.posts(2, [](Post& post, int i) { post.likes = i == 0 ? exactly(100) : Count{95, 105}; });
  CHECK(account.evidence(SignalId::like_dispersion).seen.value == Approx(1.581139 / 100.5).margin(1e-7));
}
