// Each caution, what the sources say, and how much was read, on both sides of each border.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/core/sample_account.hpp"
#include "wasm/core/estimate/explain.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Ten posts of a hundred likes, old enough; nothing about them asks for a caution.
SampleAccount ten_posts() {
  SampleAccount account;
  return account.posts(10, [](Post& post, int) { post.likes = exactly(100); });
}

/// The cautions on an account that has a place among its peers.
std::vector<std::string_view> cautions_with(const std::function<void(Snapshot&, Report&)>& change) {
  Snapshot snapshot = ten_posts().snapshot;
  Report report;
  report.position = Position{};
  change(snapshot, report);
  return cautions_of(Account(snapshot), report, false);
}

using Names = std::vector<std::string_view>;

Snapshot with_sources(const std::vector<Source>& sources) {
  Snapshot snapshot;
  snapshot.sources = sources;
  return snapshot;
}
Source source(std::int64_t low, std::int64_t high, Via via = Via::response, const char* field = "followers") {
  return {.field = field, .via = via, .count = Count{low, high}};
}

}  // namespace

TEST_CASE("Two sources disagree beyond two parts in a hundred and one, outside of their rounding", "[cautions]") {
  const auto disagree = [](const std::vector<Source>& sources, Trust trust = Trust::any) {
    return sources_disagree(with_sources(sources), trust);
  };
  // 1000 · 1.02 + 1 = 1021.
  CHECK_FALSE(disagree({source(1000, 1000), source(1021, 1021)}));
  CHECK(disagree({source(1000, 1000), source(1022, 1022)}));
  CHECK(disagree({source(1022, 1022), source(1000, 1000)}));
  CHECK_FALSE(disagree({source(0, 0), source(1, 1)}));
  CHECK(disagree({source(0, 0), source(2, 2)}));
  // Of ranges the nearest ends: 1100 against 1000, and 1020 against 1000.
  CHECK(disagree({source(900, 1000), source(1100, 1200)}));
  CHECK_FALSE(disagree({source(900, 1000), source(1020, 1200)}));
  CHECK_FALSE(disagree({source(900, 1100), source(1000, 1200)}));
  CHECK_FALSE(disagree({source(1000, 1000)}));
  CHECK_FALSE(disagree({source(1000, 1000), source(5000, 5000, Via::response, "posts")}));
  CHECK_FALSE(disagree({source(1000, 1000), Source{.field = "followers", .text = "5000"}}));
  CHECK_FALSE(disagree({Source{.field = "followers", .text = "5000"}, source(1000, 1000)}));
  // Each with each: the first with the last, and the two last.
  CHECK(disagree({source(1000, 1000), source(1000, 1000), source(3000, 3000)}));
  CHECK(disagree({source(1000, 1000), source(7, 7, Via::response, "posts"), source(3000, 3000)}));
  CHECK(disagree({source(7, 7, Via::response, "posts"), source(1000, 1000), source(3000, 3000)}));
  for (const Via weak : {Via::meta, Via::dom}) {
    CHECK(disagree({source(1000, 1000), source(3000, 3000, weak)}));
    CHECK_FALSE(disagree({source(1000, 1000), source(3000, 3000, weak)}, Trust::high));
    CHECK_FALSE(disagree({source(3000, 3000, weak), source(1000, 1000)}, Trust::high));
  }
  for (const Via sure : {Via::response, Via::inline_json, Via::jsonld, Via::typed})
    CHECK(disagree({source(1000, 1000), source(3000, 3000, sure)}, Trust::high));
}

