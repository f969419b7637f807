#include "wasm/core/estimate/typical_post.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

Interval typical(const std::vector<std::int64_t>& likes, const Interval& organic, std::int64_t posts = 500) {
  SampleAccount sample;
  sample.posts_with_likes(likes);
  sample.snapshot.profile.posts = Count{posts, posts};
  return organic_of_typical_post(organic, Account(sample.snapshot));
}

constexpr Interval half{0.4, 0.5, 0.6, 0.9};

}  // namespace

TEST_CASE("A typical post carries the spread between posts: a worked example", "[typical_post]") {
  // ln 100.5, 200.5, 400.5 = 4.610158, 5.300814, 5.992714; 1.4826 · the median distance 0.690656 from the middle one is
  // 1.023966. Pooled with the 0.53 of an Instagram account as if from four posts: √((4 · 0.2809 + 2 · 1.048507) / 6) =
  // 0.732697. The median of three of them: · √(π / 2 / 3) = 0.530185. 21 of the 24 are not read: · √(21 / 24) =
  // 0.495942. By Student's t of 4 + 3 − 1 degrees nine of ten lie within 1.943180 of that, 0.963705.
  const Interval of = typical({100, 200, 400}, half);
  CHECK(of.low == Approx(0.4 * std::exp(-0.963705)).epsilon(1e-3));
  CHECK(of.mid == 0.5);
  CHECK(of.high == Approx(0.6 * std::exp(0.963705)).epsilon(1e-3));
  CHECK(of.level == 0.9);
}

TEST_CASE("More posts, and posts that are more alike, say more of a typical one", "[typical_post]") {
  const std::vector<std::int64_t> few{100, 200, 400}, many{100, 200, 400, 100, 200, 400, 100, 200, 400},
      alike{190, 200, 210};
  CHECK(typical(many, half).width() < 0.7 * typical(few, half).width());
  CHECK(typical(alike, half).width() < 0.8 * typical(few, half).width());
  CHECK(typical(few, {0.7, 0.9, 1, 0.9}).high > 1);
}

TEST_CASE("Where all posts that are meant are read, nothing is added", "[typical_post]") {
  const std::vector<std::int64_t> all(24, 200);
  CHECK(typical(all, half).low == half.low);
  CHECK(typical(all, half).high == half.high);
  // An account that has made no others.
  CHECK(typical({100, 200, 400}, half, 3).high == half.high);
  CHECK(typical({100, 200, 400}, half, 4).high > half.high);
}

TEST_CASE("A share that may be nothing stays so", "[typical_post]") {
  CHECK(typical({100, 200, 400}, {0, 0.5, 1, 0.9}).low == 0);
}
