#include <catch2/catch.hpp>

#include "comment_kind_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Comments that would fit anywhere", "[comment_generic]") {
  check_comment_kind(SignalId::comment_generic, CommentKind::generic);
}

TEST_CASE("Comments that would fit anywhere: a worked example", "[comment_generic]") {
  // Ten of thirty, with five more at the usual 6 %: seen (10 + 0.3) / 35 = 0.294286.
  // Scale √(0.2² + 0.06 · 0.94 / 35) = 0.203989. Expected 0.06 + 0.5 γ: 0.065435 at γ = 0.5/46, 0.282826 at 20.5/46.
  // z = 1.12188 and 0.05618, so that the second is likelier by (1.12188² − 0.05618²) / 2 = 0.62773.
  const auto found = comments_with(CommentKind::generic, 10).evidence(SignalId::comment_generic);
  CHECK(found.seen.value == 10);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(0.62773).margin(1e-5));
}
