#include "wasm/core/score.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "figure.hpp"
#include "files.hpp"
#include "wasm/core/account/benchmarks.hpp"

using nlohmann::json;
using plumb::score;

namespace {

/// `posts` posts, one a week, the newest four days old.
json account(int posts, double likes = 200) {
  json s{{"schema", "plumb.snapshot/1"},
         {"platform", "instagram"},
         {"capturedAt", "2026-11-22T10:00:00Z"},
         {"profile", {{"handle", "ada"}, {"followers", 20000}, {"following", 300}}},
         {"posts", json::array()}};
  for (int i = 0; i < posts; ++i) {
    const int day = 18 - 7 * (i % 3);
    const int month = 11 - (i / 3) % 10;
    char at[32];
    std::snprintf(at, sizeof at, "2026-%02d-%02dT10:00:00Z", month, day);
    s["posts"].push_back({{"id", "p" + std::to_string(i)},
                          {"at", at},
                          {"likes", static_cast<long>(likes * (1 + 0.07 * (i % 5)))},
                          {"comments", 6 + i % 4}});
  }
  return s;
}

json report(const json& snapshot, bool details = false) { return json::parse(score(snapshot.dump(), details)); }

double width(const json& interval) { return interval["high"].get<double>() - interval["low"].get<double>(); }

}  // namespace

TEST_CASE("A snapshot gives a report, anything else a refusal") {
  const json r = report(account(6));
  CHECK(r["schema"] == "plumb.report/2");
  CHECK(r["handle"] == "ada");
  CHECK(r["snapshotHash"].get<std::string>().size() == 64);
  CHECK(json::parse(score("nonsense", false)) ==
        json({{"error", {{"code", "not_json"}, {"message", "The text is not valid JSON."}}}}));
}

TEST_CASE("Fewer than five mature posts and twenty people are not enough") {
  CHECK(report(account(4))["verdict"] == "not_enough");
  CHECK(report(account(5))["verdict"] == "nothing_seen");
  json young = account(5);
  for (auto& post : young["posts"]) post["at"] = "2026-11-20T10:00:00Z";
  CHECK(report(young)["verdict"] == "not_enough");
  CHECK(report(young)["items"]["posts"][0]["excluded"] == "young");
  CHECK(report(young)["read"]["postsUsed"] == 0);
  CHECK_FALSE(report(young)["engagement"].contains("perPost"));
  json uncertain = account(5);
  for (auto& post : uncertain["posts"]) {
    post["at"] = "2026-11-17T10:00:00Z";
    post["atStep"] = 30 * 86400;
  }
  CHECK(report(uncertain)["verdict"] == "not_enough");
  json undated = account(5);
  for (auto& post : undated["posts"]) post.erase("at");
  CHECK(report(undated)["verdict"] == "not_enough");
}

TEST_CASE("Pinned posts are left out") {
  json s = account(8);
  s["posts"][0]["pinned"] = true;
  s["posts"][0]["likes"] = 1000000;
  const json r = report(s);
  CHECK(r["items"]["posts"][0]["excluded"] == "pinned");
  CHECK(r["read"]["postsUsed"] == 7);
  CHECK(r["engagement"]["perPost"]["shown"]["mid"].get<double>() < 1000);
}

TEST_CASE("Without people the audience stays wide, and a clean one is inside") {
  const json share = report(account(12))["audience"]["share"];
  CHECK(width(share) >= 0.40);
  CHECK(share["high"] == 1);
}

