#include "wasm/core/estimate/next_post.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount newest_first(const std::vector<std::int64_t>& likes, Platform platform = Platform::instagram) {
  return SampleAccount(platform).posts_with_likes(likes);
}

std::optional<Interval> next_of(const SampleAccount& sample) { return predict_next_post(Account(sample.snapshot)); }

}  // namespace

TEST_CASE("Of fewer than three posts that count nothing is predicted", "[next_post]") {
  CHECK_FALSE(next_of(newest_first({})));
  CHECK_FALSE(next_of(newest_first({100, 200})));
  auto pinned = newest_first({100, 200, 300});
  pinned.snapshot.posts[1].pinned = true;
  CHECK_FALSE(next_of(pinned));
  auto bare = newest_first({100, 200, 300});
  for (auto& post : bare.snapshot.posts) post.likes.reset();
  CHECK_FALSE(next_of(bare));
}

TEST_CASE("The next post: a worked example", "[next_post]") {
  // ln 100.5, 200.5, 400.5 = 4.610158, 5.300814, 5.992714, weighed 1, 0.9, 0.81: mean 14.234989 / 2.71 = 5.252763.
  // Squares of the distances 0.962777; variance (4 · 0.53² + 0.962777) / (4 + 3 − 1) = 0.347730. The mean's own part:
  // (1 + 0.81 + 0.6561) / 2.71² = 0.335793. Student's t with 6 degrees, 1.9428 · √(0.347730 · 1.335793) = 1.324104.
  const auto next = next_of(newest_first({100, 200, 400}));
  REQUIRE(next);
  CHECK(next->mid == Approx(std::exp(5.252763) - 0.5).epsilon(1e-5));
  CHECK(next->low == Approx(std::exp(5.252763 - 1.324104) - 0.5).epsilon(1e-5));
  CHECK(next->high == Approx(std::exp(5.252763 + 1.324104) - 0.5).epsilon(1e-5));
  CHECK(next->level == 0.9);
}

TEST_CASE("Newer posts weigh more, where their times are known", "[next_post]") {
  const auto rising = next_of(newest_first({400, 200, 100})), falling = next_of(newest_first({100, 200, 400}));
  CHECK(rising->mid > falling->mid);
  auto untimed = newest_first({400, 200, 100});
  untimed.snapshot.posts[0].at.reset();
  CHECK(next_of(untimed)->mid == Approx(std::exp((std::log(400.5) + std::log(200.5) + std::log(100.5)) / 3) - 0.5));
}

TEST_CASE("More posts narrow the prediction; views and other platforms spread more", "[next_post]") {
  const auto width = [](const SampleAccount& sample) {
    const auto next = next_of(sample);
    return std::log((next->high + 0.5) / (next->low + 0.5));
  };
  const SampleAccount three = newest_first({100, 110, 120});
  CHECK(width(newest_first({100, 110, 120, 115, 105, 112, 108, 118})) < width(three));
  CHECK(width(newest_first({100, 110, 120}, Platform::youtube)) > width(three));
  CHECK(width(newest_first({100, 110, 120}, Platform::tiktok)) >
        width(newest_first({100, 110, 120}, Platform::youtube)));
  CHECK(width(newest_first({100, 110, 120}, Platform::x)) > width(three));
  auto views = three;
  for (auto& post : views.snapshot.posts) post.views = std::exchange(post.likes, std::nullopt);
  CHECK(width(views) > width(three));
}

TEST_CASE("No post shows fewer than none", "[next_post]") {
  const auto next = next_of(newest_first({0, 0, 0}));
  CHECK(next->low == 0);
  CHECK(next->mid == 0);
}

TEST_CASE("Posts of one moment weigh the same, before and after the others, too", "[next_post]") {
  // The two newest at once: weights 1, 1, 0.9.
  auto sample = newest_first({400, 200, 100});
  sample.snapshot.posts[1].at = sample.snapshot.posts[0].at;
  const double expected = (std::log(400.5) + std::log(200.5) + 0.9 * std::log(100.5)) / 2.9;
  CHECK(next_of(sample)->mid == Approx(std::exp(expected) - 0.5));
  // The two oldest: 1, 0.9, 0.9.
  auto older = newest_first({400, 200, 100});
  older.snapshot.posts[2].at = older.snapshot.posts[1].at;
  const double then = (std::log(400.5) + 0.9 * (std::log(200.5) + std::log(100.5))) / 2.8;
  CHECK(next_of(older)->mid == Approx(std::exp(then) - 0.5));
}
