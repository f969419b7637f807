/// @file
/// @brief Random snapshots for the property tests: plausible accounts of every shape, and extreme ones.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "wasm/core/snapshot/snapshot.hpp"

namespace plumb::test {

/// A small generator of our own, so that a case is named by one number (SplitMix64; Steele et al. 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  double uniform() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(uniform() * static_cast<double>(n)); }
  bool chance(double p) { return uniform() < p; }
  double normal() {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum - 6;
  }
  template <class T, std::size_t n>
  const T& pick(const T (&list)[n]) {
    return list[below(static_cast<std::int64_t>(n))];
  }

 private:
  std::uint64_t state_;
};

inline Person made_up_person(Random& random, bool with_counts) {
  Person p;
  p.handle = "user" + std::to_string(random.below(100000000));
  p.relation = Relation::follower;
  if (with_counts) {
    p.followers = Count{0, 0};
    p.following = Count{3000, 3000};
    p.posts = Count{0, 0};
    p.has_avatar = false;
  }
  return p;
}

/// What happens on some accounts: a post that goes round, a giveaway, hidden numbers, one quota of likes, friends who are
/// always there first, other languages.
inline void add_events(Snapshot& s, std::uint64_t seed) {
  Random r(seed ^ 0x5EED);
  const auto any_post = [&]() -> Post& {
    return s.posts[static_cast<std::size_t>(r.below(static_cast<std::int64_t>(s.posts.size())))];
  };
  const auto times = [](std::optional<Count>& c, double factor) {
    if (c)
      c = Count{std::llround(static_cast<double>(c->low) * factor),
                std::llround(static_cast<double>(c->high) * factor)};
  };
  if (!s.posts.empty() && r.chance(0.15)) {
    Post& post = any_post();
    times(post.likes, 60);
    times(post.comments, 40);
    times(post.views, r.chance(0.5) ? 60 : 400);
  }
  if (!s.posts.empty() && r.chance(0.1)) {
    Post& post = any_post();
    times(post.comments, 80);
    post.caption = "Giveaway! Tag a friend to enter";
    for (int i = 0; i < 8; ++i) {
      Comment c;
      c.id = "g" + std::to_string(i);
      c.post_id = post.id;
      c.author = "tag" + std::to_string(i);
      c.text = "@friend" + std::to_string(i);
      s.comments.push_back(c);
    }
  }
  if (r.chance(0.1)) {
    for (auto& post : s.posts) {
      if (!r.chance(0.5)) continue;
      post.likes.reset();
      post.likes_hidden = true;
    }
  }
  if (r.chance(0.1)) {
    const std::int64_t quota = 5 + r.below(900);
    for (auto& post : s.posts) {
      if (post.likes) post.likes = Count{quota, quota + r.below(3)};
    }
  }
  if (r.chance(0.1)) {
    for (const auto& post : s.posts) {
      for (int friend_ = 0; friend_ < 5; ++friend_) {
        Comment c;
        c.id = *post.id + "f" + std::to_string(friend_);
        c.post_id = post.id;
        c.author = "always" + std::to_string(friend_);
        c.text = "The " + *post.id + " one took me " + std::to_string(friend_) + " evenings at home";
        c.at = *post.at + 600;
        s.comments.push_back(c);
      }
    }
  }
  if (r.chance(0.1)) {
    const char* languages[] = {"en", "pt", "ja"};
    for (auto& post : s.posts) post.lang = "en";
    for (auto& comment : s.comments) comment.lang = r.pick(languages);
  }
}

