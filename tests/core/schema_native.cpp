// The schemas and the C++ reader and writer say the same. Native only: valijson needs exceptions and a file system.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
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
  bool valid(const json& value, std::string* why = nullptr) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    const bool ok = validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(value), &results);
    valijson::ValidationResults::Error error;
    while (why != nullptr && results.popError(error))
      *why += error.description + " at " + json(error.context).dump() + "; ";
    return ok;
  }

  json document;

 private:
  valijson::Schema schema_;

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
  for (const auto& line : plumb::test::golden_snapshots()) {
    const json whole = json::parse(line, nullptr, false);
    if (whole.is_discarded() || !reads(whole)) continue;
    // Every field of the root, the profile and the first element of each list, replaced by strange values.
    const json flat = whole.flatten();
    for (const auto& entry : flat.items()) {
      const json::json_pointer place(entry.key());
      if (entry.key().find("/sources/") == 0 && entry.key().find("/value") != std::string::npos) continue;
      if (std::hash<std::string>()(entry.key()) % 29 != 0) continue;
      for (const auto& value : strange) {
        json mutant = whole;
        mutant[place] = value;
        std::string why;
        const bool valid = schema.valid(mutant, &why), read = reads(mutant);
        ++tried;
        refused += !read;
        // No schema can say that low <= high.
        const bool crossed =
            entry.key().size() > 5 && entry.key().substr(entry.key().size() - 5) == "/high" && value == 0;
        if (valid != read && !crossed) {
          ++disagreements;
          UNSCOPED_INFO(entry.key() << " = " << value.dump() << (valid ? " is valid, not read" : " is read, not valid ")
                                    << why);
        }
      }
    }
  }
  CHECK(disagreements == 0);
  CHECK(tried > 1000);
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
