// What the golden snapshots show together: every name of the contract is produced, honest accounts are not accused, and
// nobody gains by leaving something out (threats 3 and 24).
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "wasm/core/account/account.hpp"
#include "wasm/core/estimate/explain.hpp"
#include "wasm/core/report/names.hpp"
#include "wasm/core/score.hpp"
#include "wasm/core/snapshot/read_snapshot.hpp"

using nlohmann::json;

namespace {

json report_of(const json& snapshot) { return json::parse(plumb::score(snapshot.dump(), true)); }

/// The golden snapshots that are not refused.
std::vector<json> accounts() {
  std::vector<json> out;
  for (const auto& line : plumb::test::golden_snapshots()) {
    const json snapshot = json::parse(line, nullptr, false);
    if (!snapshot.is_discarded() && !report_of(snapshot).contains("error")) out.push_back(snapshot);
  }
  return out;
}

/// For each list of names in a schema, by its place, the names that are in it and those that were met.
struct Names {
  std::map<std::string, std::set<json>> listed, met;

  void list(const json& schema, const json& root, const std::string& place) {
    const json& node = resolve(schema, root);
    if (node.contains("enum")) listed[place] = node["enum"].get<std::set<json>>();
    if (node.contains("properties")) {
      for (const auto& [key, child] : node["properties"].items()) list(child, root, place + "." + key);
    }
    if (node.contains("items")) list(node["items"], root, place + "[]");
  }
  void meet(const json& value, const std::string& place) {
    if (listed.count(place) != 0) met[place].insert(value);
    if (value.is_object()) {
      for (const auto& [key, child] : value.items()) meet(child, place + "." + key);
    }
    if (value.is_array()) {
      for (const auto& child : value) meet(child, place + "[]");
    }
  }

 private:
  static const json& resolve(const json& schema, const json& root) {
    if (!schema.contains("$ref")) return schema;
    return root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
  }
};

/// How much of an account was read, without the whole report; empty where the snapshot is refused.
std::optional<plumb::EvidenceLevel> evidence_of(const json& snapshot) {
  const auto read = plumb::read_snapshot(snapshot.dump());
  const auto* got = std::get_if<plumb::Snapshot>(&read);
  if (got == nullptr) return {};
  return plumb::evidence_level(plumb::Account(*got));
}

/// Every optional field of a snapshot, as a path with `*` for the elements of a list.
void list_fields(const json& node, const std::string& place, std::set<std::string>& out) {
  if (node.is_array()) {
    for (const auto& child : node) list_fields(child, place + "/*", out);
  }
  if (!node.is_object() || node.contains("low")) return;
  for (const auto& [key, child] : node.items()) {
    const std::string here = place + "/" + key;
    if (here == "/schema" || here == "/platform" || here == "/profile/handle") continue;
    if (here != "/profile") out.insert(here);
    list_fields(child, here, out);
  }
}

/// Removes a field. @param step  from each so manieth element of a list only
void remove_field(json& node, const std::string& path, std::size_t step) {
  const auto end = path.find('/', 1);
  const std::string key = path.substr(1, end - 1);
  if (key == "*") {
    for (std::size_t i = 0; i < node.size(); i += step) remove_field(node[i], path.substr(end), step);
  } else if (end == std::string::npos) {
    node.erase(key);
  } else if (node.contains(key)) {
    remove_field(node[key], path.substr(end), step);
  }
}

}  // namespace

TEST_CASE("Each name that a report may hold is produced by a golden snapshot") {
  // Excluding a post for its size alone would let lower engagement look better; the middle is a median instead.
  // No signal counts visits.
  const std::set<std::string> never{R"(.items.posts[].excluded "outlier")", R"(.signals[].seen.unit "readings")",
                                    // Nobody publishes a ratio to views and none to followers.
                                    R"(.position.of "perView")",
                                    // Likes without a trace in their comments are loud for another reason first.
                                    R"(.checks[].seen.unit "correlation")"};
  const json schema = json::parse(plumb::test::read_file(plumb::test::schema_dir + "/report.schema.json"));
  Names names;
  names.list(schema, schema, "");
  for (const auto& snapshot : accounts()) names.meet(report_of(snapshot), "");
  std::size_t total = 0;
  for (const auto& [place, listed] : names.listed) {
    for (const auto& name : listed) {
      ++total;
      INFO(place << ' ' << name.dump());
      CHECK((names.met[place].count(name) == 1) != (never.count(place + ' ' + name.dump()) == 1));
    }
  }
  CHECK(names.listed.size() > 15);
  CHECK(total > 120);
}

TEST_CASE("Golden accounts that are honest and odd are not accused, and the others are") {
  std::size_t honest = 0, seen = 0;
  for (const auto& snapshot : accounts()) {
    const json report = report_of(snapshot);
    const std::string handle = snapshot["profile"]["handle"], verdict = report["verdict"];
    INFO(handle << ' ' << verdict);
    if (handle.find("honest") != std::string::npos) {
      ++honest;
      CHECK((verdict == "clear" || verdict == "nothing_seen" || verdict == "not_enough"));
      for (const auto& check : report["checks"]) {
        INFO(check["id"]);
        CHECK((check["state"] != "question" && check["state"] != "unusual"));
      }
    }
    if (handle == "seen.pod" || handle == "seen.block" || handle == "seen.quota" ||
        handle == "seen.likes.above.views") {
      ++seen;
      CHECK(verdict == "unusual");
    }
  }
  CHECK(honest >= 30);
  CHECK(seen == 4);
}

TEST_CASE("Leaving out any field of a golden snapshot never raises the evidence") {
  std::size_t cases = 0, removals = 0;
  for (const auto& snapshot : accounts()) {
    ++cases;
    const auto before = evidence_of(snapshot);
    REQUIRE(before);
    CHECK(report_of(snapshot)["read"]["evidence"] == plumb::name_of(*before));
    std::set<std::string> fields;
    list_fields(snapshot, "", fields);
    for (const auto& field : fields) {
      for (const std::size_t step : {1u, 2u}) {
        if (step == 2 && field.find('*') == std::string::npos) continue;
        json less = snapshot;
        remove_field(less, field, step);
        const auto after = evidence_of(less);
        INFO(snapshot["profile"]["handle"] << " without " << field << " of each " << step);
        REQUIRE(after);
        CHECK(*after <= *before);
        ++removals;
      }
    }
  }
  CHECK(cases >= 50);
  CHECK(removals > 1000);
}

TEST_CASE("Who hides everything gets no good verdict") {
  for (const auto& snapshot : accounts()) {
    json hidden = snapshot;
    for (const char* list : {"comments", "people", "history"}) hidden.erase(list);
    for (const char* field : {"likes", "comments", "views"}) remove_field(hidden, std::string("/posts/*/") + field, 1);
    INFO(snapshot["profile"]["handle"]);
    CHECK(report_of(hidden)["verdict"] == "not_enough");
  }
}
