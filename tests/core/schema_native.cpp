// The schemas and the C++ reader and writer say the same. Native only: valijson needs exceptions and a file system.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "files.hpp"
#include "wasm/core/score.hpp"
#include "wasm/core/snapshot/read_snapshot.hpp"
#include "wasm/core/snapshot/snapshot_fields.hpp"

using nlohmann::json;

namespace {

class SchemaFile {
 public:
  explicit SchemaFile(const std::string& name)
      : document(json::parse(plumb::test::read_file(plumb::test::schema_dir + "/" + name + ".schema.json"))) {
    rename_keywords(document);
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema_);
  }
  /// Without `why` no later than at the first error.
  bool valid(const json& value, std::string* why = nullptr) const {
    const valijson::adapters::NlohmannJsonAdapter target(value);
    if (why == nullptr) return validator_.validate(schema_, target, nullptr);
    valijson::ValidationResults results;
    const bool ok = validator_.validate(schema_, target, &results);
    valijson::ValidationResults::Error error;
    while (results.popError(error)) *why += error.description + " at " + json(error.context).dump() + "; ";
    return ok;
  }

  json document;

 private:
  valijson::Schema schema_;
  mutable valijson::Validator validator_;  ///< keeps the patterns that it has compiled

  /// valijson knows draft 7: `$defs` is called `definitions` there.
  static void rename_keywords(json& node) {
    if (node.is_object()) {
      node.erase("$schema");
      node.erase("$id");
      if (node.contains("$defs")) {
        node["definitions"] = node["$defs"];
        node.erase("$defs");
      }
      for (auto& [key, value] : node.items()) {
        if (key == "$ref") {
          std::string target = value;
          const auto at = target.find("$defs");
          if (at != std::string::npos) target.replace(at, 5, "definitions");
          value = target;
        } else {
          rename_keywords(value);
        }
      }
    } else if (node.is_array()) {
      for (auto& value : node) rename_keywords(value);
    }
  }
};

bool reads(const json& snapshot) {
  return std::holds_alternative<plumb::Snapshot>(plumb::read_snapshot(snapshot.dump()));
}

/// The kind of a place: its path with `*` for each index.
std::string kind_of(const json& snapshot, const json::json_pointer& place) {
  if (place.empty()) return {};
  const auto above = place.parent_pointer();
  return kind_of(snapshot, above) + '/' + (snapshot[above].is_array() ? "*" : place.back());
}

/// The snapshot with no more of its lists than the element in which a place is, and the place of it there: what is said
/// of one field depends on nothing else, and all of a snapshot read again for each value takes a hundred times as long.
std::pair<json, json::json_pointer> alone(const json& whole, const json::json_pointer& place) {
  std::vector<std::string> steps;
  for (auto rest = place; !rest.empty(); rest.pop_back()) steps.insert(steps.begin(), rest.back());
  json snapshot;
  for (const auto& [key, value] : whole.items()) {
    if (!value.is_array()) snapshot[key] = value;
  }
  if (whole[steps.at(0)].is_array() && steps.size() > 1) {
    snapshot[steps[0]] = json::array({whole[steps[0]][std::stoul(steps[1])]});
    steps[1] = "0";
  }
  json::json_pointer there;
  for (const auto& step : steps) there.push_back(step);
  return {snapshot, there};
}

}  // namespace

TEST_CASE("Every golden snapshot satisfies its schema and every report its own") {
  const SchemaFile snapshot_schema("snapshot"), report_schema("report");
  int reports = 0;
  for (const auto& line : plumb::test::golden_snapshots()) {
    const json answer = json::parse(plumb::score(line, true));
    if (answer.contains("error")) continue;
    std::string why;
    CHECK(snapshot_schema.valid(json::parse(line), &why));
    CHECK(report_schema.valid(answer, &why));
    INFO(why);
    CHECK(why.empty());
    ++reports;
  }
  CHECK(reports >= 10);
}

