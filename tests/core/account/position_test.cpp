#include "wasm/core/account/position.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "tests/core/sample_account.hpp"
#include "wasm/core/account/benchmarks.hpp"

using namespace plumb;
using plumb::test::SampleAccount;

namespace {

/// `n` posts of so many likes, one in ten more or less.
SampleAccount liked(Platform platform, std::int64_t followers, std::int64_t likes, int n) {
  return SampleAccount(platform, followers).posts(n, [likes](Post& post, int i) {
    post.likes = test::exactly(likes * (9 + i % 3) / 10);
    post.comments = test::exactly(likes / 50);
  });
}

std::optional<Position> position_of_sample(const SampleAccount& account) {
  return position_of(Account(account.snapshot), {});
}

}  // namespace

TEST_CASE("An account of the usual rate is typical, and its percentile holds a range") {
  const auto position = position_of_sample(liked(Platform::instagram, 22000, 220, 24));
  REQUIRE(position);
  CHECK(position->of == Against::per_follower);
  CHECK(position->place == Place::typical);
  CHECK(position->shown.low < position->shown.mid);
  CHECK(position->shown.mid < position->shown.high);
  CHECK(position->percentile.low < position->percentile.mid);
  CHECK(position->percentile.mid < position->percentile.high);
  CHECK(position->typical.low < 0.01);
  CHECK(position->typical.high > 0.01);
  CHECK(position->typical.rows.size() == 2);
}

TEST_CASE("A channel's streams alone are set beside no peers, whose figures are of all its videos") {
  SampleAccount account = liked(Platform::instagram, 22000, 220, 24);
  account.snapshot.missing.push_back({"posts[].kind", "not_on_page"});
  CHECK_FALSE(position_of_sample(account));
}

TEST_CASE("Two hundred times the followers are far below the peers, and few posts are nearer to typical") {
  CHECK(position_of_sample(liked(Platform::instagram, 200 * 22000, 220, 24))->place == Place::far_below);
  // A ratio that 24 posts put far below, and one post doesn't.
  CHECK(position_of_sample(liked(Platform::instagram, 22000, 16, 24))->place == Place::far_below);
  CHECK(position_of_sample(liked(Platform::instagram, 22000, 16, 1))->place == Place::below);
}

TEST_CASE("Followers that may be none are one at least: no ratio is of nothing") {
  SampleAccount account = liked(Platform::instagram, 22000, 220, 24);
  account.snapshot.profile.followers = Count{0, 22000};
  const auto position = position_of_sample(account);
  REQUIRE(position);
  CHECK(position->shown.high == Approx(242).margin(25));
}

TEST_CASE("No tail is told that the published edges don't support") {
  // Below the lowest tenth by a band whose percentiles nobody states: that, and no more.
  const auto banded = position_of_sample(liked(Platform::instagram, 22000, 70, 24));
  REQUIRE(banded);
  CHECK(banded->place == Place::below);
  CHECK(banded->percentile.low == Approx(0.1));
  CHECK(banded->percentile.high == Approx(0.1));
  // Accounts that were counted tell more.
  const auto counted = position_of_sample(liked(Platform::tiktok, 160000, 400, 24));
  REQUIRE(counted);
  CHECK(counted->place == Place::far_below);
  CHECK(counted->percentile.mid < 0.05);
  CHECK(counted->percentile.low >= 3.0 / 1001);
}

TEST_CASE("Where most posts show views, views come first") {
  SampleAccount account(Platform::youtube, 200000);
  account.posts(12, [](Post& post, int i) {
    post.likes = test::exactly(900);
    post.comments = test::exactly(20);
    if (i < 7) post.views = Count{40000, 40999};
  });
  const Account read(account.snapshot);
  CHECK(shows_views_first(read));
  CHECK(read.with_views == 7);
  REQUIRE(read.views);
  CHECK(read.views->low == 40000);
  CHECK(read.views->high == 40999);
  const auto position = position_of(read, {});
  REQUIRE(position);
  CHECK(position->of == Against::views_per_follower);
  CHECK(position->shown.low < 40000.0 / 200000);
  CHECK(position->shown.high > 40999.0 / 200000);
}

