// What must hold for every input (MODEL: "must hold for every input"; threats 1, 3, 12, 13).
// The long form: RC_PARAMS="max_success=10000" build/native/tests/core_tests "[property]"
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <functional>

#include "figure.hpp"
#include "random_snapshot.hpp"
#include "wasm/core/account/growth.hpp"
#include "wasm/core/estimate/assess.hpp"
#include "wasm/core/estimate/checks.hpp"
#include "wasm/core/estimate/estimate.hpp"
#include "wasm/core/estimate/explain.hpp"
#include "wasm/core/estimate/narrow.hpp"
#include "wasm/core/report/write_report.hpp"
#include "wasm/core/stats/posterior.hpp"

using namespace plumb;
using plumb::test::Random;

namespace {

/// A change of a snapshot; false where it does not apply.
using Change = std::function<bool(Snapshot&, Random&)>;

bool add_comments(Snapshot& s, Random& r, const std::string& text) {
  if (s.posts.empty()) return false;
  const std::int64_t count = 6 + r.below(30);  // two alike happen, six don't
  for (std::int64_t i = 0; i < count; ++i) {
    Comment c;
    c.id = "added" + std::to_string(i);
    c.post_id = "p" + std::to_string(r.below(static_cast<std::int64_t>(s.posts.size())));
    c.author = "new" + std::to_string(i);
    c.text = text;
    s.comments.push_back(c);
  }
  return true;
}

bool scale_likes(Snapshot& s, double factor, bool comments_too) {
  const auto scaled = [factor](std::optional<Count>& c) {
    if (c)
      c = Count{std::llround(static_cast<double>(c->low) * factor),
                std::llround(static_cast<double>(c->high) * factor)};
  };
  for (auto& post : s.posts) {
    scaled(post.likes);
    if (comments_too) scaled(post.comments);
  }
  return !s.posts.empty();
}

/// Tells the figure of a relation that held on so many pages, where the test is named after the threat.
void tell_relation(int tried) {
  const std::string name = Catch::getResultCapture().getCurrentTestName();
  if (name.rfind("T1: ", 0) == 0) test::figure("T1", name.substr(4), "0 of " + std::to_string(tried) + " pages", "0");
}

/// Runs `check` on the reports of a random snapshot before and after a change.
/// @param prepare  done to the snapshot before both
void compare(
    const Change& change, const std::function<void(const Report&, const Report&)>& check,
    const std::function<void(Snapshot&)>& prepare = [](Snapshot&) {}) {
  int tried = 0;
  const bool ok = rc::check([&](std::uint64_t seed) {
    Snapshot before = test::random_snapshot(seed);
    prepare(before);
    Snapshot after = before;
    Random random(seed + 1);
    RC_PRE(change(after, random));
    check(assess(before, false), assess(after, false));
    ++tried;
  });
  CHECK(ok);
  if (ok) tell_relation(tried);
}

constexpr double tolerance = 0.001;  // of the value

void share_never_rises(const Report& before, const Report& after) {
  RC_ASSERT(after.audience.share.mid <= before.audience.share.mid * (1 + tolerance) + 1e-9);
}
void real_never_rises(const Report& before, const Report& after) {
  if (!before.engagement.per_post || !after.engagement.per_post) return;
  RC_ASSERT(after.engagement.per_post->real.mid <= before.engagement.per_post->real.mid * (1 + tolerance) + 1e-9);
}
void neither_rises(const Report& before, const Report& after) {
  share_never_rises(before, after);
  real_never_rises(before, after);
}

}  // namespace

TEST_CASE("T1: followers who never engage raise neither the audience nor the engagement", "[property][threat]") {
  compare(
      [](Snapshot& s, Random& r) {
        if (!s.profile.followers) return false;
        const double factor = 1 + 3 * r.uniform();
        for (auto* end : {&s.profile.followers->low, &s.profile.followers->high})
          *end = std::llround(static_cast<double>(*end) * factor);
        s.history.clear();  // more followers now than at the last visit are a step
        return true;
      },
      [](const Report& before, const Report& after) {
        if (!before.growth) neither_rises(before, after);
      });
}

