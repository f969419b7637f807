#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Questions of which the creator answered the first ones.
SampleAccount asked(int answered, int questions) {
  SampleAccount account;
  account.post();
  account.comments(questions, CommentKind::ordinary, [](Comment& comment, int) { *comment.text += "?"; });
  // Another person's answer: threads can be seen, and it is not the creator's.
  account.comment().reply_to = "c0";
  account.comment().by_creator = true;
  for (int i = 0; i < answered; ++i) {
    auto& answer = account.comment();
    answer.by_creator = true;
    answer.reply_to = "c" + std::to_string(i);
  }
  return account;
}

}  // namespace

TEST_CASE("Answers say nothing without questions, threads or a creator that can be told", "[questions_answered]") {
  CHECK_FALSE(SampleAccount().look(SignalId::questions_answered));
  CHECK_FALSE(asked(0, 0).look(SignalId::questions_answered));
  auto flat = asked(0, 5);
  for (auto& comment : flat.snapshot.comments) comment.reply_to.reset();
  CHECK_FALSE(flat.look(SignalId::questions_answered));
  auto untold = asked(0, 5);
  for (auto& comment : untold.snapshot.comments) comment.by_creator.reset();
  CHECK_FALSE(untold.look(SignalId::questions_answered));
}

TEST_CASE("More answered questions speak for organic engagement, never beyond their strength", "[questions_answered]") {
  double before = odds_moved(asked(0, 20).evidence(SignalId::questions_answered));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int answered : {1, 5, 20}) {
    const auto found = asked(answered, 20).evidence(SignalId::questions_answered);
    CHECK(odds_moved(found) < before);
    CHECK(across(*found.engagement) > -0.8);
    before = odds_moved(found);
  }
  // Few answers say little, even where they are all.
  CHECK(odds_moved(asked(1, 1).evidence(SignalId::questions_answered)) > before);
}

TEST_CASE("Answered questions: a worked example", "[questions_answered]") {
  // Three of five: a slope of −0.8 · 3 / (5 + 3) = −0.3 over γ; from the first cell to the last −0.3 · 45/46 = −0.293478.
  const auto found = asked(3, 5).evidence(SignalId::questions_answered);
  CHECK(found.seen.value == 3);
  CHECK(*found.seen.of == 5);
  CHECK(across(*found.engagement) == Approx(-0.293478).margin(1e-6));
}