TEST_CASE("Each caution is given where it applies, and none on an account without a reason", "[cautions]") {
  CHECK(cautions_with([](Snapshot&, Report&) {}).empty());
  const auto gives = [](std::string_view name, const std::function<void(Snapshot&, Report&)>& change) {
    INFO(name);
    CHECK(cautions_with(change) == Names{name});
  };
  // One in five of the ten posts is two.
  for (const int posts : {1, 2}) {
    const auto some = [posts](const std::function<void(Post&)>& change) {
      return cautions_with([&](Snapshot& s, Report&) {
        for (int i = 0; i < posts; ++i) change(s.posts[static_cast<std::size_t>(i)]);
      });
    };
    const auto from_two = [posts](std::string_view name) { return posts == 2 ? Names{name} : Names{}; };
    INFO(posts << " posts");
    CHECK(some([](Post& p) { p.likes_hidden = true; }) == from_two("likes_hidden"));
    CHECK(some([](Post& p) { p.comments_off = true; }) == from_two("comments_off"));
    CHECK(some([](Post& p) { p.likes = Count{100, 110}; }) == from_two("counts_rounded"));
    CHECK(some([](Post& p) { p.at = now - day; }) == from_two("young_posts"));
    CHECK(some([](Post& p) { p.likes_hidden = p.comments_off = false; }).empty());
  }
  gives("likes_hidden", [](Snapshot& s, Report&) { s.missing.push_back({"posts[].likes", "hidden"}); });
  gives("comments_off", [](Snapshot& s, Report&) { s.missing.push_back({"posts[].comments", "hidden"}); });
  for (const char* why : {"not_on_page", "login"}) {
    gives("likes_not_on_page", [why](Snapshot& s, Report&) { s.missing.push_back({"posts[].likes", why}); });
    gives("comments_not_on_page", [why](Snapshot& s, Report&) { s.missing.push_back({"posts[].comments", why}); });
  }
  CHECK(cautions_with([](Snapshot& s, Report&) { s.missing.push_back({"posts[].views", "login"}); }).empty());
  CHECK(cautions_with([](Snapshot& s, Report&) { s.missing.push_back({"posts[].likes", "error"}); }).empty());
  gives("cut", [](Snapshot& s, Report&) { s.missing.push_back({"comments", "cut"}); });
  gives("posts_not_latest", [](Snapshot& s, Report&) { s.posts_order = PostsOrder::top; });
  gives("handle_changed", [](Snapshot& s, Report&) { s.profile.handle_changes = 1; });
  gives("handle_changed", [](Snapshot& s, Report&) { s.profile.handle_changed_at = now - day; });
  gives("handle_changed", [](Snapshot& s, Report&) { s.history.push_back({.at = now - day, .handle = "before"}); });
  CHECK(cautions_with([](Snapshot& s, Report&) {
          s.profile.handle_changes = 0;
          s.history.push_back({.at = now - day, .handle = "creator"});
          s.history.push_back({.at = now - day});
        }).empty());
  gives("counts_rounded", [](Snapshot& s, Report&) { s.profile.followers = Count{10000, 10100}; });
  gives("few_posts", [](Snapshot& s, Report&) { s.posts.resize(4); });
  CHECK(cautions_with([](Snapshot& s, Report&) { s.posts.resize(5); }).empty());
  gives("private_account", [](Snapshot& s, Report&) { s.profile.is_private = true; });
  CHECK(cautions_with([](Snapshot& s, Report&) { s.profile.is_private = false; }).empty());
  gives("stale", [](Snapshot&, Report& r) { r.fresh = Fresh{.stale = true}; });
  CHECK(cautions_with([](Snapshot&, Report& r) { r.fresh = Fresh{.stale = false}; }).empty());
  const auto newest_person = [](Snapshot& s, Report&) {
    s.people_order = PeopleOrder::newest;
    s.people.push_back({.handle = "u", .relation = Relation::follower});
  };
  gives("people_newest_first", newest_person);
  CHECK(cautions_with([](Snapshot& s, Report&) { s.people_order = PeopleOrder::newest; }).empty());
  Report report;
  report.position = Position{};
  const auto account = ten_posts();
  CHECK(cautions_of(Account(account.snapshot), report, true) == Names{"sources_disagree"});
}

TEST_CASE("Without a place, or a ratio beside its peers, there is no benchmark", "[cautions]") {
  const auto with_row = [](Family family, std::optional<Typical> typical) {
    return cautions_with([&](Snapshot&, Report& r) {
      r.position.reset();
      r.signals.push_back({.family = family, .typical = typical});
    });
  };
  CHECK(with_row(Family::pattern, {}) == Names{"no_benchmark"});
  CHECK(with_row(Family::pattern, Typical{}) == Names{"no_benchmark"});
  CHECK(with_row(Family::rate, {}) == Names{"no_benchmark"});
  CHECK(with_row(Family::rate, Typical{}).empty());
  // Posts without a number are compared with nobody.
  CHECK(cautions_with([](Snapshot& s, Report& r) {
          r.position.reset();
          for (auto& post : s.posts) post.likes.reset();
        }) == Names{"few_posts"});
}

TEST_CASE("Names are missing where fewer than half of the others have one, comments and people together",
          "[cautions]") {
  const auto with = [](int comments, int named, int people, int handles) {
    return cautions_with([=](Snapshot& s, Report&) {
             for (int i = 0; i < comments; ++i) {
               Comment comment;
               comment.text = "bread";
               if (i < named) comment.author = "guest";
               s.comments.push_back(comment);
             }
             for (int i = 0; i < people; ++i) {
               Person person;
               if (i < handles) person.handle = "guest";
               s.people.push_back(person);
             }
             // The creator's own are nobody else's.
             for (int i = 0; i < 9; ++i) s.comments.push_back({.author = "creator", .text = "thanks"});
           }) == Names{"names_removed"};
  };
  CHECK_FALSE(with(0, 0, 0, 0));
  CHECK_FALSE(with(4, 2, 0, 0));
  CHECK(with(4, 1, 0, 0));
  CHECK_FALSE(with(0, 0, 4, 2));
  CHECK(with(0, 0, 4, 1));
  CHECK_FALSE(with(3, 3, 3, 0));
  CHECK(with(3, 2, 3, 0));
}