TEST_CASE("Of the audience the end is told that a sample speaks for") {
  json s = account(12);
  CHECK_FALSE(report(s)["audience"].contains("told"));
  // 42 of the 69 newest follow thousands, have no picture and never posted.
  for (int i = 0; i < 69; ++i) {
    const bool idle = i < 42;
    s["people"].push_back({{"handle", "f" + std::to_string(i)},
                           {"relation", "follower"},
                           {"hasAvatar", !idle},
                           {"followers", idle ? 1 : 300 + i},
                           {"following", idle ? 4000 + i : 280},
                           {"posts", idle ? 0 : 60 + i}});
  }
  const json audience = report(s)["audience"];
  CHECK(audience["told"] == "at_most");
  CHECK(audience["share"]["high"] < 0.8);
  for (auto& person : s["people"]) {
    person["followers"] = 310;
    person["following"] = 270;
    person["posts"] = 75;
    person["hasAvatar"] = true;
  }
  CHECK(report(s)["audience"]["told"] == "at_least");
  // Too little for any verdict: nothing is told.
  s["people"].erase(s["people"].begin() + 15, s["people"].end());
  s["posts"].erase(s["posts"].begin() + 3, s["posts"].end());
  CHECK(report(s)["verdict"] == "not_enough");
  CHECK_FALSE(report(s)["audience"].contains("told"));
}

TEST_CASE("A typical post has its peers' band in engagements, where the followers have one") {
  json s = account(12);
  s["platform"] = "instagram";
  const json engagement = report(s)["engagement"];
  const double followers = s["profile"]["followers"];
  for (const char* end : {"low", "high"}) {
    CHECK(engagement["perPost"]["typical"][end].get<double>() ==
          Approx(followers * engagement["perFollower"]["typical"][end].get<double>()).epsilon(1e-4));
  }
  s["platform"] = "mastodon";  // nobody has published any
  CHECK_FALSE(report(s)["engagement"]["perPost"].contains("typical"));
}

TEST_CASE("Rounded counts stay ranges") {
  json s = account(5);
  for (auto& post : s["posts"]) post["likes"] = {{"low", 100}, {"high", 199}};
  s["profile"]["followers"] = {{"low", 20000}, {"high", 20999}};
  const json r = report(s);
  CHECK(r["engagement"]["perPost"]["shown"]["high"].get<double>() -
            r["engagement"]["perPost"]["shown"]["low"].get<double>() ==
        Approx(99));
  CHECK(r["followers"]["high"] == 20999);
}

TEST_CASE("The basis says what engagement means") {
  json s = account(6);
  CHECK(report(s)["engagement"]["basis"] == "likes+comments");
  for (auto& post : s["posts"]) post.erase("comments");
  CHECK(report(s)["engagement"]["basis"] == "likes");
  for (auto& post : s["posts"]) {
    post.erase("likes");
    post["comments"] = 5;
  }
  CHECK(report(s)["engagement"]["basis"] == "comments");
  CHECK_FALSE(report(s)["engagement"].contains("perFollower"));
  for (auto& post : s["posts"]) {
    post.erase("comments");
    post["views"] = 5000;
  }
  const json views = report(s);
  CHECK(views["engagement"]["basis"] == "views");
  CHECK_FALSE(views["engagement"].contains("perPost"));
  CHECK(views["engagement"].contains("viewsPerFollower"));
}

TEST_CASE("A profile alone gives the prior") {
  const json r = report({{"schema", "plumb.snapshot/1"}, {"platform", "x"}, {"profile", {{"handle", "h"}}}});
  CHECK(r["verdict"] == "not_enough");
  CHECK(r["read"]["evidence"] == "none");
  CHECK(r["audience"]["remainder"] == 0);
  CHECK(width(r["audience"]["share"]) >= 0.40);
}

TEST_CASE("More likes alone never improve the verdict, lower engagement never raises the audience") {
  double before = -1;
  const std::vector<std::string> order{"nothing_seen", "question", "unusual"};
  std::ptrdiff_t worst = 0;
  for (const double likes : {2.0, 10.0, 50.0, 200.0, 800.0, 3000.0, 15000.0}) {
    const json r = report(account(9, likes));
    const double share = r["audience"]["share"]["mid"];
    CHECK(share >= before - 1e-9);
    before = share;
    const auto at = std::find(order.begin(), order.end(), r["verdict"].get<std::string>());
    REQUIRE(at != order.end());
    CHECK(at - order.begin() >= worst);
    worst = at - order.begin();
  }
}

