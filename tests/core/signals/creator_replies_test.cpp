#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Comments of which the creator liked or answered the first ones.
SampleAccount replied_to(int liked, int answered, int of) {
  SampleAccount account;
  account.post();
  account.comments(of, CommentKind::ordinary, [=](Comment& comment, int i) { comment.liked_by_creator = i < liked; });
  for (int i = liked; i < liked + answered; ++i) {
    auto& answer = account.comment();
    answer.author = "Creator";
    answer.reply_to = "c" + std::to_string(i);
  }
  return account;
}

}  // namespace

TEST_CASE("Replies say nothing where the creator's own can't be told, or beside fewer than ten ordinary comments",
          "[creator_replies]") {
  CHECK_FALSE(SampleAccount().look(SignalId::creator_replies));
  SampleAccount untold;
  CHECK_FALSE(untold.comments(20).look(SignalId::creator_replies));
  CHECK_FALSE(replied_to(3, 0, 9).look(SignalId::creator_replies));
}

TEST_CASE("A creator who replies speaks for organic engagement, more so up to a fifth of the comments",
          "[creator_replies]") {
  double before = odds_moved(replied_to(0, 0, 20).evidence(SignalId::creator_replies));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int replies : {1, 2, 4}) {
    const double moved = odds_moved(replied_to(0, replies, 20).evidence(SignalId::creator_replies));
    CHECK(moved < before);
    before = moved;
  }
  CHECK(*replied_to(0, 15, 20).evidence(SignalId::creator_replies).engagement ==
        *replied_to(0, 4, 20).evidence(SignalId::creator_replies).engagement);
  CHECK(odds_moved(replied_to(0, 15, 20).evidence(SignalId::creator_replies)) >= -most_odds());
}

TEST_CASE("Replies of the creator: a worked example", "[creator_replies]") {
  // One liked and one answered of twenty are 10 %, half of the 20 % from which more adds nothing: a slope of −1.2 / 2
  // over γ. Between the first cell and the last lie 45/46: −0.6 · 45/46 = −0.586957.
  const auto found = replied_to(1, 1, 20).evidence(SignalId::creator_replies);
  CHECK(found.seen.value == 2);
  CHECK(*found.seen.of == 20);
  CHECK(across(*found.engagement) == Approx(-0.586957).margin(1e-6));
}
