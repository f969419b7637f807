// The platforms: the enumeration, the rows and the schemas say the same.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../files.hpp"
#include "wasm/core/base/model.hpp"
#include "wasm/core/base/platforms.hpp"
#include "wasm/core/base/table.hpp"
#include "wasm/core/report/names.hpp"

using nlohmann::json;
using plumb::Platform;
using plumb::platform_names;

TEST_CASE("Each platform has its row, in the table's order") {
  const auto lines =
      plumb::test::lines_of(plumb::test::read_file(plumb::test::source_dir + "/wasm/data/platforms.tsv"));
  REQUIRE(lines.size() == platform_names.size() + 1);
  for (std::size_t i = 0; i < platform_names.size(); ++i) {
    const auto platform = static_cast<Platform>(i);
    std::string_view line = lines[i + 1];
    CHECK(plumb::table::cut(line, '\t') == platform_names[i]);
    CHECK(plumb::name_of(platform) == platform_names[i]);
    const auto& facts = plumb::facts_of(platform);
    CHECK(facts.name == platform_names[i]);
    for (const bool fact : {facts.texts, facts.likes, facts.views, facts.comments, facts.followers,
                            facts.follower_counts, facts.scrolls}) {
      CHECK(plumb::table::cut(line, '\t') == (fact ? "yes" : "no"));
    }
    // Followers with counts are followers.
    CHECK((facts.followers || !facts.follower_counts));
  }
}

TEST_CASE("A platform's row names the priors that hold there") {
  using plumb::model::prior;
  CHECK(plumb::facts_of(Platform::tiktok).tau == prior("tau.tiktok"));
  CHECK(plumb::facts_of(Platform::x).tau == prior("tau.other"));
  CHECK(plumb::facts_of(Platform::youtube).sigma_likes == prior("sigma.likes.youtube"));
  CHECK(plumb::facts_of(Platform::facebook).half_life == prior("halflife.facebook"));
  CHECK(plumb::facts_of(Platform::generic).half_life == prior("halflife.other"));
}

TEST_CASE("The schemas name the platforms of the table") {
  for (const std::string name : {"snapshot", "report"}) {
    const json schema = json::parse(plumb::test::read_file(plumb::test::schema_dir + "/" + name + ".schema.json"));
    const auto names = schema["properties"]["platform"]["enum"].get<std::vector<std::string>>();
    CHECK(std::equal(names.begin(), names.end(), platform_names.begin(), platform_names.end()));
  }
}
