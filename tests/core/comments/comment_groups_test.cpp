// Which comments are shown side by side, in what order, and what is printed above them.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "wasm/core/comments/comment_groups.hpp"

using namespace plumb;

namespace {

CampaignEvidence token(std::uint64_t hash) { return {.shared_token = hash}; }
CampaignEvidence repetition(double value) { return {.repetition = value}; }
/// Hard traces alone; a campaign as likely as not is at 4.2 nats.
CampaignEvidence shape(double nats) { return {.disguise = nats}; }

struct Page {
  Snapshot snapshot;
  std::vector<CampaignEvidence> evidence;
  std::vector<CommentScore> scores;

  Page() { snapshot.profile.handle = "creator"; }
  Comment& add(const std::string& text, const CampaignEvidence& of, double atypical = 0.5) {
    Comment c;
    c.id = "c" + std::to_string(scores.size());
    c.author = "reader" + std::to_string(scores.size());
    c.text = text;
    snapshot.comments.push_back(c);
    evidence.push_back(of);
    scores.push_back({atypical, CommentKind::spam, true});
    return snapshot.comments.back();
  }
  void add(std::size_t n, const std::string& text, const CampaignEvidence& of) {
    for (std::size_t i = 0; i < n; ++i) add(text, of);
  }
  std::vector<CommentGroup> groups() const {
    JudgedComments judged{scores, evidence, {}};
    measure_comments(snapshot, &judged.traces);
    return group_comments(snapshot, judged);
  }
};

std::string template_of(const std::vector<std::string>& texts) {
  Page page;
  for (const std::string& text : texts) page.add(text, repetition(1));
  const auto groups = page.groups();
  if (groups.size() != 1) return "(no group)";
  CHECK(groups[0].kind == GroupKind::pattern);
  return groups[0].mark;
}

std::string emoji_of(const std::vector<std::string>& texts) {
  Page page;
  for (const std::string& text : texts) page.add(text, shape(5));
  const auto groups = page.groups();
  if (groups.size() != 1) return "(no group)";
  CHECK(groups[0].kind == GroupKind::shape);
  return groups[0].mark;
}

}  // namespace

TEST_CASE("Two of a token are a group, three of a template or a shape") {
  for (std::size_t n = 1; n <= 4; ++n) {
    INFO(n);
    Page tokens, patterns, shapes;
    tokens.add(n, "go pulau777", token(9));
    patterns.add(n, "one text of all", repetition(1));
    shapes.add(n, "any", shape(4.5));
    CHECK(tokens.groups().size() == (n >= 2));
    CHECK(patterns.groups().size() == (n >= 3));
    CHECK(shapes.groups().size() == (n >= 3));
  }
}

TEST_CASE("Only comments that are rather scripted are grouped, by the strongest that they share") {
  Page page;
  page.add("go pulau777", token(9), 0.5), page.add("go pulau777", token(9), 1);
  page.add("go pulau777", token(9), 0.49);
  page.add("go pulau777", token(9));
  page.scores.back().known = false;
  page.add("go pulau777", token(9)).by_creator = true;
  REQUIRE(page.groups().size() == 1);
  CHECK(page.groups()[0].items == std::vector<std::string>{"c0", "c1"});
  CHECK(page.groups()[0].of == 4);
  Page weak;
  weak.add(5, "one text of all", repetition(0.99));
  weak.add(5, "other", shape(4.1));
  CHECK(weak.groups().empty());
  Page both;  // a token before a template before a shape
  CampaignEvidence all = token(9);
  all.repetition = 1, all.disguise = 5;
  both.add(3, "go pulau777", all);
  REQUIRE(both.groups().size() == 1);
  CHECK(both.groups()[0].kind == GroupKind::token);
  all.shared_token = 0;
  Page second;
  second.add(3, "one text of all", all);
  REQUIRE(second.groups().size() == 1);
  CHECK(second.groups()[0].kind == GroupKind::pattern);
}

