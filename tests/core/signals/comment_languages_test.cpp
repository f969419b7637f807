#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Comments in the creator's language and in another.
SampleAccount in_languages(int home, int abroad) {
  SampleAccount account;
  account.post().lang = "de";
  account.comments(home, CommentKind::ordinary, [](Comment& comment, int) { comment.lang = "de-AT"; });
  return account.comments(abroad, CommentKind::ordinary, [](Comment& comment, int) { comment.lang = "fr"; });
}

}  // namespace

TEST_CASE("Languages of the commenters say nothing where the creator's is unknown, or of fewer than twenty texts",
          "[comment_languages]") {
  CHECK_FALSE(SampleAccount().look(SignalId::comment_languages));
  auto unknown = in_languages(10, 20);
  unknown.snapshot.posts[0].lang.reset();
  CHECK_FALSE(unknown.look(SignalId::comment_languages));
  CHECK_FALSE(in_languages(10, 9).look(SignalId::comment_languages));
}

TEST_CASE("More foreign texts speak for less organic engagement, up to the cap; a home audience is no proof",
          "[comment_languages]") {
  double before = odds_moved(in_languages(30, 0).evidence(SignalId::comment_languages));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int abroad : {10, 20, 40, 400}) {
    const double moved = odds_moved(in_languages(30, abroad).evidence(SignalId::comment_languages));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
}

TEST_CASE("Copies of a foreign text count once", "[comment_languages]") {
  auto account = in_languages(20, 1);
  const std::string text = *account.snapshot.comments.back().text;
  account.comments(5, CommentKind::repeat, [&](Comment& comment, int) {
    comment.lang = "fr";
    comment.text = text;
  });
  CHECK(account.evidence(SignalId::comment_languages).seen.value == 1);
}

TEST_CASE("Languages of the commenters: a worked example", "[comment_languages]") {
  // 12 of 24, with five more at the usual 15 %: seen (12 + 0.75) / 29 = 0.439655.
  // Scale √(0.25² + 0.15 · 0.85 / 29) = 0.258644. Expected 0.15 + 0.4 γ: 0.154348 at γ = 0.5/46, 0.328261 at 20.5/46.
  // z = 1.10309 and 0.43069, so that the second is likelier by (1.10309² − 0.43069²) / 2 = 0.51566.
  const auto found = in_languages(12, 12).evidence(SignalId::comment_languages);
  CHECK(found.seen.value == 12);
  CHECK(*found.seen.of == 24);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(0.51566).margin(1e-5));
}