TEST_CASE("A report with a wrong name or type fails the schema") {
  const SchemaFile schema("report");
  json report = json::parse(plumb::score(plumb::test::golden_snapshots().at(0), true));
  REQUIRE(schema.valid(report));
  json broken = report;
  broken["audience"]["share"].erase("mid");
  CHECK_FALSE(schema.valid(broken));
  broken = report;
  broken["verdict"] = "fine";
  CHECK_FALSE(schema.valid(broken));
  broken = report;
  broken["extra"] = 1;
  CHECK_FALSE(schema.valid(broken));
}

TEST_CASE("The schema and the reader agree on what is a snapshot") {
  const SchemaFile schema("snapshot");
  int disagreements = 0, refused = 0, tried = 0;
  const std::vector<json> strange{nullptr,
                                  true,
                                  -1,
                                  0,
                                  1.5,
                                  1e13,
                                  "",
                                  "text",
                                  "2026-11-22T10:00:00Z",
                                  json::array(),
                                  json::object(),
                                  {{"low", 1}, {"high", 2}},
                                  {{"low", 1}},
                                  json::array({1}),
                                  json::array({"a"})};
  const auto differ = [&](const std::string& what, const json& snapshot, bool read) {
    ++disagreements;
    std::string why;
    schema.valid(snapshot, &why);
    UNSCOPED_INFO(what << (read ? " is read, not valid " : " is valid, not read ") << why);
  };
  std::map<std::string, int> met;  // how many snapshots each kind of place was tried in
  for (const auto& line : plumb::test::golden_snapshots()) {
    const json whole = json::parse(line, nullptr, false);
    if (whole.is_discarded() || !reads(whole)) continue;
    // Every kind of field, and every kind of element of a list, replaced by strange values.
    std::set<std::string> here;
    const json flat = whole.flatten();
    for (const auto& entry : flat.items()) {
      const json::json_pointer original(entry.key());
      const std::string kind = kind_of(whole, original);
      if (kind.find("/sources/*/value") == 0) continue;
      if (!here.insert(kind).second || ++met[kind] > 4) continue;
      auto [snapshot, place] = alone(whole, original);
      REQUIRE(schema.valid(snapshot));
      REQUIRE(reads(snapshot));
      for (const auto& value : strange) {
        snapshot[place] = value;
        const bool read = reads(snapshot);
        ++tried;
        refused += !read;
        // No schema can say that low <= high.
        const bool crossed = place.back() == "high" && value == 0;
        if (schema.valid(snapshot) != read && !crossed) differ(kind + " = " + value.dump(), snapshot, read);
      }
    }
  }
  CHECK(disagreements == 0);
  CHECK(met.size() > 60);
  CHECK(tried > 2000);
  CHECK(refused > tried / 2);
}

TEST_CASE("The reader's tables list exactly the schema's fields") {
  const SchemaFile schema("snapshot");
  const json& d = schema.document;
  const auto compare = [](const json& node, plumb::ObjectKind kind) {
    std::vector<std::string> expected, listed;
    for (const auto& [name, unused] : node["properties"].items()) expected.push_back(name);
    for (const auto& field : plumb::fields_of(kind)) listed.emplace_back(field.name);
    std::sort(expected.begin(), expected.end());
    std::sort(listed.begin(), listed.end());
    CHECK(listed == expected);
    for (const auto& field : plumb::fields_of(kind)) {
      const json required = node.value("required", json::array());
      CHECK(field.required == (std::find(required.begin(), required.end(), std::string(field.name)) != required.end()));
    }
  };
  using plumb::ObjectKind;
  compare(d, ObjectKind::snapshot);
  compare(d["properties"]["viewer"], ObjectKind::viewer);
  const json& defs = d["definitions"];
  compare(defs["Profile"], ObjectKind::profile);
  compare(defs["Post"], ObjectKind::post);
  compare(defs["Comment"], ObjectKind::comment);
  compare(defs["Person"], ObjectKind::person);
  compare(defs["HistoryReading"], ObjectKind::reading);
  compare(defs["HistoryReading"]["properties"]["predicted"], ObjectKind::prediction);
  compare(defs["Peer"], ObjectKind::peer);
  compare(defs["Source"], ObjectKind::source);
  compare(defs["Missing"], ObjectKind::missing);
}
