#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Eight posts of a hundred likes and one of more.
SampleAccount one_with(std::int64_t likes) {
  SampleAccount account;
  return account.posts(9, [=](Post& post, int i) { post.likes = exactly(i == 8 ? likes : 100); });
}

}  // namespace

TEST_CASE("No post stands out of fewer than four, or where none shows a number", "[viral_posts]") {
  CHECK_FALSE(SampleAccount().look(SignalId::viral_posts));
  SampleAccount few;
  few.posts(3, [](Post& post, int i) { post.likes = exactly(i == 2 ? 100000 : 100); });
  CHECK_FALSE(few.look(SignalId::viral_posts));
}

TEST_CASE("Posts that stand out are told, named and move nothing: a worked example", "[viral_posts]") {
  // The others do not differ, so that the least spread, 0.1, counts: z = ln (186.5 / 100.5) / 0.1 = 6.18 lies above 6.1,
  // ln (183.5 / 100.5) / 0.1 = 6.02 below.
  const auto found = one_with(186).evidence(SignalId::viral_posts);
  CHECK(found.seen.value == 1);
  CHECK(*found.seen.of == 9);
  CHECK(items_of(found) == std::vector<std::string>{"p8"});
  CHECK(only_tells(found));
  CHECK_FALSE(one_with(183).look(SignalId::viral_posts));
}

TEST_CASE("Posts that show nothing of what the account is measured by are not among those looked at", "[viral_posts]") {
  auto account = one_with(186);
  account.posts(4, [](Post& post, int) { post.views = exactly(1000); });
  CHECK(*account.evidence(SignalId::viral_posts).seen.of == 9);
  account.snapshot.posts[3].pinned = true;
  CHECK(*account.evidence(SignalId::viral_posts).seen.of == 8);
}

TEST_CASE("Of few likes a few more are viral: a worked example", "[viral_posts]") {
  // Two likes are usual, spread 0.1: z = ln (4.5 / 2.5) / 0.1 = 5.88 lies below 6.1, ln (5.5 / 2.5) / 0.1 = 7.88 above.
  const auto with = [](std::int64_t likes) {
    SampleAccount account;
    account.posts(9, [=](Post& post, int i) { post.likes = exactly(i == 8 ? likes : 2); });
    return account.look(SignalId::viral_posts).has_value();
  };
  CHECK_FALSE(with(4));
  CHECK(with(5));
}
