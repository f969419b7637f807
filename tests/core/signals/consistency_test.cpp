#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

constexpr Time month = 2630016;  // 30.44 days

/// Nine posts, two in each of `months` months as far as they go, received alike.
SampleAccount over_months(int months) {
  SampleAccount account;
  return account.posts(9, [=](Post& post, int i) {
    post.at = now - 10 * day - (i * months / 9) * month;
    post.likes = exactly(100 + i);
  });
}

}  // namespace

TEST_CASE("Consistency says nothing of fewer than eight posts, of the best posts, or without a number on them",
          "[consistency]") {
  CHECK_FALSE(SampleAccount().look(SignalId::consistency));
  auto few = over_months(5);
  few.snapshot.posts.resize(7);
  CHECK_FALSE(few.look(SignalId::consistency));
  auto best = over_months(5);
  best.snapshot.posts_order = PostsOrder::top;
  CHECK_FALSE(best.look(SignalId::consistency));
  auto bare = over_months(5);
  for (auto& post : bare.snapshot.posts) post.likes.reset();
  CHECK_FALSE(bare.look(SignalId::consistency));
}

TEST_CASE("More months with posts speak for a larger audience, up to nine", "[consistency]") {
  double before = 1;
  for (const int months : {2, 5, 9}) {
    const double moved = odds_moved(over_months(months).evidence(SignalId::consistency));
    CHECK(moved < before);
    CHECK(moved < 0);
    before = moved;
  }
  SampleAccount longer;
  longer.posts(14, [](Post& post, int i) {
    post.at = now - 10 * day - i * month;
    post.likes = exactly(100 + i);
  });
  CHECK(*longer.evidence(SignalId::consistency).audience == *over_months(9).evidence(SignalId::consistency).audience);
}

TEST_CASE("Consistency: a worked example", "[consistency]") {
  // Five months with posts lie half-way from 1 to 9: a slope of −0.2 / 2 over φ; from the first cell to the last
  // −0.1 · 76/77 = −0.098701.
  const auto found = over_months(5).evidence(SignalId::consistency);
  CHECK(std::get<double>(found.params.at(0).second) == 5);
  CHECK(across(*found.audience) == Approx(-0.098701).margin(1e-6));
}
