#include <catch2/catch.hpp>

#include "comment_kind_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Comments that repeat others", "[comment_repetition]") {
  check_comment_kind(SignalId::comment_repetition, CommentKind::repeat);
}

TEST_CASE("Comments that repeat others: a worked example", "[comment_repetition]") {
  // Four of 24, with five more at the usual 1 %: seen (4 + 0.05) / 29 = 0.139655.
  // Scale √(0.08² + 0.01 · 0.99 / 29) = 0.082106. Expected 0.01 + 0.7 γ: 0.078478 at γ = 4.5/46, 0.139348 at 8.5/46.
  // z = 0.74510 and 0.00374, so that the second is likelier by (0.74510² − 0.00374²) / 2 = 0.27758.
  const auto found = comments_with(CommentKind::repeat, 4).evidence(SignalId::comment_repetition);
  CHECK(found.seen.value == 4);
  CHECK((*found.engagement)[8] - (*found.engagement)[4] == Approx(0.27758).margin(1e-5));
}
