#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Comments under a post about a lighthouse, some of which take up the word.
SampleAccount under_lighthouse(int on_topic, int beside) {
  SampleAccount account;
  account.post().caption = "Up the lighthouse at noon";
  account.comments(on_topic, CommentKind::ordinary, [](Comment& comment, int) { *comment.text += " lighthouse"; });
  return account.comments(beside);
}

}  // namespace

TEST_CASE("The topic says nothing without a caption, nor of texts shorter than four words", "[comment_off_topic]") {
  CHECK_FALSE(SampleAccount().look(SignalId::comment_off_topic));
  auto bare = under_lighthouse(5, 20);
  bare.snapshot.posts[0].caption.reset();
  CHECK_FALSE(bare.look(SignalId::comment_off_topic));
  auto brief = under_lighthouse(0, 20);
  for (auto& comment : brief.snapshot.comments) comment.text = "so good here";
  CHECK_FALSE(brief.look(SignalId::comment_off_topic));
}

TEST_CASE("More comments beside the topic speak for less organic engagement, up to the cap; none for more",
          "[comment_off_topic]") {
  double before = odds_moved(under_lighthouse(20, 0).evidence(SignalId::comment_off_topic));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int beside : {80, 400, 4000}) {
    const double moved = odds_moved(under_lighthouse(20, beside).evidence(SignalId::comment_off_topic));
    CHECK(moved >= before);
    CHECK(moved <= most_odds());
    before = moved;
  }
  CHECK(before > 0.1);
}

TEST_CASE("Comments beside the topic: a worked example", "[comment_off_topic]") {
  // All of ten, with five more at the usual 80 %: seen (10 + 4) / 15 = 0.933333.
  // Scale √(0.12² + 0.8 · 0.2 / 15) = 0.158325. Expected 0.8 + 0.15 γ: 0.801630 at γ = 0.5/46, 0.866848 at 20.5/46.
  // z = 0.83185 and 0.41993, so that the second is likelier by (0.83185² − 0.41993²) / 2 = 0.25782.
  const auto found = under_lighthouse(0, 10).evidence(SignalId::comment_off_topic);
  CHECK(found.seen.value == 10);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(0.25782).margin(1e-5));
}

TEST_CASE("One comment under a caption is seen", "[comment_off_topic]") {
  CHECK(under_lighthouse(0, 1).evidence(SignalId::comment_off_topic).seen.value == 1);
  CHECK(under_lighthouse(1, 0).evidence(SignalId::comment_off_topic).seen.value == 0);
}
