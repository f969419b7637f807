#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Posts; so many people who are within the hour under `early` of them, and so many others, each once and late.
SampleAccount group_of(int members, int others, int posts = 5, int early = 5) {
  SampleAccount account;
  account.posts(posts, [](Post&, int) {});
  const auto write = [&](Comment& comment, const std::string& author, int post, Time after) {
    comment.author = author;
    comment.post_id = "p" + std::to_string(post);
    comment.at = *account.snapshot.posts[static_cast<std::size_t>(post)].at + after;
  };
  for (int member = 0; member < members; ++member) {
    for (int post = 0; post < early; ++post)
      write(account.comment(), "member" + std::to_string(member), post, hour / 2);
  }
  for (int other = 0; other < others; ++other)
    write(account.comment(), "other" + std::to_string(other), other % posts, 5 * hour);
  return account;
}

}  // namespace

TEST_CASE("A group can't be seen under fewer than four posts, or where the times are not known", "[pod_overlap]") {
  CHECK_FALSE(SampleAccount().look(SignalId::pod_overlap));
  auto few = group_of(4, 20);
  for (auto& comment : few.snapshot.comments) {
    if (comment.post_id > "p2") comment.post_id = "p0";
  }
  CHECK_FALSE(few.look(SignalId::pod_overlap));
  auto untimed = group_of(4, 20);
  for (auto& comment : untimed.snapshot.comments) comment.at.reset();
  CHECK_FALSE(untimed.look(SignalId::pod_overlap));
}

TEST_CASE(
    "Three friends who are always there first are no group; more of them speak for less organic engagement, up to the cap",
    "[pod_overlap]") {
  CHECK(only_tells(group_of(0, 20).evidence(SignalId::pod_overlap)));
  CHECK(only_tells(group_of(3, 20).evidence(SignalId::pod_overlap)));
  double before = 0;
  for (const int members : {4, 6, 10, 40}) {
    const double moved = odds_moved(group_of(members, 20).evidence(SignalId::pod_overlap));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
}

TEST_CASE("A member was there first under two posts of five, and under three at least", "[pod_overlap]") {
  CHECK(group_of(4, 20, 10, 3).evidence(SignalId::pod_overlap).seen.value == 0);
  CHECK(group_of(4, 20, 10, 4).evidence(SignalId::pod_overlap).seen.value == 4);
  CHECK(group_of(4, 20, 5, 2).evidence(SignalId::pod_overlap).seen.value == 0);
  CHECK(group_of(4, 20, 5, 3).evidence(SignalId::pod_overlap).seen.value == 4);
}

TEST_CASE("A group: a worked example", "[pod_overlap]") {
  // Four people wrote 20 of 40 comments; with five more at the usual 2 %: seen (20 + 0.1) / 45 = 0.446667.
  // Scale √(0.1² + 0.02 · 0.98 / 45) = 0.102155. Expected 0.02 + 0.8 γ: 0.341739 at γ = 18.5/46, 0.446087 at 24.5/46.
  // z = 1.02714 and 0.00567, so that the second is likelier by (1.02714² − 0.00567²) / 2 = 0.52750.
  const auto found = group_of(4, 20).evidence(SignalId::pod_overlap);
  CHECK(found.seen.value == 4);
  CHECK(*found.seen.of == 24);
  CHECK((*found.engagement)[24] - (*found.engagement)[18] == Approx(0.52750).margin(1e-5));
}

TEST_CASE("Four posts show a group", "[pod_overlap]") {
  CHECK(group_of(4, 20, 4, 4).evidence(SignalId::pod_overlap).seen.value == 4);
  CHECK_FALSE(group_of(4, 20, 3, 3).look(SignalId::pod_overlap));
}
