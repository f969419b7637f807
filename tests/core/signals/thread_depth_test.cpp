#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount with_replies(int replies, int of) {
  SampleAccount account;
  account.post();
  account.comments(of, CommentKind::ordinary, [=](Comment& comment, int i) {
    if (i < replies) comment.reply_to = "c" + std::to_string(of - 1);
  });
  return account;
}

}  // namespace

TEST_CASE("Threads say nothing where none can be seen, or of fewer than ten ordinary comments", "[thread_depth]") {
  CHECK_FALSE(SampleAccount().look(SignalId::thread_depth));
  CHECK_FALSE(with_replies(0, 20).look(SignalId::thread_depth));
  CHECK_FALSE(with_replies(3, 9).look(SignalId::thread_depth));
}

TEST_CASE("People who answer each other speak for organic engagement, more so up to three in ten", "[thread_depth]") {
  double before = 0;
  for (const int replies : {1, 3, 6}) {
    const double moved = odds_moved(with_replies(replies, 20).evidence(SignalId::thread_depth));
    CHECK(moved < before);
    before = moved;
  }
  const auto most = with_replies(19, 20).evidence(SignalId::thread_depth);
  CHECK(*most.engagement == *with_replies(6, 20).evidence(SignalId::thread_depth).engagement);
  CHECK(odds_moved(most) >= -most_odds());
}

TEST_CASE("The creator's answers are no thread of others", "[thread_depth]") {
  auto account = with_replies(2, 20);
  auto& answer = account.comment();
  answer.by_creator = true;
  answer.reply_to = "c5";
  CHECK(account.evidence(SignalId::thread_depth).seen.value == 2);
}

TEST_CASE("Threads: a worked example", "[thread_depth]") {
  // Three of twenty are 15 %, half of the 30 % from which more adds nothing: a slope of −0.6 / 2 over γ.
  // From the first cell to the last: −0.3 · 45/46 = −0.293478.
  const auto found = with_replies(3, 20).evidence(SignalId::thread_depth);
  CHECK(found.seen.value == 3);
  CHECK(*found.seen.of == 20);
  CHECK(across(*found.engagement) == Approx(-0.293478).margin(1e-6));
}
