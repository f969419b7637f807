#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Three sponsored posts and as many others, with so many likes each.
SampleAccount sponsored_beside(std::int64_t sponsored, std::int64_t others, int posts = 6) {
  SampleAccount account;
  return account.posts(posts, [=](Post& post, int i) {
    post.sponsored = i % 2 == 0;
    post.likes = exactly(i % 2 == 0 ? sponsored : others);
  });
}

}  // namespace

TEST_CASE("The effect of sponsoring is unknown with fewer than three posts on either side, or without numbers",
          "[sponsored_effect]") {
  CHECK_FALSE(SampleAccount().look(SignalId::sponsored_effect));
  CHECK_FALSE(sponsored_beside(99, 199, 5).look(SignalId::sponsored_effect));
  auto bare = sponsored_beside(99, 199);
  for (auto& post : bare.snapshot.posts) post.likes.reset();
  CHECK_FALSE(bare.look(SignalId::sponsored_effect));
}

TEST_CASE("The effect of sponsoring is told and moves nothing: a worked example", "[sponsored_effect]") {
  // Medians of 99 and 199 likes: (99 + 0.5) / (199 + 0.5) = 0.498747.
  const auto found = sponsored_beside(99, 199).evidence(SignalId::sponsored_effect);
  CHECK(found.seen.value == Approx(0.498747).margin(1e-6));
  CHECK(only_tells(found));
  CHECK(sponsored_beside(199, 99).evidence(SignalId::sponsored_effect).seen.value > 1);
}
