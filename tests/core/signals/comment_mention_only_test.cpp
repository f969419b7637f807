#include <catch2/catch.hpp>

#include "comment_kind_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Comments that only name others", "[comment_mention_only]") {
  check_comment_kind(SignalId::comment_mention_only, CommentKind::mention_only);
}

TEST_CASE("Comments that only name others: a worked example", "[comment_mention_only]") {
  // Ten of thirty, with five more at the usual 3 %: seen (10 + 0.15) / 35 = 0.29.
  // Scale √(0.15² + 0.03 · 0.97 / 35) = 0.152746. Expected 0.03 + 0.2 γ: 0.032174 at γ = 0.5/46, 0.119130 at 20.5/46.
  // z = 1.68794 and 1.11865, so that the second is likelier by (1.68794² − 1.11865²) / 2 = 0.79888.
  const auto found = comments_with(CommentKind::mention_only, 10).evidence(SignalId::comment_mention_only);
  CHECK(found.seen.value == 10);
  CHECK((*found.engagement)[20] - (*found.engagement)[0] == Approx(0.79888).margin(1e-5));
}
