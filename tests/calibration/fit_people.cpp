#include "fit_people.hpp"

#include <cmath>

namespace calibration {
namespace {
using F = plumb::PersonFeature;

/// Share of atypical accounts at which the probabilities are right: about the 25.8–31.1 % that SRF Data published for
/// influencers' followers, and near the prior mean of the model.
constexpr double reference_prevalence = 0.25;
constexpr double ridge = 4e-4;

std::vector<FeatureSteps> counts_steps() {
  return {
      {F::followers, -1, {5, 10, 20, 40, 70, 120, 200, 350, 600, 1200}},
      {F::following, +1, {150, 400, 800, 1500, 3000}, 2},
      {F::posts, -1, {1, 2, 4, 8, 15, 30, 60, 150}},
      {F::following_per_follower, +1, {0.7, 1, 1.5, 2, 3, 4.5, 7, 12, 25, 60}},
      {F::following_per_post, +1, {5, 15, 40, 100, 300, 1000}},
      {F::avatar, -1, {1}},
      {F::handle_digits, +1, {1, 2, 3, 4, 6}},
      {F::bio_length, -1, {1, 20}, 2},
      {F::is_private, -1, {1}, 2},
  };
}

std::vector<FeatureSteps> names_steps() {
  return {
      {F::avatar, -1, {1}},
      {F::handle_digits, +1, {1, 2, 3, 4, 5, 7}},
      {F::handle_digit_share, +1, {0.1, 0.2, 0.3, 0.45}},
      {F::handle_odd_letters, +1, {5, 6, 8}, 4},
      {F::is_private, -1, {1}, 2},
      {F::name_digits, +1, {1, 3}, 4},
  };
}

std::vector<Example> examples_of(const std::vector<Population>& populations, int left_out, plumb::Visibility visibility) {
  std::vector<Example> examples;
  int set = 0;
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    if (p == left_out) continue;
    double fakes = 0, reals = 0;
    for (const auto& x : populations[p].people) (x.fake ? fakes : reals) += 1;
    for (const auto& x : populations[p].people) {
      // Each data set and each class weighs the same: size is the collector's choice.
      examples.push_back({visible_features(x, visibility), x.fake, 1000 / (x.fake ? fakes : reals), set});
    }
    ++set;
  }
  return examples;
}

}  // namespace

plumb::PersonFeatures visible_features(const LabelledPerson& person, plumb::Visibility visibility) {
  plumb::Person seen = person.person;
  if (visibility == plumb::Visibility::names_only) {
    seen.followers.reset();
    seen.following.reset();
    seen.posts.reset();
    seen.bio.reset();
    seen.created_at.reset();
  }
  return plumb::person_features(seen, person.seen_at);
}

FittedPeople fit_people(const std::vector<Population>& populations, int left_out) {
  FittedPeople fit;
  fit.counts = fit_scorecard(examples_of(populations, left_out, plumb::Visibility::counts), counts_steps(), ridge,
                             reference_prevalence);
  fit.names = fit_scorecard(examples_of(populations, left_out, plumb::Visibility::names_only), names_steps(), ridge,
                            reference_prevalence);
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    if (p != left_out) fit.sources.push_back(populations[p].source);
  }
  return fit;
}

}  // namespace calibration