namespace {

/// People of the kind that is bought: whom the core itself flags, so that a name without digits is none of them.
bool add_flagged(Snapshot& s, Random& r, Relation relation, bool with_counts) {
  for (std::int64_t i = 1 + r.below(20); i > 0; --i) {
    s.people.push_back(test::made_up_person(r, with_counts));
    s.people.back().relation = relation;
  }
  const auto score = score_person(s.people.back(), s.captured_at, s.platform);
  return score && score->flag > 0.9;
}

}  // namespace

TEST_CASE("T1: flagged followers whose counts are seen raise neither", "[property][threat]") {
  compare([](Snapshot& s, Random& r) { return add_flagged(s, r, Relation::follower, true); }, neither_rises);
}

TEST_CASE("T1: flagged followers of whom only names are seen raise neither", "[property][threat]") {
  compare([](Snapshot& s, Random& r) { return add_flagged(s, r, Relation::follower, false); }, neither_rises);
}

TEST_CASE("T1: flagged likers raise neither", "[property][threat]") {
  compare([](Snapshot& s, Random& r) { return add_flagged(s, r, Relation::liker, true); }, neither_rises);
}

TEST_CASE("T1: flagged commenters raise neither", "[property][threat]") {
  compare(
      [](Snapshot& s, Random& r) {
        for (std::int64_t i = 1 + r.below(20); i > 0; --i) {
          s.people.push_back(test::made_up_person(r, true));
          s.people.back().relation = Relation::commenter;
        }
        return true;
      },
      neither_rises);
}

TEST_CASE("T1: comments that repeat, praise in general or sell raise neither", "[property][threat]") {
  for (const char* text : {"what a wonderful account you have my dear friend keep going", "great pic", "nice 🔥",
                           "🔥🔥🔥", "check my page for free followers and likes https://free.example"}) {
    INFO(text);
    compare([text](Snapshot& s, Random& r) { return add_comments(s, r, text); }, neither_rises);
  }
}

TEST_CASE("T1: copies of a comment that is there raise neither", "[property][threat]") {
  compare(
      [](Snapshot& s, Random& r) {
        if (s.comments.empty()) return false;
        const Comment copied =
            s.comments[static_cast<std::size_t>(r.below(static_cast<std::int64_t>(s.comments.size())))];
        if (copied.by_creator || !copied.text) return false;
        for (std::int64_t i = r.below(5); i >= 0; --i) {
          s.comments.push_back(copied);
          s.comments.back().id = "copy" + std::to_string(i);
          s.comments.back().author = "copier" + std::to_string(i);
          s.comments.back().reply_to.reset();
        }
        return true;
      },
      neither_rises);
}

TEST_CASE("T1: likes above the views raise neither", "[property][threat]") {
  compare(
      [](Snapshot& s, Random& r) {
        bool any = false;
        for (auto& post : s.posts) {
          if (!post.views || !post.likes) continue;
          const double above = static_cast<double>(post.views->high) * (1.1 + r.uniform()) + 1;
          // Likes are added, not taken away where there were more.
          const auto likes = std::max(post.likes->high, static_cast<std::int64_t>(above));
          post.likes = Count{likes, likes};
          any = true;
        }
        return any;
      },
      neither_rises);
}

TEST_CASE("T1: one quota of likes on every post does not raise the engagement", "[property][threat]") {
  compare(
      [](Snapshot& s, Random& r) {
        const Report report = assess(s, false);
    // Likes are bought, not given back: the quota is above what was there.
        std::int64_t quota = static_cast<std::int64_t>(30 + std::exp(12 * r.uniform()));
        for (const auto& post : s.posts) quota = std::max(quota, post.likes ? post.likes->high : 0);
        std::size_t used = 0;
        for (std::size_t i = 0; i < s.posts.size(); ++i) {
          if (!s.posts[i].likes) continue;  // likes that were hidden would make another sum of it
          s.posts[i].likes = Count{quota, quota};
          used += report.post_items[i].excluded == Exclusion::none;
        }
        return used >= 3;  // two may be alike by chance
      },
      real_never_rises);
}

