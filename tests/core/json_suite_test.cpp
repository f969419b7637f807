// The JSON layer against JSONTestSuite (../shared/corpora) where it is there, and against cases of the same kinds.
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>

#include "figure.hpp"
#include "files.hpp"
#include "json_cases.hpp"
#include "wasm/core/score.hpp"

namespace {

/// Whether the JSON layer took the text: any answer but not_json, not_utf8, too_deep.
bool accepted(const std::string& text) {
  const std::string answer = plumb::score(text, true);
  REQUIRE(answer.front() == '{');
  return answer.rfind(R"({"error":{"code":"not_json")", 0) != 0 &&
         answer.rfind(R"({"error":{"code":"not_utf8")", 0) != 0 &&
         answer.rfind(R"({"error":{"code":"too_deep")", 0) != 0;
}

}  // namespace

TEST_CASE("Hand-written JSON is accepted and refused as the standard says") {
  for (const auto& text : plumb::test::json_to_accept) {
    INFO(text);
    CHECK(accepted(text));
  }
  for (const auto& text : plumb::test::json_to_refuse) {
    INFO(text.substr(0, 40));
    CHECK_FALSE(accepted(text));
  }
}

TEST_CASE("T13: JSONTestSuite", "[threat]") {
  namespace fs = std::filesystem;
  const fs::path dir = JSON_SUITE_DIR;
  if (!fs::is_directory(dir)) {
    std::cout << "JSONTestSuite is not at " << dir << ": only the hand-written cases ran.\n";
    return;
  }
  std::map<std::string, bool> golden;
  for (const auto& line :
       plumb::test::lines_of(plumb::test::read_file(plumb::test::source_dir + "/tests/golden/json_suite_free.tsv"))) {
    golden[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1) == "accepted";
  }
  int must_accept = 0, must_refuse = 0, free = 0;
  for (const auto& entry : fs::directory_iterator(dir)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json") continue;
    INFO(name);
    const bool taken = accepted(plumb::test::read_file(entry.path().string()));
    if (name[0] == 'y') {
      ++must_accept;
      CHECK(taken);
    }
    if (name[0] == 'n') {
      ++must_refuse;
      CHECK_FALSE(taken);
    }
    if (name[0] == 'i') {
      ++free;
      REQUIRE(golden.count(name) == 1);
      CHECK(taken == golden[name]);
    }
  }
  CHECK(must_accept == 95);
  CHECK(must_refuse == 188);
  CHECK(free == 35);
  plumb::test::figure("T13", "JSONTestSuite: accepted, refused, free",
                      std::to_string(must_accept) + ", " + std::to_string(must_refuse) + ", " + std::to_string(free),
                      "95, 188, 35");
  std::cout << "JSONTestSuite: " << must_accept << " accepted, " << must_refuse << " refused, " << free
            << " as in the golden list.\n";
}
