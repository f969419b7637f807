// The signals speak from their smallest sample on, and not below. One that comes later may stand here, or have its own test: the
// one that is tagged with it must be there.
#include <catch2/catch.hpp>
#include <functional>

#include "tests/core/sample_account.hpp"
#include "wasm/core/report/names.hpp"
#include "wasm/core/signals/shares.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// How much a signal needs, and an account that shows so much of it.
struct Smallest {
  SignalId id;
  int least;
  std::function<SampleAccount(int)> showing;
};

/// So many posts, with likes, comments and views that rise together.
SampleAccount rising_posts(int n, Platform platform = Platform::instagram) {
  return SampleAccount(platform).posts(n, [](Post& post, int i) {
    post.likes = exactly(1000 + 200 * i);
    post.comments = exactly(60 + 11 * i);
    post.views = exactly(20000 + 3000 * i);
  });
}

/// So many ordinary comments, each under its own post, on a page that marks the creator's and shows threads.
SampleAccount talk_of(int n) {
  auto account = rising_posts(std::max(n, 2));
  account.comments(n, CommentKind::ordinary,
                   [](Comment& comment, int i) { comment.post_id = "p" + std::to_string(i); });
  for (auto& comment : account.snapshot.comments) comment.by_creator = false;
  if (n > 0) account.snapshot.comments.back().reply_to = "c0";
  return account;
}

Smallest of_comments(SignalId id, CommentKind kind) {
  return {id, 1, [kind](int n) { return SampleAccount().comments(n, kind); }};
}
Smallest of_people(SignalId id, Visibility visibility, Relation relation = Relation::follower) {
  return {id, 1, [=](int n) { return SampleAccount().people(n, 0.9, visibility, relation); }};
}
/// What is there, or is not: one, or none.
Smallest of_one(SignalId id, std::function<void(SampleAccount&)> add) {
  return {id, 1, [add](int n) {
            auto account = rising_posts(n);
            if (n > 0) add(account);
            return account;
          }};
}

std::vector<Smallest> of_posts() {
  using enum SignalId;
  const auto posts = [](int n) { return rising_posts(n); };
  const auto giveaway = [](int n) {
    // Ten posts, of which n had two thousand comments because their captions asked for them.
    auto account = rising_posts(10);
    for (int i = 0; i < n; ++i) {
      auto& post = account.snapshot.posts[static_cast<std::size_t>(i)];
      post.comments = exactly(20000);
      post.caption = "Giveaway! Tag a friend to enter";
    }
    return account;
  };
  const auto viral = [](int n) {
    auto account = rising_posts(n);
    if (n > 0) account.snapshot.posts[0].likes = exactly(10'000'000);
    return account;
  };
  const auto sponsored = [](int n) {
    auto account = rising_posts(2 * n);
    for (int i = 0; i < n; ++i) account.snapshot.posts[static_cast<std::size_t>(2 * i)].sponsored = true;
    return account;
  };
  return {{engagement_per_follower, 1, posts},
          {engagement_per_view, 1, posts},
          {views_per_follower, 1, posts},
          {likes_per_view, 1, posts},
          {comments_per_like, 5, posts},
          {like_dispersion, 8, posts},
          {like_floor, 10, posts},
          {like_comment_correlation, 10, posts},
          {likes_above_views, 3, posts},
          {view_spikes, 8, posts},
          {giveaway_posts, 1, giveaway},
          {viral_posts, 4, viral},
          {sponsored_effect, 3, sponsored},
          {cadence, 2, posts},
          {consistency, 8, posts},
          of_one(sponsored_share, [](SampleAccount& a) { a.snapshot.posts[0].sponsored = false; }),
          of_one(hidden_counts, [](SampleAccount& a) { a.snapshot.posts[0].likes_hidden = true; })};
}

std::vector<Smallest> of_what_others_do() {
  using enum SignalId;
  const auto languages = [](int n) {
    auto account = talk_of(n);
    for (auto& post : account.snapshot.posts) post.lang = "en";
    for (auto& comment : account.snapshot.comments) comment.lang = "pt";
    return account;
  };
  const auto topic = [](int n) {
    auto account = talk_of(n);
    for (auto& post : account.snapshot.posts) post.caption = "Rye bread with caraway";
    return account;
  };
  const auto question = [](int n) {
    auto account = talk_of(5);
    for (int i = 0; i < n; ++i) *account.snapshot.comments[static_cast<std::size_t>(i)].text += "?";
    return account;
  };
  const auto group = [](int n) {
    // Twelve comments within the hour, under n posts.
    auto account = rising_posts(n);
    account.comments(n > 0 ? 12 : 0, CommentKind::ordinary, [n](Comment& comment, int i) {
      comment.post_id = "p" + std::to_string(i % n);
      comment.at = now - (10 + i % n) * day + 60;
    });
    return account;
  };
  return {of_people(people_with_counts, Visibility::counts),
          of_people(people_names_only, Visibility::names_only),
          of_people(people_who_like, Visibility::counts, Relation::liker),
          of_people(people_who_comment, Visibility::names_only, Relation::commenter),
          of_comments(comment_generic, CommentKind::generic),
          of_comments(comment_repetition, CommentKind::repeat),
          of_comments(comment_emoji_only, CommentKind::emoji_only),
          of_comments(comment_mention_only, CommentKind::mention_only),
          of_comments(comment_spam, CommentKind::spam),
          {comment_off_topic, 1, topic},
          {comment_languages, 20, languages},
          {creator_replies, 10, talk_of},
          {questions_answered, 1, question},
          {thread_depth, 10, talk_of},
          {returning_commenters, 10, talk_of},
          {pod_overlap, 4, group}};
}