TEST_CASE("T1: lower engagement never raises the audience", "[property][threat]") {
  // In thousands, and some comments on each: where the comments can't fall, the ratio of both would change. No likes above
  // the views: to lower those takes a contradiction away.
  const auto prepare = [](Snapshot& s) {
    for (auto& post : s.posts) {
      if (post.comments) post.comments = Count{post.comments->low + 1, post.comments->high + 1};
    }
    scale_likes(s, 1000, true);
    for (auto& post : s.posts) {
      if (!post.views) continue;
      const std::int64_t likes = post.likes ? post.likes->high : 0;
      post.views = Count{std::max(post.views->low * 1000, likes), std::max(post.views->high * 1000, likes)};
    }
  };
  compare([](Snapshot& s, Random& r) { return scale_likes(s, 0.2 + 0.75 * r.uniform(), true); }, share_never_rises,
          prepare);
}

TEST_CASE("T1: likes scaled up alone never improve the verdict", "[property][threat]") {
  compare([](Snapshot& s, Random& r) { return scale_likes(s, r.chance(0.5) ? 1.5 : 1 + 4 * r.uniform(), false); },
          [](const Report& before, const Report& after) {
            if (before.joint == Joint::not_enough) return;
            RC_ASSERT(static_cast<int>(after.joint) >= static_cast<int>(before.joint));
            const auto odd = [](const Report& r) {
              return r.verdict == Verdict::question || r.verdict == Verdict::unusual;
            };
            RC_ASSERT(odd(after) || !odd(before));
          });
}

TEST_CASE("T3: leaving out a field never raises the evidence", "[property][threat]") {
  const bool ok = rc::check([](std::uint64_t seed) {
    Snapshot before = test::random_snapshot(seed);
    Random r(seed + 2);
    // What random snapshots have none of.
    before.sources.push_back({.field = "followers", .count = before.profile.followers});
    before.missing.push_back({.field = "comments"});
    for (auto& post : before.posts) {
      if (r.chance(0.3)) post.at_step = 86400;
    }
    const EvidenceLevel level = assess(before, false).read.evidence;
    std::vector<Change> removals{[](Snapshot& s, Random&) {
                                   s.captured_at.reset();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.profile.followers.reset();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.history.clear();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.sources.clear();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.missing.clear();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.people.clear();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.comments.clear();
                                   return true;
                                 },
                                 [](Snapshot& s, Random&) {
                                   s.posts.clear();
                                   return true;
                                 }};
#define REMOVE(list, member)                           \
  removals.push_back([](Snapshot& s, Random& random) { \
    for (auto& item : s.list) {                        \
      if (random.chance(0.7)) item.member = {};        \
    }                                                  \
    return true;                                       \
  })
    REMOVE(posts, id);
    REMOVE(posts, at);
    REMOVE(posts, at_step);
    REMOVE(posts, likes);
    REMOVE(posts, comments);
    REMOVE(posts, views);
    REMOVE(posts, pinned);
    REMOVE(posts, sponsored);
    REMOVE(posts, caption);
    REMOVE(posts, likes_hidden);
    REMOVE(comments, id);
    REMOVE(comments, post_id);
    REMOVE(comments, at);
    REMOVE(comments, author);
    REMOVE(comments, text);
    REMOVE(comments, by_creator);
    REMOVE(comments, reply_to);
    REMOVE(people, handle);
    REMOVE(people, relation);
    REMOVE(people, followers);
    REMOVE(people, following);
    REMOVE(people, posts);
    REMOVE(people, has_avatar);
    REMOVE(history, at);
    REMOVE(history, followers);
#undef REMOVE
    // The whole report of one of them, of all what it is made of: a report takes a hundred times as long.
    const std::size_t reported = seed % removals.size();
    for (std::size_t i = 0; i < removals.size(); ++i) {
      Snapshot after = before;
      removals[i](after, r);
      const EvidenceLevel left = evidence_level(Account(after));
      RC_ASSERT(static_cast<int>(left) <= static_cast<int>(level));
      if (i == reported) RC_ASSERT(assess(after, false).read.evidence == left);
    }
  });
  CHECK(ok);
  if (ok) test::figure("T3", "evidence that rises where a field is left out", "0 fields of 33", "0");
}

