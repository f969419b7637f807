#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Comments under two posts, by so many people, of whom the first ones wrote under both. None within the first hour.
SampleAccount came_back(int back, int people, CommentKind second = CommentKind::ordinary) {
  SampleAccount account;
  account.posts(2, [](Post&, int) {});
  account.comments(people, CommentKind::ordinary, [&](Comment& comment, int i) {
    comment.author = "guest" + std::to_string(i);
    comment.post_id = i % 2 == 0 ? "p0" : "p1";
    comment.at = *account.snapshot.posts[0].at + 5 * hour;
  });
  return account.comments(back, second, [&](Comment& comment, int i) {
    comment.author = "guest" + std::to_string(i);
    comment.post_id = i % 2 == 0 ? "p1" : "p0";
    comment.at = *account.snapshot.posts[0].at + 5 * hour;
  });
}

}  // namespace

TEST_CASE("Who came back can't be said of one post, or of fewer than ten ordinary comments", "[returning_commenters]") {
  CHECK_FALSE(SampleAccount().look(SignalId::returning_commenters));
  auto one = came_back(0, 20);
  for (auto& comment : one.snapshot.comments) comment.post_id = "p0";
  CHECK_FALSE(one.look(SignalId::returning_commenters));
  CHECK_FALSE(came_back(2, 7).look(SignalId::returning_commenters));
}

TEST_CASE("People who come back speak for organic engagement, more so up to a fifth of them",
          "[returning_commenters]") {
  double before = odds_moved(came_back(0, 20).evidence(SignalId::returning_commenters));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int back : {1, 2, 4}) {
    const double moved = odds_moved(came_back(back, 20).evidence(SignalId::returning_commenters));
    CHECK(moved < before);
    before = moved;
  }
  const auto most = came_back(20, 20).evidence(SignalId::returning_commenters);
  CHECK(*most.engagement == *came_back(4, 20).evidence(SignalId::returning_commenters).engagement);
  CHECK(odds_moved(most) >= -most_odds());
}

TEST_CASE("Who repeats what others write, or is always there within the hour, has not come back",
          "[returning_commenters]") {
  CHECK(came_back(4, 20, CommentKind::repeat).evidence(SignalId::returning_commenters).seen.value == 0);
  auto early = came_back(4, 20);
  for (auto& comment : early.snapshot.comments) {
    comment.at = *early.snapshot.posts[comment.post_id == "p0" ? 0 : 1].at + hour / 2;
  }
  CHECK(early.evidence(SignalId::returning_commenters).seen.value == 0);
}

TEST_CASE("Returning commenters: a worked example", "[returning_commenters]") {
  // Two of twenty people are 10 %, half of the 20 % from which more adds nothing: a slope of −2.5 / 2 over γ.
  // From the first cell to the last: −1.25 · 45/46 = −1.222826.
  const auto found = came_back(2, 20).evidence(SignalId::returning_commenters);
  CHECK(found.seen.value == 2);
  CHECK(*found.seen.of == 20);
  CHECK(across(*found.engagement) == Approx(-1.222826).margin(1e-6));
}
