// Every table of wasm/data is read, written and compared with itself, and every row says where it is from.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "tests/core/files.hpp"
#include "wasm/core/base/table.hpp"

namespace {

using Row = std::vector<std::string>;

std::vector<Row> parse(const std::string& text) {
  std::vector<Row> rows;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view line = plumb::table::cut(rest, '\n');
    Row row;
    for (std::size_t cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1; cells > 0;
         --cells) {
      row.emplace_back(plumb::table::cut(line, '\t'));
    }
    rows.push_back(row);
  }
  return rows;
}

std::string write(const std::vector<Row>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "\t" : "") + row[i];
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("Every table is read and written to the byte") {
  int tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(plumb::test::source_dir + "/wasm/data")) {
    if (entry.path().extension() != ".tsv") continue;
    INFO(entry.path().filename().string());
    const std::string text = plumb::test::read_file(entry.path().string());
    const auto rows = parse(text);
    CHECK(write(rows) == text);
    CHECK(text.find('\r') == std::string::npos);
    std::size_t header = 0;
    while (header < rows.size() && rows[header][0].rfind('#', 0) == 0) ++header;
    REQUIRE(rows.size() > header + 1);
    for (std::size_t i = header; i < rows.size(); ++i) CHECK(rows[i].size() == rows[header].size());
    ++tables;
  }
  CHECK(tables >= 5);
}

TEST_CASE("Every constant has one row, a number, a source and a year") {
  const auto rows = parse(plumb::test::read_file(plumb::test::source_dir + "/wasm/data/priors.tsv"));
  REQUIRE(rows[0] == Row{"key", "value", "source", "n", "year"});
  std::set<std::string> keys;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    INFO(rows[i][0]);
    CHECK(keys.insert(rows[i][0]).second);
    CHECK(plumb::table::to_number(rows[i][1]) == plumb::table::to_number(rows[i][1]));
    CHECK_FALSE(rows[i][2].empty());
    CHECK(rows[i][4].size() == 4);
  }
}

TEST_CASE("Every benchmark row has a source, n and a year or says that none is stated") {
  const auto rows = parse(plumb::test::read_file(plumb::test::source_dir + "/wasm/data/benchmarks.tsv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    INFO(rows[i][0]);
    CHECK((rows[i][12] == "counted" || rows[i][12] == "unstated"));
    CHECK_FALSE(rows[i][13].empty());
    CHECK((rows[i][14].size() == 4 || rows[i][14] == "n.d."));
    CHECK_FALSE(rows[i][16].empty());
  }
}

TEST_CASE("Numbers of a table are read right") {
  using plumb::table::to_number;
  CHECK(to_number("-1.25e-3") == -1.25e-3);
  CHECK(to_number("0.1") == 0.1);
  CHECK(to_number("72000000") == 72000000);
  CHECK(to_number("3e5") == 3e5);
  CHECK(to_number("") != to_number(""));
  CHECK(to_number("a") != to_number("a"));
}
