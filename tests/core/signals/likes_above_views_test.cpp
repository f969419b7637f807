#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Posts of a hundred views, the first of which show more likes than that.
SampleAccount with_more_likes(int above, int of) {
  SampleAccount account;
  return account.posts(of, [=](Post& post, int i) {
    post.views = exactly(100);
    post.likes = exactly(i < above ? 150 : 10 + i);
  });
}

}  // namespace

TEST_CASE("Likes above views can't be seen of fewer than three posts with both", "[likes_above_views]") {
  CHECK_FALSE(SampleAccount().look(SignalId::likes_above_views));
  CHECK_FALSE(with_more_likes(2, 2).look(SignalId::likes_above_views));
  auto unseen = with_more_likes(2, 5);
  for (auto& post : unseen.snapshot.posts) post.views.reset();
  CHECK_FALSE(unseen.look(SignalId::likes_above_views));
}

TEST_CASE("More posts with likes above their views speak for less organic engagement, up to the cap; none says nothing",
          "[likes_above_views]") {
  CHECK(only_tells(with_more_likes(0, 20).evidence(SignalId::likes_above_views)));
  double before = 0;
  for (const int above : {1, 3, 10, 20}) {
    const double moved = odds_moved(with_more_likes(above, 20).evidence(SignalId::likes_above_views));
    CHECK(moved >= before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > odds_moved(with_more_likes(1, 20).evidence(SignalId::likes_above_views)));
}

TEST_CASE("Rounded counts that may be equal are not above", "[likes_above_views]") {
  auto account = with_more_likes(0, 5);
  account.snapshot.posts[0].likes = Count{95, 104};
  account.snapshot.posts[1].likes = Count{101, 104};
  const auto found = account.evidence(SignalId::likes_above_views);
  CHECK(items_of(found) == std::vector<std::string>{"p1"});
}

TEST_CASE("Likes above views: a worked example", "[likes_above_views]") {
  // One of four, with five more at the usual 1 %: seen (1 + 0.05) / 9 = 0.116667.
  // Scale √(0.08² + 0.01 · 0.99 / 9) = 0.086603. Expected 0.01 + 0.8 γ: 0.036087 at γ = 1.5/46, 0.105652 at 5.5/46.
  // z = 0.93045 and 0.12718, so that the second is likelier by (0.93045² − 0.12718²) / 2 = 0.42478.
  const auto found = with_more_likes(1, 4).evidence(SignalId::likes_above_views);
  CHECK(found.seen.value == 1);
  CHECK(*found.seen.of == 4);
  CHECK(items_of(found) == std::vector<std::string>{"p0"});
  CHECK((*found.engagement)[5] - (*found.engagement)[1] == Approx(0.42478).margin(1e-5));
}