TEST_CASE("Only the hash and the order of items follow the order of the input") {
  json s = account(9);
  s["comments"] = {{{"id", "c1"}, {"postId", "p1"}, {"author", "u"}, {"text", "lovely"}},
                   {{"id", "c2"}, {"postId", "p2"}, {"author", "u"}, {"text", "nice view"}}};
  json shuffled = s;
  std::reverse(shuffled["posts"].begin(), shuffled["posts"].end());
  std::reverse(shuffled["comments"].begin(), shuffled["comments"].end());
  json a = report(s), b = report(shuffled);
  a["engagement"]["returning"].erase("real");
  CHECK(a["engagement"]["returning"] == json({{"people", 1}, {"of", 1}, {"posts", 2}}));
  b["engagement"]["returning"].erase("real");
  for (json* r : {&a, &b}) {
    r->erase("snapshotHash");
    r->erase("items");
  }
  CHECK(a.dump() == b.dump());
}

TEST_CASE("T2: sources that disagree are told", "[threat]") {
  json s = account(6);
  s["sources"] = {{{"field", "profile.followers"}, {"via", "response"}, {"value", 20000}},
                  {{"field", "profile.followers"}, {"via", "dom"}, {"value", {{"low", 20000}, {"high", 20999}}}}};
  CHECK(report(s)["verdict"] == "nothing_seen");
  s["sources"][1]["value"] = {{"low", 30000}, {"high", 30999}};
  const auto told = [](const json& r) {
    return std::find(r["cautions"].begin(), r["cautions"].end(), "sources_disagree") != r["cautions"].end();
  };
  // A misprint in the page's text is a caution; no verdict rests on it.
  for (const char* via : {"dom", "meta"}) {
    s["sources"][1]["via"] = via;
    CHECK(report(s)["verdict"] == "nothing_seen");
    CHECK(told(report(s)));
  }
  for (const char* via : {"inline", "jsonld", "response", "typed"}) {
    s["sources"][1]["via"] = via;
    CHECK(report(s)["verdict"] == "question");
    CHECK(told(report(s)));
  }
  int flagged = 0, clean = 0;
  s["sources"][0]["via"] = "response";
  for (int i = 0; i < 40; ++i) {
    s["sources"][1] = {{"field", "profile.followers"}, {"via", i % 2 ? "inline" : "dom"}, {"value", 20000 + 8 * i}};
    clean += !told(report(s));
    s["sources"][1]["value"] = i % 4 < 2 ? 21000 + 500 * i : 19000 - 400 * i;
    flagged += told(report(s));
  }
  CHECK(flagged == 40);
  CHECK(clean == 40);
  plumb::test::figure("T2", "altered places that are flagged; clean ones that are",
                      std::to_string(flagged) + " of 40; " + std::to_string(40 - clean) + " of 40", "40; 0");
}

TEST_CASE("T22: a report names the snapshot that it is of, to the last digit", "[threat]") {
  const std::string text = account(12, 40).dump();
  const std::string hash = json::parse(score(text, false))["snapshotHash"];
  int changed = 0, tried = 0;
  for (std::size_t i = 0; i < text.size() && tried < 100; ++i) {
    if (text[i] < '1' || text[i] > '8') continue;
    std::string other = text;
    ++other[i];
    const json r = json::parse(score(other, false));
    if (r.contains("error")) continue;
    ++tried;
    changed += r["snapshotHash"] != hash;
  }
  CHECK(tried == 100);
  CHECK(changed == tried);
  plumb::test::figure("T22", "a changed digit that is told by the hash",
                      std::to_string(changed) + " of " + std::to_string(tried), "100 of 100");
}

TEST_CASE("A follower count is written to its last digit, an estimate with six") {
  json s = account(6);
  s["profile"]["followers"] = 1234567891;
  CHECK(report(s)["followers"]["low"] == 1234567891);
  CHECK(report(s)["followers"]["high"] == 1234567891);
}