std::vector<Smallest> of_the_account() {
  using enum SignalId;
  const auto grown = [](SampleAccount& a) { a.growth = Growth{.days = 30, .change = 0.1}; };
  return {of_one(growth_step, grown), of_one(growth_purge, grown),
          of_one(little_content, [](SampleAccount& a) { a.snapshot.profile.posts = exactly(3); }),
          of_one(following_pattern, [](SampleAccount& a) { a.snapshot.profile.following = exactly(100); }),
          of_one(account_age, [](SampleAccount& a) { a.snapshot.profile.created_at = now - 900 * day; })};
}

}  // namespace

TEST_CASE("Each signal speaks from its smallest sample on, and not below") {
  std::vector<Smallest> all = of_posts();
  for (const auto& more : {of_what_others_do(), of_the_account()}) all.insert(all.end(), more.begin(), more.end());
  for (const auto& [id, least, showing] : all) {
    INFO(name_of(id) << " from " << least << " on");
    CHECK_FALSE(showing(least - 1).look(id));
    CHECK(showing(least).look(id));
    CHECK(showing(least + 1).look(id));
  }
}

TEST_CASE("Some friends who are always there first are no group: from four on they are one", "[pod_overlap]") {
  // Under each of five posts the same friends within the hour; three posts of five would be enough.
  const auto group = [](int friends, int early_posts) {
    auto account = rising_posts(5);
    for (int post = 0; post < 5; ++post) {
      for (int i = 0; i < friends; ++i) {
        Comment& comment = account.comment();
        comment.author = "friend" + std::to_string(i);
        comment.post_id = "p" + std::to_string(post);
        comment.at = now - (10 + post) * day + (post < early_posts ? 3600 : 3601);
      }
    }
    return account.evidence(SignalId::pod_overlap);
  };
  CHECK(group(3, 5).seen.value == 3);
  CHECK(only_tells(group(3, 5)));
  CHECK_FALSE(only_tells(group(4, 5)));
  CHECK(group(4, 3).seen.value == 4);
  CHECK(group(4, 2).seen.value == 0);
  CHECK(only_tells(group(4, 2)));
}

TEST_CASE("Posts without a like have no spread, and none is made up", "[like_dispersion]") {
  CHECK_FALSE(SampleAccount().posts_with_likes(std::vector<std::int64_t>(8, 0)).look(SignalId::like_dispersion));
  CHECK(SampleAccount().posts_with_likes({0, 0, 0, 0, 0, 0, 0, 1}).look(SignalId::like_dispersion));
}

TEST_CASE("Likes for each view are set against their own kind from eight posts of it on", "[view_spikes]") {
  // Eleven films that one in ten likes; short ones that one in fifty does. Of seven short ones the usual is that of all.
  const auto spikes = [](int shorts) {
    SampleAccount account(Platform::youtube);
    account.posts(11, [](Post& post, int i) {
      post.kind = PostKind::video;
      post.views = exactly(10000 + 10 * i);
      post.likes = exactly(1000 + i);
    });
    account.posts(shorts, [](Post& post, int i) {
      post.kind = PostKind::short_video;
      post.views = exactly(10000 + 10 * i);
      post.likes = exactly(200 + i);
    });
    return account.evidence(SignalId::view_spikes).seen.value;
  };
  CHECK(spikes(7) == 7);
  CHECK(spikes(8) == 0);
}

TEST_CASE("Rank correlations: worked examples") {
  const auto rank = [](const std::vector<double>& a, const std::vector<double>& b) {
    return signals::rank_correlation(a, b);
  };
  // Without ties 1 − 6 Σd² / (n (n² − 1)): d = (−2, 1, 1), 1 − 36 / 24 = −0.5.
  CHECK(rank({10, 20, 30}, {7, 1, 3}) == Approx(-0.5));
  CHECK(rank({1, 2, 3, 4}, {1, 20, 300, 4000}) == Approx(1));
  CHECK(rank({1, 2, 3, 4}, {4, 3, 2, 1}) == Approx(-1));
  // Ties share their middle: ranks (0.5, 0.5, 2) and (0, 1, 2) about 1: 1.5 / √(1.5 · 2) = 0.866025.
  CHECK(rank({5, 5, 9}, {1, 2, 3}) == Approx(0.866025).epsilon(1e-6));
  CHECK(rank({5, 5, 5}, {1, 2, 3}) == 0);
}