TEST_CASE("A convenience sample tells a place and estimates nothing, and no class lends its place to another size") {
  CHECK_FALSE(Peers::find(Platform::x, Ratio::engagement_per_follower));
  const auto posted = [](std::int64_t followers, std::int64_t likes) {
    return position_of_sample(liked(Platform::x, followers, likes, 12));
  };
  REQUIRE(posted(300000, 300));
  CHECK(posted(300000, 300)->place == Place::typical);
  CHECK(posted(3000000, 1)->place != Place::typical);
  CHECK_FALSE(posted(30000, 30));  // fewer than twenty accounts of that size were in the sample
  CHECK_FALSE(position_of_sample(liked(Platform::instagram, 40, 9, 12)));
  CHECK(position_of_sample(liked(Platform::pinterest, 20000, 4, 12)));
  CHECK(position_of_sample(liked(Platform::facebook, 20000, 6, 12)));
}

TEST_CASE("Nothing is said of a place where nobody published one, without followers, or without a post") {
  CHECK_FALSE(position_of_sample(liked(Platform::substack, 22000, 220, 24)));
  CHECK_FALSE(position_of_sample(SampleAccount(Platform::instagram, 22000)));
  auto nameless = liked(Platform::instagram, 22000, 220, 24);
  nameless.snapshot.profile.followers.reset();
  CHECK_FALSE(position_of_sample(nameless));
}

TEST_CASE("Comments alone are compared with nobody's likes and comments") {
  auto account = liked(Platform::instagram, 22000, 220, 24);
  for (auto& post : account.snapshot.posts) post.likes.reset();
  CHECK_FALSE(position_of_sample(account));
}

namespace {

/// Accounts that the person visited, of `size` followers each, with rates from low to high.
void visit(SampleAccount& account, int n, std::int64_t size, double rate) {
  for (int i = 0; i < n; ++i) {
    const double share = rate * std::pow(2.0, (i % 5) - 2);
    account.snapshot.peers.push_back(
        {test::exactly(size), test::exactly(static_cast<std::int64_t>(share * static_cast<double>(size))), {}});
  }
}

std::optional<Position> among_visited(std::int64_t likes, int n, std::int64_t size) {
  SampleAccount account = liked(Platform::threads, 20000, likes, 24);
  visit(account, n, size, 0.01);
  return position_of_sample(account);
}

}  // namespace

TEST_CASE("Where nobody published figures, eight visited accounts of the size are peers, and seven are not") {
  CHECK_FALSE(among_visited(200, 7, 20000));
  const auto usual = among_visited(200, 8, 20000);
  REQUIRE(usual);
  CHECK(usual->visited);
  CHECK(usual->of == Against::per_follower);
  CHECK(usual->place == Place::typical);
  CHECK(usual->percentile.mid == Approx(0.5).margin(0.2));
  CHECK(usual->typical.low < 0.01);
  CHECK(usual->typical.high > 0.01);
  CHECK(usual->typical.rows.empty());
  // Of another size they are no peers.
  CHECK_FALSE(among_visited(200, 30, 20000 * 4));
  CHECK_FALSE(among_visited(200, 30, 20000 / 4));
  CHECK(among_visited(200, 30, 20000 * 3));
}

TEST_CASE("Visited accounts never put anybody far off, and leave open what so few can't tell") {
  const auto low = among_visited(1, 40, 20000), high = among_visited(9000, 40, 20000);
  REQUIRE(low);
  REQUIRE(high);
  CHECK(low->place == Place::below);
  CHECK(low->percentile.low == Approx(0.1));
  CHECK(high->place == Place::above);
  CHECK(high->percentile.high == Approx(0.9));
  const auto few = among_visited(200, 8, 20000), many = among_visited(200, 200, 20000);
  CHECK(few->typical.high / few->typical.low > many->typical.high / many->typical.low);
}

TEST_CASE("Of visited accounts only those count that showed followers, some of them, and what is compared") {
  const auto with = [](const std::function<void(Peer&)>& change) {
    SampleAccount account = liked(Platform::threads, 20000, 200, 24);
    visit(account, 8, 20000, 0.01);
    change(account.snapshot.peers[3]);
    return position_of_sample(account).has_value();
  };
  CHECK(with([](Peer&) {}));
  CHECK_FALSE(with([](Peer& peer) { peer.followers.reset(); }));
  CHECK_FALSE(with([](Peer& peer) { peer.per_post.reset(); }));
  CHECK_FALSE(with([](Peer& peer) { peer.followers = Count{0, 0}; }));
}

TEST_CASE("Published figures come before the person's own visits") {
  SampleAccount account = liked(Platform::instagram, 22000, 220, 24);
  visit(account, 40, 22000, 0.5);
  const auto position = position_of_sample(account);
  REQUIRE(position);
  CHECK_FALSE(position->visited);
  CHECK(position->place == Place::typical);
}
