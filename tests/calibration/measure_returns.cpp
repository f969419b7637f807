#include <algorithm>
#include <string>

#include "measurements.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {

const std::string source = "simulator";
constexpr plumb::Time day = 86400;

bool creators(const plumb::Comment& c) { return c.by_creator.value_or(false); }

/// Each comment by another person, none answered, all posts within four weeks: people who came once.
Case without_returns(Case c) {
  auto& comments = c.snapshot.comments;
  comments.erase(std::remove_if(comments.begin(), comments.end(), creators), comments.end());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    comments[i].author = "guest" + std::to_string(i);
    comments[i].by_creator = false;
    comments[i].at.reset();  // the posts' times are changed below
  }
  // As on a page whose threads are read: one commenter answers another.
  if (comments.size() > 1) comments[1].reply_to = comments[0].id;
  for (std::size_t i = 0; i < c.snapshot.posts.size(); ++i) {
    c.snapshot.posts[i].at = *c.snapshot.captured_at - (4 + static_cast<plumb::Time>(i)) * day;
  }
  return c;
}

/// Two comments in five by a dozen people who come under several posts.
void add_returning(Case& c) {
  auto& comments = c.snapshot.comments;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (i % 5 < 2) comments[i].author = "friend" + std::to_string(i / 5 % 12);
  }
}

/// The creator answers one comment in three and every question.
void add_conversation(Case& c) {
  auto& comments = c.snapshot.comments;
  const std::size_t others = comments.size();
  for (std::size_t i = 0; i < others; ++i) {
    const bool asks = comments[i].text && comments[i].text->find('?') != std::string::npos;
    if (i % 3 != 0 && !asks) continue;
    plumb::Comment answer;
    answer.id = *comments[i].id + "a";
    answer.post_id = comments[i].post_id;
    answer.author = c.snapshot.profile.handle;
    answer.by_creator = true;
    answer.reply_to = comments[i].id;
    answer.text = "thank you";
    comments.push_back(answer);
  }
}

/// The same posts over a year.
void add_months(Case& c) {
  const auto count = static_cast<plumb::Time>(c.snapshot.posts.size());
  for (plumb::Time i = 0; i < count; ++i) {
    c.snapshot.posts[static_cast<std::size_t>(i)].at = *c.snapshot.captured_at - (4 + i * 360 / count) * day;
  }
}

}  // namespace

void measure_returns(const Setting& setting, Goals& goals) {
  use_shipped_models();
  struct Change {
    std::string id, what;
    void (*apply)(Case&);
    bool on_audience;
  };
  const Change changes[] = {
      {"returning", "commenters who come back: real engagement per post, points of its share", add_returning, false},
      {"conversation", "the creator answers: real engagement per post, points of its share", add_conversation, false},
      {"months", "the same posts over a year instead of weeks: real audience, points of its share", add_months, true}};
  const int accounts = setting.short_form ? 40 : 300;
  for (const Change& change : changes) {
    double more = 0, raised = 0, n = 0;
    for (int i = 0; i < accounts; ++i) {
      const Case before = without_returns(
          simulate({Attack::none, Oddity::none, View::posts_12_comments_60, 0, 0, static_cast<std::uint64_t>(i) + 1}));
      Case after = before;
      change.apply(after);
      const Outcome a = assess_case(before), b = assess_case(after);
      const double gain = change.on_audience ? a.mid - b.mid : b.real_share - a.real_share;
      ++n, more += gain, raised += gain > 0;
    }
    goals.at_least("returns_" + change.id, change.what + ", mean gain", more / n, 0.01, source);
    goals.at_least("returns_" + change.id + "_raised", "  share of the accounts where it rises", raised / n, 0.95,
                   source);
  }
}

}  // namespace calibration
