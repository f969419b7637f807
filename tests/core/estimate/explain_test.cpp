// The verdict and the explanations by themselves, each rule on both sides of its border.
#include "wasm/core/estimate/explain.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// The explanations by name, for a report that holds these rows.
std::map<Explanation, double> explained(const std::vector<SignalRow>& rows, double p_phi, double p_gamma,
                                        std::optional<double> percentile = {}) {
  Report report;
  report.signals = rows;
  if (percentile) report.engagement.per_follower = AgainstPeers{.percentile = percentile};
  const auto list = weigh_explanations(report, p_phi, p_gamma);
  CHECK(std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second > b.second; }));
  return {list.begin(), list.end()};
}
SignalRow says(SignalId id, double log_odds) { return {.id = id, .log_odds = log_odds}; }
SignalRow seen_in(SignalId id, double value, double of) {
  return {.id = id, .seen = {.value = value, .of = of, .unit = "posts"}};
}

/// A signal that found a curve of so many ln from none to all.
Found speaks(SignalId id, double strength) {
  Found found{&signal_of(id), {}};
  if (found.signal->on == On::audience) {
    found.evidence.audience.emplace();
    for (std::size_t i = 0; i < found.evidence.audience->size(); ++i)
      (*found.evidence.audience)[i] = strength * model::phi_at(i);
  } else {
    found.evidence.engagement.emplace();
    for (std::size_t i = 0; i < found.evidence.engagement->size(); ++i)
      (*found.evidence.engagement)[i] = strength * model::gamma_at(i);
  }
  return found;
}

Joint joint_of(const std::vector<Found>& found, bool disagreement = false) {
  SampleAccount account;
  account.posts(10, [](Post& post, int) { post.likes = exactly(100); });
  const Estimate estimate(found);
  return decide(Account(account.snapshot), found, explain_signals(found, estimate), estimate, disagreement);
}

}  // namespace

TEST_CASE("Unusual needs two families that agree on one of the two shares", "[explain]") {
  CHECK(joint_of({}) == Joint::consistent);
  CHECK(joint_of({}, true) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::little_content, -40)}) == Joint::consistent);
  CHECK(joint_of({speaks(SignalId::little_content, 40)}) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::following_pattern, 40), speaks(SignalId::account_age, 40)}) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::little_content, 40), speaks(SignalId::account_age, 40)}) == Joint::unusual);
  CHECK(joint_of({speaks(SignalId::comment_spam, 40)}) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::comment_spam, 40), speaks(SignalId::comment_generic, 40)}) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::comment_spam, 40), speaks(SignalId::view_spikes, 40)}) == Joint::unusual);
  // One for each share is no agreement; neither is one that says the opposite.
  CHECK(joint_of({speaks(SignalId::little_content, 40), speaks(SignalId::view_spikes, 40)}) == Joint::mixed);
  CHECK(joint_of({speaks(SignalId::comment_spam, 80), speaks(SignalId::view_spikes, -2)}) == Joint::mixed);
  // What the verdict may not rest on.
  CHECK(joint_of({speaks(SignalId::engagement_per_follower, 40)}) == Joint::consistent);
  CHECK(joint_of({speaks(SignalId::engagement_per_follower, 40), speaks(SignalId::little_content, 40)}) ==
        Joint::mixed);
}

TEST_CASE("A signal's row says what it does to the whole", "[explain]") {
  const std::vector<Found> found{speaks(SignalId::little_content, 2), speaks(SignalId::view_spikes, -2),
                                 Found{&signal_of(SignalId::cadence), {}}};
  const Estimate estimate(found);
  const auto rows = explain_signals(found, estimate);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].direction == Direction::lowers);
  CHECK(rows[0].on == On::audience);
  // The only one on its share: all less the prior.
  CHECK(rows[0].effect == Approx(median_of(phi_prior()) - median_of(estimate.phi())));
  CHECK(rows[0].effect < 0);
  CHECK(rows[1].direction == Direction::raises);
  CHECK(rows[1].effect > 0);
  CHECK(rows[1].log_odds < 0);
  CHECK(rows[2].direction == Direction::neutral);
  CHECK(rows[2].effect == 0);
  CHECK(rows[2].strength == 0);
}

TEST_CASE("Questions are asked of what clearly lowers the estimate", "[explain]") {
  const auto asked = [](Direction direction, int strength) {
    SignalRow row{.id = SignalId::growth_step, .direction = direction, .strength = strength};
    row.params.emplace_back("days", 3.0);
    const auto questions = questions_of({row});
    for (const auto& question : questions) {
      CHECK(question.id == SignalId::growth_step);
      CHECK(question.params == row.params);
    }
    return questions.size();
  };
  CHECK(asked(Direction::lowers, 3) == 1);
  CHECK(asked(Direction::lowers, 2) == 1);
  CHECK(asked(Direction::lowers, 1) == 0);
  CHECK(asked(Direction::raises, 3) == 0);
  CHECK(asked(Direction::neutral, 2) == 0);
}

