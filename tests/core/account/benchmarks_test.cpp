#include "wasm/core/account/benchmarks.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

using namespace plumb;

TEST_CASE("Rows are ordered, unique and of trust A or B") {
  std::set<std::string_view> ids;
  for (const auto& row : benchmark_rows()) {
    INFO(row.id);
    CHECK(ids.insert(row.id).second);
    CHECK((row.trust == "A" || row.trust == "B"));
    CHECK(row.low < row.mid);
    CHECK(row.mid < row.high);
  }
}

TEST_CASE("Ratios are compared with one denominator only") {
  const std::map<std::string_view, std::set<std::string_view>> allowed{
      {"engagement_per_follower", {"followers"}},
      {"engagement_per_view", {"views"}},
      {"likes_per_view", {"views"}},
      {"views_per_follower", {"followers", "subscribers"}},
      {"comments_per_like", {"likes"}}};
  for (const auto& row : benchmark_rows()) {
    INFO(row.id);
    REQUIRE(allowed.count(row.ratio) == 1);
    CHECK(allowed.at(row.ratio).count(row.denominator) == 1);
  }
}

TEST_CASE("More followers with the same engagement never look better") {
  for (const auto platform : {Platform::instagram, Platform::tiktok, Platform::youtube}) {
    for (const auto ratio : {Ratio::engagement_per_follower, Ratio::views_per_follower}) {
      const auto peers = Peers::find(platform, ratio);
      if (!peers) continue;
      double before = -1e300;
      for (double followers = 10; followers < 1e9; followers *= 1.05) {
        const double expected = peers->log_mid(followers) + std::log(followers);  // ln of the expected count
        CHECK(expected > before);
        before = expected;
      }
    }
  }
}

TEST_CASE("The percentile follows the published range") {
  const auto peers = Peers::find(Platform::instagram, Ratio::engagement_per_follower);
  REQUIRE(peers);
  const double size = std::sqrt(10000.0 * 50000.0);
  const Typical range = peers->typical(size);
  CHECK(range.low == Approx(0.0039));
  CHECK(range.high == Approx(0.0261));
  CHECK(peers->percentile(size, range.low) == Approx(0.1).epsilon(1e-6));
  CHECK(peers->percentile(size, std::exp(peers->log_mid(size))) == Approx(0.5));
  CHECK(peers->percentile(size, range.high) == Approx(0.9).epsilon(1e-6));
  CHECK(peers->percentile(size, 0) >= 0);
}

TEST_CASE("No percentile says more than the tables know") {
  const auto peers = Peers::find(Platform::instagram, Ratio::engagement_per_follower);
  REQUIRE(peers);
  double before = 0;
  for (double ratio = 1e-7; ratio < 10; ratio *= 1.2) {
    const double percentile = peers->percentile(16e6, ratio);
    CHECK(percentile >= std::max(before, 0.001));
    CHECK(percentile <= 0.999);
    before = percentile;
  }
  CHECK(peers->percentile(16e6, 2e-4) == 0.001);  // a company's account of that size, as one shows
  CHECK(before == 0.999);
}

TEST_CASE("Nothing is known of a platform without rows") {
  CHECK_FALSE(Peers::find(Platform::substack, Ratio::engagement_per_follower).has_value());
}