TEST_CASE("A group tells its comments, its authors, all comments, and the ids that there are") {
  Page page;
  page.add(5, "go pulau777", token(9));
  page.snapshot.comments[1].author = page.snapshot.comments[3].author = page.snapshot.comments[0].author;
  page.snapshot.comments[2].id.reset();
  page.add("somebody else", {}, 0);
  const auto groups = page.groups();
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].size == 5);
  CHECK(groups[0].authors == 3);
  CHECK(groups[0].of == 6);
  CHECK(groups[0].items == std::vector<std::string>{"c0", "c1", "c3", "c4"});
}

TEST_CASE("The largest group stands first, of equal ones tokens, then templates, then what they print") {
  Page page;
  page.add(3, "any", shape(5));
  page.add(3, "beta", repetition(1));
  page.add(3, "go pulau888", token(text::word_hash("pulau888")));
  page.add(3, "go pulau777", token(text::word_hash("pulau777")));
  page.add(4, "gamma delta epsilon zeta", repetition(1));
  const auto groups = page.groups();
  REQUIRE(groups.size() == 5);
  const char* marks[] = {"gamma delta epsilon zeta", "pulau777", "pulau888", "beta", ""};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(groups[i].mark == marks[i]);
    CHECK(groups[i].id == "g" + std::to_string(i + 1));
  }
}

TEST_CASE("At most twenty groups are told") {
  for (const std::size_t n : {19, 20, 21, 30}) {
    Page page;
    for (std::size_t k = 1; k <= n; ++k) page.add(2, "any", token(k));
    CHECK(page.groups().size() == std::min<std::size_t>(n, 20));
  }
}

TEST_CASE("A token is printed as the first of them in the order of bytes writes it") {
  Page page;
  const std::uint64_t hash = text::word_hash("pulau777");
  page.add("gas pulau777 terus", token(hash)), page.add("other222 then PULAU777!", token(hash)),
      page.add("Pulau777", token(hash));
  REQUIRE(page.groups().size() == 1);
  CHECK(page.groups()[0].mark == "PULAU777");
}

TEST_CASE("A template is printed with the words that three of four share, and one sign for the others") {
  CHECK(template_of({"aa one two dd ee", "bb aa dd ee", "cc aa dd", "dd aa ee x"}) == "aa … dd ee");
  CHECK(template_of({"aa one two dd ee", "bb aa dd ee", "cc aa dd", "dd aa x y"}) == "aa … dd …");
  CHECK(template_of({"aa follows you every single day", "bb follows you every single day",
                     "cc follows you every single day"}) == "… follows you every single day");
  CHECK(template_of({"aa  bb\tcc\n\ncc", "aa bb cc", "aa bb cc"}) == "aa bb cc cc");
  // A word counts once for each of them.
  CHECK(template_of({"aa one", "aa one one one", "aa two", "aa three"}) == "aa …");
  CHECK(template_of({"aa - bb", "aa bb", "aa bb"}) == "aa … bb");  // a sign is no word
}

TEST_CASE("What is printed has 120 bytes at most, and no half a character") {
  const std::string a(120, 'a');
  CHECK(template_of({a, a, a}) == a);
  CHECK(template_of({a + "b", a + "b", a + "b"}) == a + "…");
  std::string wide = "a";
  for (int i = 0; i < 60; ++i) wide += "é";
  CHECK(template_of({wide, wide, wide}) == wide.substr(0, 119) + "…");
}

TEST_CASE("A shape is printed as the emoji that most end with, of equal ones the first of Unicode") {
  CHECK(emoji_of({"a 🌵🦚", "b 🌵🦚", "c 🦚"}) == "🦚");
  CHECK(emoji_of({"a 🌵🦚", "b 🌵", "c 🦚"}) == "🌵");
  CHECK(emoji_of({"a 🌵", "b", "c"}) == "🌵");
  CHECK(emoji_of({"a 🦚", "b 🌵", "c 🦚"}) == "🦚");
  CHECK(emoji_of({"a", "b", "c"}).empty());
}
