// What must hold for any text and any number that comes in (threats 1, 3, 12). The long form is that of properties_native.cpp.
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "figure.hpp"
#include "random_snapshot.hpp"
#include "wasm/core/base/limits.hpp"
#include "wasm/core/estimate/assess.hpp"
#include "wasm/core/report/write_report.hpp"
#include "wasm/core/score.hpp"

using namespace plumb;
using plumb::test::Random;

namespace {

void all_finite_and_ordered(const nlohmann::json& node) {
  for (const char* share : {"percentile", "probability", "weight", "atypical", "share"}) {
    if (!node.is_object() || !node.contains(share) || !node[share].is_number()) continue;
    RC_ASSERT(node[share].get<double>() >= 0);
    RC_ASSERT(node[share].get<double>() <= 1);
  }
  if (node.is_number()) RC_ASSERT(std::isfinite(node.get<double>()));
  if (node.is_object() && node.contains("low") && node.contains("mid")) {
    RC_ASSERT(node["low"].get<double>() <= node["mid"].get<double>());
    RC_ASSERT(node["mid"].get<double>() <= node["high"].get<double>());
  }
  if (node.is_structured()) {
    for (const auto& child : node) all_finite_and_ordered(child);
  }
}

}  // namespace

TEST_CASE("T13: extreme numbers give finite, ordered shares", "[property][threat][extreme]") {
  int tried = 0;
  const bool ok = rc::check([&tried](std::uint64_t seed) {
    ++tried;
    const Report report = assess(test::extreme_snapshot(seed), true);
    const std::string text = write_report(report);
    RC_ASSERT(text.find("nan") == std::string::npos);
    const auto json = nlohmann::json::parse(text);
    all_finite_and_ordered(json);
    const auto& share = json["audience"]["share"];
    RC_ASSERT(share["low"].get<double>() >= 0);
    RC_ASSERT(share["high"].get<double>() <= 1);
    double sum = json["audience"]["start"].get<double>() + json["audience"]["remainder"].get<double>();
    for (const auto& row : json["signals"]) {
      RC_ASSERT(std::fabs(row["logOdds"].get<double>()) <= std::log(20.0) + 1e-5);
      if (row["on"] == "audience") sum += row["effect"].get<double>();
    }
    // Written with 6 digits each, so equal to some of the last ones only.
    RC_ASSERT(std::fabs(sum - share["mid"].get<double>()) <= 1e-4);
    if (json["audience"].contains("people")) {
      RC_ASSERT(json["audience"]["people"]["high"].get<double>() <=
                json["followers"]["high"].get<double>() * (1 + 1e-5));
    }
    if (json["engagement"].contains("perPost")) {
      const auto& post = json["engagement"]["perPost"];
      RC_ASSERT(post["real"]["low"].get<double>() >= 0);
      RC_ASSERT(post["real"]["mid"].get<double>() <= post["shown"]["mid"].get<double>() * (1 + 1e-5));
      // A typical post may do better than those read, until all that are meant are read.
      if (report.read.posts_used >= 24)
        RC_ASSERT(post["real"]["high"].get<double>() <= post["shown"]["high"].get<double>() * (1 + 1e-5));
    }
    for (const auto& narrowing : json["read"]["narrow"]) {
      RC_ASSERT(narrowing["count"].get<int>() >= 1);
      RC_ASSERT(narrowing["width"].get<double>() >= 0);
      RC_ASSERT(narrowing["width"].get<double>() <= 1);
    }
  });
  CHECK(ok);
  if (ok)
    test::figure("T13", "reports with a number that is not finite, or out of order", "0 of " + std::to_string(tried),
                 "0");
}

TEST_CASE("T13: a number is read as it is, or refused with its place", "[property][threat]") {
  int tried = 0;
  const bool ok = rc::check([&tried](std::uint64_t seed) {
    ++tried;
    Random r(seed);
    const char* forms[] = {"%.0f",   "%.1f",   "%.3f",  "%.17g", "%e",   "-%.0f",
                           "%.0f.0", "%.0fe0", "0%.0f", "%.0f.", "+%.0f"};
    const char* wholes[] = {"%.0f", "%.0f.0", "%.0fe0"};
    const double value = r.chance(0.3) ? std::floor(std::exp(30 * r.uniform())) : std::exp(40 * r.uniform()) - 1;
    char number[400];
    const bool is_whole = r.chance(0.5);
    std::snprintf(number, sizeof number, is_whole ? r.pick(wholes) : r.pick(forms),
                  is_whole ? std::floor(value) : value);
    const std::string text =
        std::string(R"({"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h","followers":)") + number +
        "}}";
    const auto answer = nlohmann::json::parse(score(text, false));
    const auto parsed = nlohmann::json::parse(number, nullptr, false);
    if (parsed.is_discarded()) {
      RC_ASSERT(answer["error"]["code"] == "not_json");
      return;
    }
    const double seen = parsed.get<double>();
    if (seen >= 0 && seen <= 1e12 && seen == std::floor(seen)) {
      RC_ASSERT(std::fabs(answer["followers"]["low"].get<double>() - seen) <= seen * 1e-5);
    } else {
      RC_ASSERT(answer["error"]["code"] == "number_out_of_range");
      RC_ASSERT(answer["error"]["at"] == "profile.followers");
    }
  });
  CHECK(ok);
  if (ok)
    test::figure("T13", "numbers that are read as another, or refused without their place",
                 "0 of " + std::to_string(tried), "0");
}

TEST_CASE("T12: any depth beyond 16 is refused", "[property][threat]") {
  int tried = 0;
  const bool ok = rc::check([&tried] {
    ++tried;
    const auto depth = static_cast<std::size_t>(*rc::gen::inRange(1, 3000));
    const bool objects = *rc::gen::arbitrary<bool>();
    std::string text = R"({"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h"},"a":)";
    for (std::size_t i = 1; i < depth; ++i) text += objects ? "{\"posts\":" : "[";
    text += "0";
    for (std::size_t i = 1; i < depth; ++i) text += objects ? "}" : "]";
    text += "}";
    RC_ASSERT((score(text, false).find("too_deep") != std::string::npos) == (depth > limits::depth));
  });
  CHECK(ok);
  if (ok) test::figure("T12", "depths of 1 to 3,000 that are taken beyond 16", "0 of " + std::to_string(tried), "0");
}
