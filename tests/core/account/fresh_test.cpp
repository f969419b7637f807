#include "wasm/core/account/fresh.hpp"

#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using plumb::test::SampleAccount;

namespace {

/// `n` posts every `gap` days, the newest `age` days old.
Snapshot posted(int n, Time age, Time gap) {
  return SampleAccount()
      .posts(n, [=](Post& post, int i) { post.at = test::now - (age + i * gap) * test::day; })
      .snapshot;
}

}  // namespace

TEST_CASE("A newest post is stale when it is old and late for its account") {
  CHECK_FALSE(freshness_of(posted(5, 6, 3), {})->stale);
  CHECK_FALSE(freshness_of(posted(5, 59, 3), {})->stale);
  CHECK(freshness_of(posted(5, 61, 3), {})->stale);
  CHECK_FALSE(freshness_of(posted(5, 61, 20), {})->stale);
  CHECK(freshness_of(posted(5, 81, 20), {})->stale);
  CHECK_FALSE(freshness_of(posted(1, 500, 1), {})->stale);  // one post has no usual gap
}

TEST_CASE("The newest post is found in any order, pinned or not, and its age told") {
  Snapshot snapshot = posted(4, 6, 3);
  std::swap(snapshot.posts.front(), snapshot.posts.back());
  const auto fresh = freshness_of(snapshot, 1.5);
  REQUIRE(fresh);
  CHECK(fresh->newest == test::now - 6 * test::day);
  CHECK(fresh->days == Approx(6));
  CHECK(fresh->per_week == 1.5);
  // An old post that is pinned makes no gap.
  Snapshot pinned = posted(5, 70, 3);
  pinned.posts.back().at = test::now - 4000 * test::day;
  pinned.posts.back().pinned = true;
  CHECK(freshness_of(pinned, {})->stale);
}

TEST_CASE("Of an age in whole months the least counts, and top posts tell none") {
  Snapshot months = posted(5, 61, 3);
  for (auto& post : months.posts) post.at_step = 30 * test::day;
  CHECK_FALSE(freshness_of(months, {})->stale);
  Snapshot top = posted(5, 6, 3);
  top.posts_order = PostsOrder::top;
  CHECK_FALSE(freshness_of(top, {}));
  Snapshot undated = posted(5, 6, 3);
  undated.captured_at.reset();
  CHECK_FALSE(freshness_of(undated, {}));
}

TEST_CASE("The newest of a channel's streams alone is not told as its newest post") {
  Snapshot streams = posted(5, 61, 3);
  REQUIRE(freshness_of(streams, {}));
  streams.missing.push_back({"posts[].kind", "not_on_page"});
  CHECK_FALSE(freshness_of(streams, {}));
  streams.missing.back().field = "posts[].views";
  CHECK(freshness_of(streams, {}));
}