inline Snapshot random_snapshot(std::uint64_t seed) {
  Random r(seed);
  constexpr Time now = 1795341600;
  const Platform platforms[] = {Platform::instagram, Platform::instagram, Platform::tiktok,
                                Platform::youtube,   Platform::x,         Platform::bluesky};
  const char* texts[] = {"nice",
                         "Love this so much, where did you find the blue one?",
                         "great pic dear",
                         "We made it last night and all the kids ate it",
                         "Is the shop open on Sunday?",
                         "check my page for free followers",
                         "so good",
                         "@lea look",
                         "The light in the second one!",
                         "This took me three tries but it worked out",
                         "beautiful",
                         "How long did you let it rise before baking"};
  Snapshot s;
  s.platform = r.pick(platforms);
  s.captured_at = now;
  s.captured_at_text = "2026-11-22T10:00:00Z";
  s.profile.handle = "ada";
  const auto followers = static_cast<std::int64_t>(std::exp(6 + 9 * r.uniform()));
  if (r.chance(0.95)) s.profile.followers = Count{followers, r.chance(0.8) ? followers : followers + followers / 10};
  if (r.chance(0.7)) s.profile.following = Count{r.below(7500), 7500};
  if (r.chance(0.5)) s.profile.posts = Count{r.below(3000), 3000};
  if (r.chance(0.5)) s.profile.created_at = now - r.below(3000) * 86400;
  const double typical = std::max(20.0, static_cast<double>(followers) * 0.02 * std::exp(r.normal()));
  const double spread = 0.1 + 0.6 * r.uniform();
  const bool has_views = r.chance(0.5), has_comments = r.chance(0.9);
  const std::int64_t posts = r.below(25);
  for (std::int64_t i = 0; i < posts; ++i) {
    Post p;
    p.id = "p" + std::to_string(i);
    p.at = now - (r.chance(0.1) ? r.below(5) : 4 + 5 * i) * 86400;
    const double scale = std::exp(spread * r.normal());
    const auto likes = static_cast<std::int64_t>(typical * scale);
    p.likes = Count{likes, r.chance(0.8) ? likes : likes + likes / 10};
    if (has_comments) {
      const auto comments = static_cast<std::int64_t>(typical * scale * 0.02 * std::exp(0.4 * r.normal()));
      p.comments = Count{comments, comments};
    }
    if (has_views) {
      const auto views = static_cast<std::int64_t>(typical * scale * 15 * std::exp(0.3 * r.normal()));
      p.views = Count{views, views};
    }
    if (r.chance(0.05)) p.pinned = true;
    if (r.chance(0.1)) p.sponsored = true;
    if (r.chance(0.7)) p.caption = "New bread today, the light was wonderful in the kitchen";
    s.posts.push_back(p);
  }
  const std::int64_t comments = r.chance(0.5) ? r.below(80) : 0;
  for (std::int64_t i = 0; i < comments; ++i) {
    Comment c;
    c.id = "c" + std::to_string(i);
    const std::int64_t post = r.below(std::max<std::int64_t>(posts, 1));
    c.post_id = "p" + std::to_string(post);
    c.author = "reader" + std::to_string(r.below(40));
    c.text = std::string(r.pick(texts)) + (r.chance(0.6) ? " number " + std::to_string(r.below(1000)) : "");
    if (post < posts && r.chance(0.8)) c.at = *s.posts[static_cast<std::size_t>(post)].at + r.below(90000);
    if (r.chance(0.05)) c.by_creator = true;
    if (r.chance(0.1)) c.reply_to = "c" + std::to_string(r.below(20));
    s.comments.push_back(c);
  }
  const std::int64_t people = r.chance(0.5) ? r.below(60) : 0;
  const double made_up = r.uniform();
  for (std::int64_t i = 0; i < people; ++i) {
    Person p = made_up_person(r, r.chance(0.7));
    if (!r.chance(made_up)) {
      p.handle = "mara.bakes";
      p.display_name = "Mara Bakes";
      p.has_avatar = true;
      if (p.followers) {
        p.followers = Count{200 + r.below(900), 1100};
        p.following = Count{100 + r.below(500), 600};
        p.posts = Count{r.below(300), 300};
      }
    }
    const Relation relations[] = {Relation::follower, Relation::follower, Relation::commenter, Relation::liker,
                                  Relation::unknown};
    p.relation = r.pick(relations);
    s.people.push_back(p);
  }
  const std::int64_t readings = r.chance(0.3) ? r.below(30) : 0;
  std::int64_t then = followers;
  for (std::int64_t i = 0; i < readings; ++i) {
    HistoryReading reading;
    reading.at = now - (i + 1) * 86400;
    then = static_cast<std::int64_t>(static_cast<double>(then) * (r.chance(0.05) ? 0.7 : 0.998));
    reading.followers = Count{then, then};
    s.history.push_back(reading);
  }
  const std::int64_t visited = r.chance(0.3) ? r.below(30) : 0;
  for (std::int64_t i = 0; i < visited; ++i) {
    const std::int64_t size = followers / (1 + r.below(4)) + 1;
    s.peers.push_back({Count{size, size}, Count{size / 80, size / 60}, Count{size / 9, size / 7}});
  }
  add_events(s, seed);
  return s;
}

/// Every number from nothing to the caps, without sense.
inline Snapshot extreme_snapshot(std::uint64_t seed) {
  Random r(seed);
  Snapshot s = random_snapshot(seed);
  const auto any = [&r] {
    const std::int64_t values[] = {0, 0, 1, 2, 999999999999, 1000000000000, 12345};
    const std::int64_t low = r.pick(values);
    return Count{low, std::max(low, r.pick(values))};
  };
  const auto maybe = [&](std::optional<Count>& count) {
    if (r.chance(0.5)) count = any();
    if (r.chance(0.1)) count.reset();
  };
  maybe(s.profile.followers);
  maybe(s.profile.following);
  maybe(s.profile.posts);
  if (r.chance(0.3)) s.profile.created_at = r.chance(0.5) ? -62135596800 : 253402300799;
  for (auto& post : s.posts) {
    maybe(post.likes);
    maybe(post.comments);
    maybe(post.views);
    if (r.chance(0.2)) post.at = r.chance(0.5) ? -62135596800 : 253402300799;
    if (r.chance(0.2)) post.at_step = 1000000000000;
  }
  for (auto& person : s.people) {
    maybe(person.followers);
    maybe(person.following);
  }
  for (auto& reading : s.history) maybe(reading.followers);
  return s;
}

}  // namespace plumb::test