TEST_CASE("No cause is named that no signal speaks of", "[explain]") {
  using enum SignalId;
  const auto only = std::map<Explanation, double>{{Explanation::ordinary, 1}};
  CHECK(explained({}, 0.5, 0.2) == only);
  CHECK(explained({}, 1, 1) == only);
  // By chance alone, or for the creator, is not to speak.
  CHECK(explained({says(growth_step, 0.24), says(comment_spam, 0.24), says(like_floor, -3)}, 0.5, 0.2) == only);
  // Comments that repeat name nothing of the followers, whatever their share may be. Ordinary 0.5 · 0.8 = 0.4.
  const auto weights = explained({says(comment_repetition, 1)}, 0.5, 0.2);
  CHECK(weights.size() == 2);
  CHECK(weights.at(Explanation::ordinary) == Approx(0.4 / 0.6));
  CHECK(weights.at(Explanation::scripted_comments) == Approx(0.2 / 0.6));
}

TEST_CASE("Explanations of two shares: a worked example", "[explain]") {
  using enum SignalId;
  // Ordinary 0.5 · 0.8 = 0.4. φ, by a list that says 1: acquired 0.5 · 2 / 4.5, dormant 0.5 · 2.5 / 4.5.
  // γ: likes 0.2 · 1.5 / 2.75, comments 0.2 · 1.25 / 2.75. Sum 1.1.
  const auto weights = explained({says(people_with_counts, 1), says(like_floor, 1), says(comment_spam, 1)}, 0.5, 0.2);
  CHECK(weights.size() == 5);
  CHECK(weights.at(Explanation::ordinary) == Approx(0.4 / 1.1));
  CHECK(weights.at(Explanation::acquired_followers) == Approx(0.222222 / 1.1).epsilon(1e-5));
  CHECK(weights.at(Explanation::dormant_audience) == Approx(0.277778 / 1.1).epsilon(1e-5));
  CHECK(weights.at(Explanation::acquired_likes) == Approx(0.109091 / 1.1).epsilon(1e-5));
  CHECK(weights.at(Explanation::scripted_comments) == Approx(0.090909 / 1.1).epsilon(1e-5));
}

TEST_CASE("Each signal that lowers the estimate speaks for its own cause", "[explain]") {
  using enum SignalId;
  struct Cause {
    SignalId id;
    Explanation of;
    double part;  // of the share that it explains, with ln odds of 1 and nothing beside it
  };
  // Half of φ, γ 0: it alone of the 0.5 beside ordinary, but for a list, which speaks for both: 2 and 2.5 of 4.5.
  for (const auto& [id, of, part] : std::vector<Cause>{
           {growth_step, Explanation::acquired_followers, 1},
           {little_content, Explanation::acquired_followers, 1},
           {account_age, Explanation::acquired_followers, 1},
           {following_pattern, Explanation::acquired_followers, 1},
           {engagement_per_follower, Explanation::dormant_audience, 1},
           {views_per_follower, Explanation::dormant_audience, 1},
           {people_with_counts, Explanation::acquired_followers, 2 / 4.5},
           {people_names_only, Explanation::acquired_followers, 2 / 4.5},
       }) {
    const auto weights = explained({says(id, 1)}, 0.5, 0);
    CHECK(weights.at(of) == Approx(0.5 * part));
    CHECK(weights.size() == (part < 1 ? 3 : 2));
    CHECK(weights == explained({says(id, 1), says(cadence, 5)}, 0.5, 0));
    CHECK(explained({says(id, -1)}, 0.5, 0).size() == 1);
    // Beside a sleep of 1.5 + 1: acquired 1 + 1, arrivals counted twice 1 + 2; a list 2 and 3.5.
    const double acquired = id == growth_step ? 3 / 5.5 : part < 1 ? 2 / 5.5 : 2 / 4.5;
    if (of == Explanation::acquired_followers)
      CHECK(explained({says(id, 1), says(engagement_per_follower, 1)}, 0.5, 0).at(of) == Approx(0.5 * acquired));
  }
  for (const auto& [id, of] : std::vector<std::pair<SignalId, Explanation>>{
           {engagement_per_view, Explanation::acquired_likes},
           {likes_per_view, Explanation::acquired_likes},
           {comments_per_like, Explanation::acquired_likes},
           {like_dispersion, Explanation::acquired_likes},
           {like_comment_correlation, Explanation::acquired_likes},
           {like_floor, Explanation::acquired_likes},
           {likes_above_views, Explanation::acquired_likes},
           {comment_repetition, Explanation::scripted_comments},
           {comment_generic, Explanation::scripted_comments},
           {comment_emoji_only, Explanation::scripted_comments},
           {comment_spam, Explanation::scripted_comments},
           {comment_off_topic, Explanation::scripted_comments},
           {comment_languages, Explanation::scripted_comments},
           {pod_overlap, Explanation::pod},
           {view_spikes, Explanation::acquired_views},
       }) {
    const auto weights = explained({says(id, 1)}, 0, 0.5);
    CHECK(weights.at(of) == Approx(0.5));
    CHECK(weights.size() == 2);
    // Beside a circle that says 1: likes 0.5 + 1, comments 0.25 + 1, views 1.
    if (of == Explanation::pod) continue;
    const double own = of == Explanation::acquired_likes ? 1.5 : of == Explanation::scripted_comments ? 1.25 : 1;
    CHECK(explained({says(id, 1), says(pod_overlap, 1)}, 0, 0.5).at(of) == Approx(0.5 * own / (1 + own)));
  }
}

