#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("How often the account posts is unknown with one dated post, and where the best posts are shown",
          "[cadence]") {
  CHECK_FALSE(SampleAccount().look(SignalId::cadence));
  SampleAccount account;
  account.posts(8, [](Post&, int) {});
  account.snapshot.posts_order = PostsOrder::top;
  CHECK_FALSE(account.look(SignalId::cadence));
  account.snapshot.posts_order = PostsOrder::latest;
  for (auto& post : account.snapshot.posts) post.at.reset();
  CHECK_FALSE(account.look(SignalId::cadence));
}

TEST_CASE("How often the account posts is told and moves nothing: a worked example", "[cadence]") {
  // Eight posts, one a day: seven intervals in seven days, 7 · 7 / 7 = 7 a week. One every second day is half of it.
  SampleAccount daily, slower;
  daily.posts(8, [](Post&, int) {});
  slower.posts(8, [](Post& post, int i) { post.at = now - (10 + 2 * i) * day; });
  const auto found = daily.evidence(SignalId::cadence);
  CHECK(found.seen.value == Approx(7));
  CHECK(slower.evidence(SignalId::cadence).seen.value == Approx(3.5));
  CHECK(only_tells(found));
}
