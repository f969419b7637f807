#include "wasm/core/estimate/narrow.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// An account with so many posts that can be judged.
SampleAccount judged_by(int posts, Platform platform = Platform::instagram) {
  SampleAccount account(platform, 20000);
  return account.posts(posts, [](Post& post, int i) {
    post.likes = exactly(200 + 37 * i);
    post.comments = exactly(12);
  });
}

/// What the person could do; the judgements of people and comments are the sample's.
std::vector<Narrowing> advice(const SampleAccount& sample) {
  return sample.observe([](const Observed& observed) {
    const auto found = find_all(observed);
    return narrowings(observed, found, Estimate(found));
  });
}

/// Widths of the intervals of φ and γ.
std::pair<double, double> widths(const SampleAccount& sample) {
  return sample.observe([](const Observed& observed) {
    const auto found = find_all(observed);
    const Estimate estimate(found);
    return std::pair(shortest_interval(estimate.phi(), 0.9).width(),
                     shortest_interval(estimate.gamma_told(), 0.9).width());
  });
}

std::optional<Narrowing> advice(const SampleAccount& sample, std::string_view action) {
  const auto all = advice(sample);
  const auto at = std::find_if(all.begin(), all.end(), [&](const Narrowing& n) { return n.action == action; });
  return at == all.end() ? std::nullopt : std::optional(*at);
}

}  // namespace

TEST_CASE("A private account shows nothing that could be opened", "[narrow]") {
  auto sample = judged_by(12);
  CHECK_FALSE(advice(sample).empty());
  sample.snapshot.profile.is_private = true;
  CHECK(advice(sample).empty());
}

TEST_CASE("More posts are asked for where fewer can be judged than a verdict needs, as many as there are", "[narrow]") {
  CHECK(advice(judged_by(2), "scroll_posts")->count == 10);
  CHECK_FALSE(advice(judged_by(5), "scroll_posts"));
  auto small = judged_by(2);
  small.snapshot.profile.posts = exactly(3);
  CHECK(advice(small, "scroll_posts")->count == 1);
  small.snapshot.profile.posts = exactly(2);
  CHECK_FALSE(advice(small, "scroll_posts"));
  CHECK_FALSE(advice(judged_by(2, Platform::generic), "scroll_posts"));
  // Posts are there, but tell no date: more of them would not either.
  auto undated = judged_by(8);
  for (auto& post : undated.snapshot.posts) post.at.reset();
  CHECK_FALSE(advice(undated, "scroll_posts"));
}

TEST_CASE("Another visit is asked for where the posts are only too young", "[narrow]") {
  auto sample = judged_by(6);
  for (int i = 0; i < 4; ++i) sample.snapshot.posts[static_cast<std::size_t>(i)].at = now - day;
  CHECK(advice(sample, "revisit")->count == 1);
  CHECK_FALSE(advice(sample, "scroll_posts"));
}

TEST_CASE("Followers are worth opening where a list of them is shown, and not for ever", "[narrow]") {
  const auto open = advice(judged_by(12, Platform::tiktok), "open_followers");
  REQUIRE(open);
  CHECK(open->count == 30);
  CHECK(open->of == On::audience);
  CHECK_FALSE(advice(judged_by(12, Platform::youtube), "open_followers"));
  auto many = judged_by(12, Platform::tiktok);
  many.people(150, 0, Visibility::counts);
  CHECK_FALSE(advice(many, "open_followers"));
}

TEST_CASE("The width that is promised is about the one that comes", "[narrow]") {
  const auto sample = judged_by(12, Platform::tiktok);
  const double promised = advice(sample, "open_followers")->width;
  // Thirty more, of whom about as many are flagged as among real accounts and a quarter of others.
  auto opened = sample;
  opened.people(8, 1, Visibility::counts).people(22, 0, Visibility::counts);
  CHECK(widths(opened).first == Approx(promised).epsilon(0.25));
}

TEST_CASE("Comments are worth opening until sixty are read: a worked example", "[narrow]") {
  // With sixty the width is 0.98 of that without. Half of them have done half: 1 − 0.02 · 30 / 60 = 0.99.
  auto sample = judged_by(12);
  const auto none = advice(sample, "open_posts");
  CHECK(none->count == 60);
  CHECK(none->width == Approx(0.98 * widths(sample).second));
  const auto half = advice(sample.comments(30), "open_posts");
  CHECK(half->count == 30);
  CHECK(half->of == On::engagement);
  CHECK(half->width == Approx(0.99 * widths(sample).second));
  CHECK_FALSE(advice(sample.comments(30), "open_posts"));
}

TEST_CASE("Comments that are off, or not there, can't be opened", "[narrow]") {
  auto off = judged_by(12);
  for (auto& post : off.snapshot.posts) post.comments_off = true;
  CHECK_FALSE(advice(off, "open_posts"));
  auto none = judged_by(12);
  for (auto& post : none.snapshot.posts) post.comments = exactly(0);
  CHECK_FALSE(advice(none, "open_posts"));
  CHECK_FALSE(advice(judged_by(12, Platform::pinterest), "open_posts"));
  CHECK_FALSE(advice(SampleAccount(), "open_posts"));
}

TEST_CASE("One post that counts has comments to open, and none has none", "[narrow]") {
  auto one = judged_by(1);
  one.snapshot.posts[0].comments = exactly(60);
  CHECK(advice(one, "open_posts"));
  auto young = judged_by(1);
  young.snapshot.posts[0].at = now - day;
  CHECK_FALSE(advice(young, "open_posts"));
}

TEST_CASE("Nobody is sent to a list that was read, or for comments that are not there", "[narrow]") {
  const auto seen = [](int followers) {
    auto sample = judged_by(12, Platform::tiktok);
    sample.people(followers / 3, 1, Visibility::counts).people(followers - followers / 3, 0, Visibility::counts);
    for (auto& person : sample.snapshot.people) person.followers = person.following = exactly(9);
    return sample;
  };
  CHECK(advice(seen(0), "open_followers"));
  CHECK(advice(seen(29), "open_followers"));
  CHECK_FALSE(advice(seen(30), "open_followers"));
  // Those who comment are no list of followers.
  auto talked_to = judged_by(12, Platform::tiktok);
  CHECK(advice(talked_to.people(30, 0.4, Visibility::counts, Relation::commenter), "open_followers"));
  // Five comments under each of twelve posts are sixty; four are not, and a post that tells no number may have any.
  auto few = judged_by(12);
  for (auto& post : few.snapshot.posts) post.comments = exactly(5);
  CHECK(advice(few, "open_posts"));
  for (auto& post : few.snapshot.posts) post.comments = exactly(4);
  CHECK_FALSE(advice(few, "open_posts"));
  few.snapshot.posts[0].comments.reset();
  CHECK(advice(few, "open_posts"));
}
