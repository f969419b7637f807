#include <catch2/catch.hpp>

#include "comment_kind_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Comments that sell or lure", "[comment_spam]") {
  check_comment_kind(SignalId::comment_spam, CommentKind::spam);
}

TEST_CASE("Comments that sell or lure: a worked example", "[comment_spam]") {
  // Ten of thirty, with five more at the usual 2 %: seen (10 + 0.1) / 35 = 0.288571.
  // Scale √(0.15² + 0.02 · 0.98 / 35) = 0.151855. Expected 0.02 + 0.4 γ: 0.024348 at γ = 0.5/46, 0.198261 at 20.5/46.
  // z = 1.73997 and 0.59471, so that the second is likelier by (1.73997² − 0.59471²) / 2 = 1.33691.
  const auto found = comments_with(CommentKind::spam, 10).evidence(SignalId::comment_spam);
  CHECK(found.seen.value == 10);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(1.33691).margin(1e-5));
}
