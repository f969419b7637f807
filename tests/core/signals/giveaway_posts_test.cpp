#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Six posts with ten comments each, the last of which has more and tells of a giveaway.
SampleAccount giveaway_with(std::int64_t comments) {
  SampleAccount account;
  return account.posts(6, [=](Post& post, int i) {
    post.comments = exactly(i == 5 ? comments : 10);
    post.caption = i == 5 ? "Giveaway! Call two friends" : "At the lake";
  });
}

}  // namespace

TEST_CASE("Giveaways are not seen without a caption that tells, or among fewer than five posts", "[giveaway_posts]") {
  CHECK_FALSE(SampleAccount().look(SignalId::giveaway_posts));
  auto silent = giveaway_with(500);
  silent.snapshot.posts[5].caption = "At the lake";
  CHECK_FALSE(silent.look(SignalId::giveaway_posts));
  auto few = giveaway_with(500);
  few.snapshot.posts.erase(few.snapshot.posts.begin(), few.snapshot.posts.begin() + 2);
  CHECK_FALSE(few.look(SignalId::giveaway_posts));
}

TEST_CASE("Giveaways are told, named and move nothing: a worked example", "[giveaway_posts]") {
  // The others have 11 by ln (comments + 1) without spread, so that the least deviation, 0.2, counts: from 4 · 0.2 = 0.8
  // on. ln (25 / 11) = 0.821 lies above, ln (24 / 11) = 0.780 below.
  const auto found = giveaway_with(24).evidence(SignalId::giveaway_posts);
  CHECK(found.seen.value == 1);
  CHECK(*found.seen.of == 6);
  CHECK(items_of(found) == std::vector<std::string>{"p5"});
  CHECK(only_tells(found));
  CHECK_FALSE(giveaway_with(23).look(SignalId::giveaway_posts));
}