TEST_CASE("Ordinary events explain by how many posts show them, fully from one in five", "[explain]") {
  using enum SignalId;
  // Beside ordinary, 1: weight · 5 · share / (1 + that).
  const auto weight = [](SignalId id, Explanation of, double value, double out_of) {
    const auto weights = explained({seen_in(id, value, out_of)}, 0, 0);
    return weights.count(of) == 0 ? 0 : weights.at(of) / (1 - weights.at(of));
  };
  CHECK(weight(giveaway_posts, Explanation::giveaway, 1, 10) == Approx(0.25));
  CHECK(weight(giveaway_posts, Explanation::giveaway, 2, 10) == Approx(0.5));
  CHECK(weight(giveaway_posts, Explanation::giveaway, 4, 10) == Approx(0.5));
  CHECK(weight(giveaway_posts, Explanation::giveaway, 0, 0) == 0);
  CHECK(weight(viral_posts, Explanation::viral_post, 1, 10) == Approx(0.15));
  CHECK(weight(viral_posts, Explanation::viral_post, 3, 10) == Approx(0.3));
  CHECK(weight(view_spikes, Explanation::acquired_views, 1, 10) == Approx(0.15));
  CHECK(weight(hidden_counts, Explanation::hidden_counts, 4, 10) == Approx(0.12));
  // Under two parts in a hundred nothing is named: 0.3 · 0.06 = 0.018, 0.3 · 0.07 = 0.021 of 1.021.
  CHECK(weight(hidden_counts, Explanation::hidden_counts, 6, 100) == 0);
  CHECK(weight(hidden_counts, Explanation::hidden_counts, 7, 100) == Approx(0.021));
  Report report;
  report.growth = Growth{.steps = {{.change = 0.3, .kind = StepKind::jump}}};
  CHECK(weigh_explanations(report, 0, 0).size() == 1);
  report.growth->steps.push_back({.change = -0.02, .kind = StepKind::purge});
  const auto purged = weigh_explanations(report, 0, 0);
  REQUIRE(purged.size() == 2);
  CHECK(purged[1].first == Explanation::purge);
  CHECK(purged[1].second == Approx(0.2 / 1.2));
}

TEST_CASE("A rate far from the peers' is a niche where nothing else explains it", "[explain]") {
  const auto niche = [](double percentile, const std::vector<SignalRow>& rows) {
    const auto weights = explained(rows, 0, 0, percentile);
    return weights.count(Explanation::unusual_niche) == 0 ? 0 : weights.at(Explanation::unusual_niche);
  };
  // 0.02 beyond the edge of 0.05: 0.15 + 2 · 0.02 = 0.19 beside 1.
  CHECK(niche(0.03, {}) == Approx(0.19 / 1.19));
  CHECK(niche(0.97, {}) == Approx(0.19 / 1.19));
  CHECK(niche(0.05, {}) == 0);
  CHECK(niche(0.5, {}) == 0);
  CHECK(niche(0.03, {says(SignalId::growth_step, 0)}) == 0);
  CHECK(niche(0.03, {says(SignalId::people_with_counts, 0.2)}) > 0);
  CHECK(niche(0.03, {says(SignalId::people_with_counts, 0.25)}) == 0);
  CHECK(niche(0.03, {says(SignalId::people_names_only, 0.3)}) == 0);
}
