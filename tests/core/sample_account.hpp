/// @file
/// @brief An invented account built in a few words, and what one signal finds in it.
#pragma once

#include <catch2/catch.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "wasm/core/estimate/estimate.hpp"
#include "wasm/core/signals/rates.hpp"
#include "wasm/core/signals/signal.hpp"
#include "wasm/core/stats/posterior.hpp"
#include "wasm/core/stats/prior.hpp"

namespace plumb::test {

inline constexpr Time now = 1795341600;  // 2026-11-22T10:00:00Z
inline constexpr Time hour = 3600, day = 86400;

inline Count exactly(std::int64_t n) { return {n, n}; }

/// A snapshot with what the core judges of its comments and people given instead of judged, so that a test says what a
/// signal sees. Posts, comments and people are added one by one; ids are p0…, c0…, handles of people u0….
struct SampleAccount {
  Snapshot snapshot;
  std::vector<CommentScore> comment_scores;
  std::vector<std::optional<PersonScore>> person_scores;
  std::optional<Growth> growth;
  std::vector<std::string_view> without;

  /// An account without posts.
  explicit SampleAccount(Platform platform = Platform::instagram, std::int64_t followers = 10000) {
    snapshot.platform = platform;
    snapshot.captured_at = now;
    snapshot.profile.handle = "creator";
    snapshot.profile.followers = exactly(followers);
  }

  /// The next post, without counts, a day older than the one before; the first is ten days old.
  Post& post() {
    Post next;
    const auto number = static_cast<Time>(snapshot.posts.size());
    next.id = "p" + std::to_string(number);
    next.at = now - (10 + number) * day;
    return snapshot.posts.emplace_back(next);
  }

  /// `n` posts; `fill(post, i)` says what each shows.
  template <class Fill>
  SampleAccount& posts(int n, Fill fill) {
    for (int i = 0; i < n; ++i) fill(post(), i);
    return *this;
  }

  /// Posts of so many likes, the newest first.
  SampleAccount& posts_with_likes(const std::vector<std::int64_t>& likes) {
    return posts(static_cast<int>(likes.size()),
                 [&](Post& post, int i) { post.likes = exactly(likes[static_cast<std::size_t>(i)]); });
  }

  /// The next comment: an own author, the first post, five words of which the fifth nobody else writes.
  Comment& comment(CommentKind kind = CommentKind::ordinary) {
    Comment next;
    const auto number = snapshot.comments.size();
    next.id = "c" + std::to_string(number);
    next.post_id = "p0";
    next.author = "guest" + std::to_string(number);
    next.text = "never seen this before ";
    for (std::size_t rest = number + 26; rest > 0; rest /= 26) *next.text += static_cast<char>('a' + rest % 26);
    comment_scores.push_back({.atypical = 0, .kind = kind, .known = true});
    return snapshot.comments.emplace_back(next);
  }

  /// `n` comments of a kind; `fill(comment, i)` says the rest.
  template <class Fill>
  SampleAccount& comments(int n, CommentKind kind, Fill fill) {
    for (int i = 0; i < n; ++i) fill(comment(kind), i);
    return *this;
  }
  SampleAccount& comments(int n, CommentKind kind = CommentKind::ordinary) {
    return comments(n, kind, [](Comment&, int) {});
  }

  /// `n` people of whom each counts as `flag` of a flagged one.
  SampleAccount& people(int n, double flag, Visibility visibility, Relation relation = Relation::follower) {
    for (int i = 0; i < n; ++i) {
      Person next;
      next.handle = "u" + std::to_string(snapshot.people.size());
      next.relation = relation;
      snapshot.people.push_back(next);
      person_scores.push_back(PersonScore{.atypical = flag, .flag = flag, .visibility = visibility});
    }
    return *this;
  }

  /// What the comments say together.
  Conversation talk() const {
    CommentTraces traces;
    measure_comments(snapshot, &traces);
    return {snapshot, comment_scores, traces};
  }

  /// Calls `use` with all that a signal may look at.
  template <class Use>
  auto observe(Use use) const {
    const Account account(snapshot);
    const Conversation conversation = talk();
    return use(Observed{account, snapshot, person_scores, comment_scores, conversation, growth, without});
  }

  /// What one signal finds; empty where it says nothing.
  std::optional<Evidence> look(SignalId id) const { return observe(signal_of(id).look); }

  /// The same where the signal must see something; fails the test where it does not.
  Evidence evidence(SignalId id) const {
    auto found = look(id);
    REQUIRE(found);
    return *std::move(found);
  }
};

/// What all signals find.
inline std::vector<Found> find_all(const Observed& observed) {
  std::vector<Found> found;
  for (const auto& signal : all_signals()) {
    if (auto evidence = signal.look(observed)) found.push_back({&signal, *std::move(evidence)});
  }
  return found;
}

/// ln odds that a curve gives the highest cell against the lowest: 45/46 of a slope over γ, 76/77 of one over φ.
template <class Curve>
double across(const Curve& curve) {
  return curve.back() - curve.front();
}

/// ln of the factor by which a curve alone, at full weight, moves the prior odds of more than 0.3.
template <class Curve>
double odds_moved(const Curve& prior, const Curve& curve) {
  Curve log_weight{}, after{};
  for (std::size_t i = 0; i < prior.size(); ++i) log_weight[i] = std::log(prior[i]) + curve[i];
  normalise(log_weight, after);
  const auto log_odds = [](const Curve& p) { return std::log(mass_above(p, 0.3) / (1 - mass_above(p, 0.3))); };
  return log_odds(after) - log_odds(prior);
}

/// The same of all that a signal found: above 0 where it lowers the estimate, 0 where it says nothing about it.
inline double odds_moved(const Evidence& found) {
  if (found.rate) return odds_moved(phi_prior(), signals::rate_likelihood(*found.rate, found.rate->observed));
  if (found.audience) return odds_moved(phi_prior(), *found.audience);
  if (found.engagement) return odds_moved(gamma_prior(), *found.engagement);
  return 0;
}

/// Whether a signal only tells what it saw and moves nothing.
inline bool only_tells(const Evidence& found) { return !found.rate && !found.audience && !found.engagement; }

/// The ids of the items that a signal names, in its order.
inline std::vector<std::string> items_of(const Evidence& found) {
  std::vector<std::string> ids;
  for (const auto& item : found.items) ids.push_back(item.id);
  return ids;
}

/// The largest ln odds that one signal may move, and a little for the cells' width.
inline double most_odds() { return odds_cap() + 1e-6; }

}  // namespace plumb::test