TEST_CASE("T1: the order of posts, comments and people does not matter", "[property][threat]") {
  int tried = 0;
  const bool ok = rc::check([&tried](std::uint64_t seed) {
    ++tried;
    Snapshot s = test::random_snapshot(seed);
    Random r(seed + 3);
    const auto without_items = [](const Snapshot& snapshot) {
      Report report = assess(snapshot, false);
      report.post_items.clear();
      for (auto& row : report.signals) row.items.clear();
      for (auto& group : report.comments.groups) group.items.clear();
      return write_report(report);
    };
    const std::string before = without_items(s);
    const auto shuffle = [&r](auto& list) {
      for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[static_cast<std::size_t>(r.below(static_cast<std::int64_t>(i)))]);
    };
    shuffle(s.posts);
    shuffle(s.comments);
    shuffle(s.people);
    shuffle(s.history);
    RC_ASSERT(without_items(s) == before);
  });
  CHECK(ok);
  if (ok) tell_relation(tried);
}

TEST_CASE("T1: a signal that says nothing changes nothing but its own row", "[property][threat]") {
  int tried = 0;
  const bool ok = rc::check([&tried](std::uint64_t seed) {
    ++tried;
    const Snapshot snapshot = test::random_snapshot(seed);
    const Account account(snapshot);
    const auto people = score_people(snapshot);
    const auto judged = judge_comments(snapshot);
    const Conversation conversation(snapshot, judged.scores, judged.traces);
    const auto growth = growth_of(snapshot);
    const Observed observed{account, snapshot, people, judged.scores, conversation, growth};
    std::vector<Found> found;
    for (const auto& signal : all_signals()) {
      if (auto evidence = signal.look(observed)) found.push_back({&signal, *std::move(evidence)});
    }
    // A flat curve of each kind, of families that have other signals.
    const Signal on_audience{SignalId::consistency, Family::content, On::audience, 0.5, true, nullptr};
    const Signal of_people{SignalId::people_names_only, Family::people, On::audience, 0.9, true, nullptr};
    const Signal on_engagement{SignalId::comment_spam, Family::comments, On::engagement, 0.5, true, nullptr};
    std::vector<Found> more = found;
    more.push_back({&on_audience, {}});
    more.back().evidence.audience = model::PhiCurve{};
    more.push_back({&on_engagement, {}});
    more.back().evidence.engagement = model::GammaCurve{};
    const bool sampled = std::any_of(found.begin(), found.end(), [](const Found& f) {
      return f.signal->family == Family::people && f.evidence.audience;
    });
    if (sampled) {
      more.push_back({&of_people, {}});
      more.back().evidence.audience = model::PhiCurve{};
    }
    // What follows from the signals, as a report; `count` rows of it.
    const auto written = [&](const std::vector<Found>& all, std::size_t count) {
      const Estimate estimate(all);
      Report report;
      report.signals = explain_signals(all, estimate);
      report.joint = decide(account, all, report.signals, estimate, false);
      report.verdict = verdict_of(report, false);
      report.explanations =
          weigh_explanations(report, mass_above(estimate.phi(), 0.3), mass_above(estimate.gamma(), 0.3));
      report.read.narrow = narrowings(observed, all, estimate);
      report.audience.share = shortest_interval(estimate.phi(), 0.9);
      report.engagement.next_post = shortest_interval(estimate.gamma(), 0.9);
      report.questions = questions_of(report.signals);
      for (std::size_t i = count; i < report.signals.size(); ++i) {
        RC_ASSERT(report.signals[i].effect == 0.0);
        RC_ASSERT(report.signals[i].log_odds == 0.0);
        RC_ASSERT(report.signals[i].direction == Direction::neutral);
      }
      report.signals.resize(count);
      return write_report(report);
    };
    RC_ASSERT(written(found, found.size()) == written(more, found.size()));
  });
  CHECK(ok);
  if (ok) tell_relation(tried);
}

TEST_CASE("The answer never contradicts a check, and a fine check has its power", "[property]") {
  const bool ok = rc::check([](std::uint64_t seed) {
    const Report report = assess(test::random_snapshot(seed), false);
    RC_ASSERT(report.checks.size() == check_count);
    for (const auto& check : report.checks) {
      const bool odd = check.state == CheckState::question || check.state == CheckState::unusual;
      RC_ASSERT(!odd || (report.verdict != Verdict::clear && report.verdict != Verdict::nothing_seen));
      RC_ASSERT(check.state != CheckState::fine || (check.power >= 0.8 && check.misses.empty()));
      RC_ASSERT(check.power >= 0 && check.power <= 1);
      RC_ASSERT(!check.open || check.state == CheckState::weak || check.state == CheckState::not_read);
    }
  });
  CHECK(ok);
}
