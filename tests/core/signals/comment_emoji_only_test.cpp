#include <catch2/catch.hpp>

#include "comment_kind_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Comments of emoji alone", "[comment_emoji_only]") {
  check_comment_kind(SignalId::comment_emoji_only, CommentKind::emoji_only);
}

TEST_CASE("Comments of emoji alone: a worked example", "[comment_emoji_only]") {
  // Ten of thirty, with five more at the usual 10 %: seen (10 + 0.5) / 35 = 0.3.
  // Scale √(0.2² + 0.1 · 0.9 / 35) = 0.206328. Expected 0.1 + 0.3 γ: 0.103261 at γ = 0.5/46, 0.233696 at 20.5/46.
  // z = 0.95352 and 0.32135, so that the second is likelier by (0.95352² − 0.32135²) / 2 = 0.40297.
  const auto found = comments_with(CommentKind::emoji_only, 10).evidence(SignalId::comment_emoji_only);
  CHECK(found.seen.value == 10);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(0.40297).margin(1e-5));
}