TEST_CASE("Evidence is counted in points: each is there from its number on", "[cautions]") {
  struct Read {
    int posts = 0;
    bool followers = false;
    int with_counts = 0, names = 0, texts = 0, readings = 0;
  };
  const auto level = [](const Read& read) {
    SampleAccount account;
    if (!read.followers) account.snapshot.profile.followers.reset();
    account.posts(read.posts, [](Post& post, int) { post.likes = exactly(100); });
    account.comments(read.texts);
    account.people(read.with_counts + read.names, 0, Visibility::names_only);
    for (int i = 0; i < read.with_counts; ++i) {
      auto& person = account.snapshot.people[static_cast<std::size_t>(i)];
      person.followers = person.following = exactly(100);
    }
    for (int i = 0; i < read.readings; ++i)
      account.snapshot.history.push_back({.at = now - (i + 1) * day, .followers = exactly(10000)});
    return evidence_level(Account(account.snapshot));
  };
  CHECK(level({}) == EvidenceLevel::none);
  CHECK(level({.posts = 4, .followers = true}) == EvidenceLevel::none);
  CHECK(level({.posts = 5}) == EvidenceLevel::low);
  CHECK(level({.names = 19}) == EvidenceLevel::none);
  CHECK(level({.names = 20}) == EvidenceLevel::low);
  CHECK(level({.texts = 19}) == EvidenceLevel::none);
  CHECK(level({.texts = 20}) == EvidenceLevel::low);
  CHECK(level({.readings = 3}) == EvidenceLevel::none);
  CHECK(level({.readings = 4}) == EvidenceLevel::low);
  // Posts with followers are two points: a third makes moderate, whichever it is.
  CHECK(level({.posts = 5, .followers = true}) == EvidenceLevel::low);
  CHECK(level({.posts = 5, .texts = 20}) == EvidenceLevel::low);
  CHECK(level({.posts = 5, .followers = true, .texts = 20}) == EvidenceLevel::moderate);
  CHECK(level({.posts = 5, .followers = true, .names = 20}) == EvidenceLevel::moderate);
  CHECK(level({.posts = 5, .followers = true, .readings = 4}) == EvidenceLevel::moderate);
  // Twenty people with counts are three points, a hundred are four.
  CHECK(level({.with_counts = 19, .names = 1}) == EvidenceLevel::low);
  CHECK(level({.with_counts = 20}) == EvidenceLevel::moderate);
  CHECK(level({.with_counts = 99, .texts = 20}) == EvidenceLevel::moderate);
  CHECK(level({.with_counts = 100}) == EvidenceLevel::moderate);
  CHECK(level({.with_counts = 100, .texts = 20}) == EvidenceLevel::strong);
  CHECK(level({.posts = 5, .with_counts = 20}) == EvidenceLevel::moderate);
  CHECK(level({.posts = 5, .followers = true, .with_counts = 20}) == EvidenceLevel::strong);
}

TEST_CASE("People show counts where they follow the account and show both", "[cautions]") {
  const auto level = [](Relation relation, bool followers, bool following) {
    SampleAccount account;
    account.people(20, 0, Visibility::counts, relation);
    for (auto& person : account.snapshot.people) {
      if (followers) person.followers = exactly(100);
      if (following) person.following = exactly(100);
    }
    return evidence_level(Account(account.snapshot));
  };
  CHECK(level(Relation::follower, true, true) == EvidenceLevel::moderate);
  CHECK(level(Relation::follower, true, false) == EvidenceLevel::low);
  CHECK(level(Relation::follower, false, true) == EvidenceLevel::low);
  CHECK(level(Relation::commenter, true, true) == EvidenceLevel::low);
  SampleAccount account;
  for (int i = 0; i < 4; ++i) account.snapshot.history.push_back({.followers = exactly(10000)});
  CHECK(evidence_level(Account(account.snapshot)) == EvidenceLevel::none);
  for (auto& reading : account.snapshot.history) reading = {.at = now - day};
  CHECK(evidence_level(Account(account.snapshot)) == EvidenceLevel::none);
}
