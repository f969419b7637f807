#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount with_posts(std::int64_t followers, std::int64_t posts) {
  SampleAccount account(Platform::instagram, followers);
  account.snapshot.profile.posts = exactly(posts);
  return account;
}

}  // namespace

TEST_CASE("Little content says nothing where the number of posts or of followers is unknown", "[little_content]") {
  CHECK_FALSE(SampleAccount().look(SignalId::little_content));
  auto account = with_posts(40000, 3);
  account.snapshot.profile.followers.reset();
  CHECK_FALSE(account.look(SignalId::little_content));
}

TEST_CASE(
    "More followers for hardly any posts speak for a smaller audience, up to fifty thousand a post; thirty posts say nothing",
    "[little_content]") {
  CHECK(odds_moved(with_posts(8000, 3).evidence(SignalId::little_content)) == Approx(0).margin(1e-12));
  double before = 0;
  for (const std::int64_t followers : {20000, 80000, 200000}) {
    const double moved = odds_moved(with_posts(followers, 3).evidence(SignalId::little_content));
    CHECK(moved > before);
    before = moved;
  }
  CHECK(*with_posts(9000000, 3).evidence(SignalId::little_content).audience ==
        *with_posts(200000, 3).evidence(SignalId::little_content).audience);
  CHECK(before <= most_odds());
  CHECK(odds_moved(with_posts(90000000, 30).evidence(SignalId::little_content)) == Approx(0).margin(1e-12));
}

TEST_CASE("Little content: a worked example", "[little_content]") {
  // 40,000 followers and three posts: 40,000 / (3 + 1) = 10,000 a post, ln 5 / ln 25 = 0.5 of the way from 2,000 to
  // 50,000; three posts are hardly any. A slope of 0.8 · 0.5 over φ, of which 76/77 from the first cell to the last:
  // 0.394805.
  const auto found = with_posts(40000, 3).evidence(SignalId::little_content);
  CHECK(found.seen.value == 3);
  CHECK(std::get<double>(found.params.at(0).second) == 10000);
  CHECK(across(*found.audience) == Approx(0.394805).margin(1e-6));
}