TEST_CASE("Every person and comment has an entry with details, in the order given") {
  json s = account(6);
  s["people"] = {{{"handle", "z"}}, {{"relation", "follower"}}, {{"handle", "z"}}};
  s["comments"] = {{{"id", "2"}, {"text", "b"}}, {{"id", "1"}}};
  const json r = report(s, true);
  CHECK(r["items"]["people"].size() == 3);
  CHECK(r["items"]["people"][0]["handle"] == "z");
  CHECK(r["items"]["comments"][0]["id"] == "2");
  CHECK_FALSE(report(s)["items"].contains("people"));
  CHECK(report(s)["items"]["posts"].size() == 6);
}

TEST_CASE("A what-if question leaves signals and benchmark rows out, and the report says so") {
  const std::string text = account(12, 40).dump();
  const json base = json::parse(score(text, true));
  CHECK_FALSE(base.contains("without"));
  const auto signal = [](const json& r, std::string_view id) {
    return std::any_of(r["signals"].begin(), r["signals"].end(), [&](const json& s) { return s["id"] == id; });
  };
  REQUIRE(signal(base, "engagement_per_follower"));
  const auto rows = base["engagement"]["perFollower"]["typical"]["rows"].get<std::vector<std::string>>();
  REQUIRE_FALSE(rows.empty());

  const std::string_view rate[]{"engagement_per_follower", "engagement_per_follower"};
  const json without_signal = json::parse(score(text, true, rate));
  CHECK_FALSE(signal(without_signal, "engagement_per_follower"));
  CHECK(without_signal["without"] == json({"engagement_per_follower"}));
  CHECK(without_signal["audience"]["share"] != base["audience"]["share"]);
  CHECK(without_signal["snapshotHash"] == base["snapshotHash"]);
  // The rate itself is what the page shows: it stays, and so does its comparison.
  CHECK(without_signal["engagement"]["perFollower"]["typical"] == base["engagement"]["perFollower"]["typical"]);

  const std::string_view row[]{rows.at(0)};
  const json without_row = json::parse(score(text, true, row));
  CHECK(without_row["without"] == json({rows.at(0)}));
  for (const auto& used : without_row["engagement"]["perFollower"]["typical"]["rows"]) CHECK(used != rows.at(0));

  std::vector<std::string> all;
  for (const auto& r : plumb::benchmark_rows()) {
    if (r.platform == "instagram" && r.ratio == "engagement_per_follower") all.emplace_back(r.id);
  }
  const std::vector<std::string_view> every(all.begin(), all.end());
  const json compared_with_nothing = json::parse(score(text, true, every));
  for (const auto& s : compared_with_nothing["signals"]) {
    if (s["id"] != "engagement_per_follower") continue;
    CHECK_FALSE(s.contains("typical"));
    CHECK(s["effect"] == 0);
  }
  CHECK_FALSE(compared_with_nothing["engagement"]["perFollower"].contains("typical"));

  const std::string_view unknown[]{"engagement_per_follower", "no such"};
  const json refused = json::parse(score(text, true, unknown));
  CHECK(refused["error"]["code"] == "unknown_value");
  CHECK(refused["error"]["at"] == "without[1]");
}

TEST_CASE("A signal that is left out is as if it had not been seen") {
  json s = account(12, 40);
  const std::string_view dispersion[]{"like_dispersion"};
  const json base = report(s), less = json::parse(score(s.dump(), false, dispersion));
  for (const auto& row : base["signals"]) {
    if (row["id"] != "like_dispersion" || row["effect"] == 0) continue;
    // The effect of the row is what leaving it out takes away.
    CHECK(less["engagement"]["perPost"]["real"] != base["engagement"]["perPost"]["real"]);
  }
  CHECK(less["audience"]["start"] == base["audience"]["start"]);
}
