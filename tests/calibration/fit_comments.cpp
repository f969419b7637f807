#include "fit_comments.hpp"

#include <array>
#include <map>
#include <set>

namespace calibration {
namespace {
using Feature = plumb::CommentFeature;

FeatureSteps steps(Feature feature, int sign, std::vector<double> cuts, double ridge = 1) {
  return {static_cast<std::uint8_t>(feature), sign, std::move(cuts), ridge};
}

constexpr double ridge = 2e-4;

std::vector<FeatureSteps> comment_steps() {
  return {
      steps(Feature::words, +1, {2, 4, 7, 12, 20, 35}, 4),
      steps(Feature::links, +1, {1, 2}),
      steps(Feature::mentions, +1, {1, 2}, 2),
      steps(Feature::hashtags, +1, {1, 2, 4}, 2),
      steps(Feature::offering_names, +1, {1}),
      steps(Feature::amounts, +1, {1, 2}),
      steps(Feature::long_numbers, +1, {1}),
      steps(Feature::shout, +1, {0.4, 0.8}, 4),
      steps(Feature::disguised, +1, {0.1, 0.5}, 2),
      steps(Feature::emoji_share, -1, {0.1, 0.5}, 2),
      steps(Feature::promotion, +1, {1, 2, 3, 5}),
      steps(Feature::solicitation, +1, {1, 2, 3, 5}),
      steps(Feature::finance, +1, {1, 2, 3, 5}),
      steps(Feature::contact, +1, {1, 2, 3}),
      steps(Feature::testimony, +1, {1, 2, 3, 5}),
      steps(Feature::broadcast, +1, {1, 2, 3}),
      steps(Feature::conversation_share, -1, {0.05, 0.15, 0.3, 0.45}),
      steps(Feature::praise_share, -1, {0.15, 0.4}, 2),
      steps(Feature::cues, +1, {1, 2, 3, 4, 5}),
      steps(Feature::offer, +1, {1, 2, 4, 7}),
      steps(Feature::copies, +1, {2, 3, 5, 10}),
      steps(Feature::decorated_names, +1, {1}),
      steps(Feature::endorsed_names, +1, {1, 2}),
      steps(Feature::money_emoji, +1, {1, 3}),
      steps(Feature::topic, -1, {0.1, 0.3}, 4),
  };
}

}  // namespace

MeasuredSet measure_set(const CommentSet& set) {
  MeasuredSet measured{set.name, set.source, set.year, {}, {}, {}};
  std::map<std::string, plumb::Snapshot> snapshots;
  for (const LabelledComment& c : set.comments) {
    plumb::Comment comment;
    comment.text = c.text;
    snapshots[c.group].comments.push_back(comment);
  }
  for (const auto& [group, snapshot] : snapshots) {
    const auto rows = plumb::measure_comments(snapshot);
    std::size_t next = 0;
    for (const LabelledComment& c : set.comments) {
      if (c.group != group) continue;
      const auto& f = rows[next++].features;
      measured.features.emplace_back(f.begin(), f.end());
      measured.spam.push_back(c.spam);
      measured.group.push_back(group);
    }
  }
  return measured;
}

FittedScorecard fit_comments(const std::vector<MeasuredSet>& sets, const Keep& keep) {
  std::vector<Example> examples;
  int index = 0;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const int set = static_cast<int>(s);
    double of[2] = {0, 0};
    for (std::size_t i = 0; i < sets[s].spam.size(); ++i) {
      if (keep(set, sets[s].group[i])) ++of[sets[s].spam[i]];
    }
    if (of[0] == 0 || of[1] == 0) continue;
    for (std::size_t i = 0; i < sets[s].spam.size(); ++i) {
      if (!keep(set, sets[s].group[i])) continue;
      examples.push_back({sets[s].features[i], sets[s].spam[i], 1000 / of[sets[s].spam[i]], index});
    }
    ++index;
  }
  return fit_scorecard(examples, comment_steps(), ridge, spam_prevalence);
}

FittedScorecard fit_comment_table(const std::vector<MeasuredSet>& sets) {
  std::vector<double> scores, weights;
  std::vector<bool> spam;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    for (const std::string& left_out : groups_of(sets[s])) {
      const FittedScorecard card = fit_comments(
          sets, [&](int set, const std::string& group) { return set != static_cast<int>(s) || group != left_out; });
      const ScoredComments part = score_set(card, sets[s], left_out);
      scores.insert(scores.end(), part.scores.begin(), part.scores.end());
      spam.insert(spam.end(), part.spam.begin(), part.spam.end());
      weights.resize(scores.size(), 1.0 / static_cast<double>(sets[s].spam.size()));
    }
  }
  FittedScorecard card = fit_comments(sets, [](int, const std::string&) { return true; });
  apply(recalibrate(scores, spam, weights, spam_prevalence), card);
  return card;
}

Anybodys fit_anybodys(const std::vector<CampaignSet>& sets, const std::string& without) {
  using Shares = std::array<double, 3>;
  Anybodys out;
  Shares scripted{}, people{};
  const auto add = [&out](const std::vector<std::vector<std::string>>& pages, Shares& shares) {
    Shares found{};
    double of = 0;
    for (const auto& texts : pages) {
      for (const auto& m : plumb::measure_comments(page_of(texts, plumb::Platform::generic))) {
        found[0] += m.only_generic, found[1] += m.only_emoji, found[2] += m.only_mentions;
        ++of;
      }
    }
    for (std::size_t k = 0; k < found.size(); ++k) shares[k] += found[k] / of;
    out.n += static_cast<std::size_t>(of);
  };
  for (const CampaignSet& set : sets) {
    if (set.name == without) continue;
    add(set.scripted, scripted), add(set.people, people);
  }
  const auto probability = [&](std::size_t k) {
    const double s = spam_prevalence * scripted[k];
    return s > 0 ? s / (s + (1 - spam_prevalence) * people[k]) : 0;
  };
  out.generic = probability(0), out.emoji = probability(1), out.mention = probability(2);
  return out;
}

ScoredComments score_set(const FittedScorecard& card, const MeasuredSet& set, const std::string& group) {
  ScoredComments scored;
  for (std::size_t i = 0; i < set.spam.size(); ++i) {
    if (!group.empty() && set.group[i] != group) continue;
    scored.scores.push_back(score(card, set.features[i]));
    scored.spam.push_back(set.spam[i]);
  }
  return scored;
}

std::vector<std::string> groups_of(const MeasuredSet& set) {
  const std::set<std::string> groups(set.group.begin(), set.group.end());
  return {groups.begin(), groups.end()};
}

}  // namespace calibration
