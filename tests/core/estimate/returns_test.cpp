// "200 who come back beat 2,000 who forgot": accounts that differ in one thing only.
#include <catch2/catch.hpp>
#include <string>

#include "wasm/core/estimate/assess.hpp"

using namespace plumb;

namespace {

constexpr Time now = 1795341600;  // 2026-11-22T10:00:00Z
constexpr Time day = 86400;

/// A remark that nobody else made: words from syllables.
std::string own_words(int seed) {
  const char* syllables[] = {"ba", "ren", "ko",  "lis", "tu", "mar", "ve",  "don",
                             "pi", "sol", "gre", "ham", "wi", "zen", "fla", "nu"};
  unsigned state = 77u + static_cast<unsigned>(seed) * 2654435761u;
  std::string text;
  for (int syllable = 0; syllable < 16; ++syllable) {
    state = state * 1664525u + 1013904223u;
    if (syllable % 2 == 0 && syllable > 0) text += ' ';
    text += syllables[state >> 28];
  }
  return text;
}

/// Twelve posts within two weeks; sixty comments by as many people, half of them asking; nobody answers.
Snapshot came_once() {
  Snapshot s;
  s.platform = Platform::instagram;
  s.captured_at = now;
  s.captured_at_text = "2026-11-22T10:00:00Z";
  s.profile.handle = "creator";
  s.profile.followers = Count{20000, 20000};
  for (int i = 0; i < 12; ++i) {
    Post p;
    p.id = "p" + std::to_string(i);
    p.at = now - (4 + i) * day;
    const std::int64_t likes = 180 + 37 * ((i * 5) % 12), comments = 4 + (i * 7) % 9;
    p.likes = Count{likes, likes};
    p.comments = Count{comments, comments};
    s.posts.push_back(p);
  }
  for (int i = 0; i < 60; ++i) {
    Comment c;
    c.id = "c" + std::to_string(i);
    c.post_id = "p" + std::to_string(i % 6);
    c.author = "guest" + std::to_string(i);
    c.text = own_words(i) + (i % 2 == 0 ? ", or is it only me?" : "");
    c.at = *s.posts[static_cast<std::size_t>(i % 6)].at + (2 + i % 20) * 3600;
    c.by_creator = false;
    s.comments.push_back(c);
  }
  s.comments[1].reply_to = "c0";  // threads can be seen
  return s;
}

Snapshot comes_back(Snapshot s) {
  for (int i = 0; i < 60; i += 5)
    s.comments[static_cast<std::size_t>(i)].author = s.comments[static_cast<std::size_t>(i + 1)].author =
        "friend" + std::to_string(i / 5 % 6);
  return s;
}

Snapshot is_answered(Snapshot s) {
  for (int i = 0; i < 60; i += 2) {
    Comment answer;
    answer.id = "a" + std::to_string(i);
    answer.post_id = s.comments[static_cast<std::size_t>(i)].post_id;
    answer.author = "creator";
    answer.by_creator = true;
    answer.reply_to = s.comments[static_cast<std::size_t>(i)].id;
    answer.text = "the recipe is under the second picture";
    s.comments.push_back(answer);
  }
  return s;
}

Snapshot over_a_year(Snapshot s) {
  for (std::size_t i = 0; i < s.posts.size(); ++i) s.posts[i].at = now - (4 + 30 * static_cast<Time>(i)) * day;
  for (auto& c : s.comments) c.at.reset();
  return s;
}

double real_part(const Report& report) {
  return report.engagement.per_post->real.mid / report.engagement.per_post->mid;
}

constexpr double least = 0.01;  // a point of the share: more than any rounding

}  // namespace

TEST_CASE("Commenters who come back raise the real engagement") {
  CHECK(real_part(assess(comes_back(came_once()), false)) > real_part(assess(came_once(), false)) + least);
}

TEST_CASE("A creator who answers raises the real engagement") {
  CHECK(real_part(assess(is_answered(came_once()), false)) > real_part(assess(came_once(), false)) + least);
}

TEST_CASE("Posts received alike over a year raise the real audience") {
  Snapshot weeks = came_once();
  for (auto& c : weeks.comments) c.at.reset();
  CHECK(assess(over_a_year(came_once()), false).audience.share.mid > assess(weeks, false).audience.share.mid + least);
}

TEST_CASE("Two hundred who come back beat two thousand who came once") {
  Snapshot few = comes_back(came_once()), many = came_once();
  few.profile.followers = Count{2000, 2000};
  many.profile.followers = Count{20000, 20000};
  for (auto& post : few.posts) post.likes = Count{post.likes->low / 10, post.likes->low / 10};
  CHECK(real_part(assess(few, false)) > real_part(assess(many, false)) + least);
}
