#include "fit_people.hpp"

#include <cmath>

namespace calibration {
namespace {
using Feature = plumb::PersonFeature;

constexpr double ridge = 4e-4;
/// Spread of the share flagged between populations of real people. Three populations say little of how far a fourth may
/// lie. Counts: chosen once, for coverage on populations left out. Names: the share differs by 0.16 (real people) and 0.25
/// (others), and Student's t with the two degrees of freedom of three populations reaches twice as far as a normal
/// distribution with that deviation.
double spread_of(plumb::Visibility visibility) { return visibility == plumb::Visibility::counts ? 0.08 : 0.45; }
/// The same between populations of other accounts. Counts: smaller as measured (0.039 against 0.067). Names: no smaller.
double spread_of_others(plumb::Visibility visibility) { return visibility == plumb::Visibility::counts ? 0.047 : 0.45; }
/// Where the flag turns over, and how fast, in ln odds of the card before recalibration.
constexpr double flag_centre = -0.6, flag_spread = 0.4;

/// Accounts of a text platform are read a second time as if the platform were not known, so that the card does not hang
/// on texts_per_post alone.
constexpr double unknown_platform_weight = 0.5;

FeatureSteps steps(Feature feature, int sign, std::vector<double> cuts, double ridge_factor = 1) {
  return {static_cast<std::uint8_t>(feature), sign, std::move(cuts), ridge_factor};
}

std::vector<FeatureSteps> counts_steps() {
  return {
      steps(Feature::followers, -1, {5, 10, 20, 40, 70, 120, 200, 350, 600, 1200}),
      steps(Feature::following, +1, {150, 400, 800, 1500, 3000}, 2),
      steps(Feature::posts, -1, {1, 2, 4, 8, 15, 30, 60, 150}),
      steps(Feature::following_per_follower, +1, {0.7, 1, 1.5, 2, 3, 4.5, 7, 12, 25, 60}),
      steps(Feature::following_per_post, +1, {5, 15, 40, 100, 300, 1000}),
      steps(Feature::avatar, -1, {1}),
      steps(Feature::handle_digits, +1, {1, 2, 3, 4, 6}),
      steps(Feature::bio_length, -1, {1, 20}, 2),
      steps(Feature::is_private, -1, {1}, 2),
  };
}

std::vector<FeatureSteps> names_steps() {
  return {
      steps(Feature::avatar, -1, {1}),
      steps(Feature::handle_digits, +1, {1, 2, 3, 4, 5, 7}),
      steps(Feature::handle_digit_share, +1, {0.1, 0.2, 0.3, 0.45}),
      steps(Feature::handle_odd_letters, +1, {5, 6, 8}, 4),
      steps(Feature::is_private, -1, {1}, 2),
      steps(Feature::name_digits, +1, {1, 3}, 4),
  };
}

FittedScorecard fit_card(const std::vector<Population>& populations, int left_out, int also,
                         plumb::Visibility visibility) {
  std::vector<Example> examples;
  int set = 0;
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    if (p == left_out || p == also) continue;
    double of[2] = {0, 0};
    for (const auto& x : populations[p].people) of[x.fake] += 1;
    // Each data set and each class weighs the same: size is the collector's choice.
    const auto add = [&](plumb::Platform platform, double weight) {
      for (const auto& x : populations[p].people) {
        const auto seen = visible_features(x, platform, visibility).value;
        examples.push_back({{seen.begin(), seen.end()}, x.fake, weight / of[x.fake], set});
      }
      ++set;
    };
    add(populations[p].platform, 1000);
    if (populations[p].platform == plumb::Platform::x) add(plumb::Platform::generic, 1000 * unknown_platform_weight);
  }
  const auto features = visibility == plumb::Visibility::counts ? counts_steps() : names_steps();
  return fit_scorecard(examples, features, ridge, person_prevalence);
}

double logistic(double z) { return 1 / (1 + std::exp(-z)); }

/// Scores each population by a card that was fitted without it: for the recalibration, and for the rates of the flag.
FittedPersonTable fit_table(const std::vector<Population>& populations, int left_out, plumb::Visibility visibility) {
  FittedPersonTable table;
  std::vector<double> scores, weights;
  std::vector<bool> positive;
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    if (p == left_out) continue;
    const FittedScorecard card = fit_card(populations, left_out, p, visibility);
    double of[2] = {0, 0}, flags[2] = {0, 0};
    for (const auto& x : populations[p].people) of[x.fake] += 1;
    for (const auto& x : populations[p].people) {
      const double s = score(card, visible_features(x, populations[p].platform, visibility).value);
      flags[x.fake] += logistic((s - flag_centre) / flag_spread);
      scores.push_back(s);
      positive.push_back(x.fake);
      weights.push_back(1 / of[x.fake]);
    }
    table.rates.push_back({populations[p].name, flags[1] / of[1], flags[0] / of[0], int(of[1]), int(of[0])});
  }
  for (const PopulationRates& r : table.rates) {
    table.expected.sensitivity += r.sensitivity / static_cast<double>(table.rates.size());
    table.expected.alarms += r.alarm / static_cast<double>(table.rates.size());
  }
  table.expected.spread = spread_of(visibility);
  table.expected.spread_others = spread_of_others(visibility);
  table.card = fit_card(populations, left_out, -1, visibility);
  const Recalibration r = recalibrate(scores, positive, weights, person_prevalence);
  apply(r, table.card);
  table.flag_centre = r.shift + r.slope * flag_centre;
  table.flag_spread = r.slope * flag_spread;
  return table;
}

}  // namespace

plumb::Person as_shown(const LabelledPerson& person, plumb::Visibility visibility) {
  plumb::Person seen = person.person;
  if (visibility == plumb::Visibility::names_only) {
    seen.followers.reset();
    seen.following.reset();
    seen.posts.reset();
    seen.bio.reset();
    seen.created_at.reset();
  }
  return seen;
}

plumb::PersonFeatures visible_features(const LabelledPerson& person, plumb::Platform platform,
                                       plumb::Visibility visibility) {
  return plumb::person_features(as_shown(person, visibility), person.seen_at, platform);
}

FittedPeople fit_people(const std::vector<Population>& populations, int left_out) {
  return {fit_table(populations, left_out, plumb::Visibility::counts),
          fit_table(populations, left_out, plumb::Visibility::names_only)};
}

}  // namespace calibration
