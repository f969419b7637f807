#include "sample.hpp"

#include <algorithm>
#include <array>

#include "../stats/elementary.hpp"
#include "../stats/posterior.hpp"

namespace plumb::signals {
namespace {

constexpr std::size_t nodes = 96;  // of the share flagged; 0.01 apart, below the spread of 150 people
using Nodes = std::array<double, nodes>;

constexpr double share_at(std::size_t node) { return (static_cast<double>(node) + 0.5) / nodes; }

/// p(share flagged | φ) over the nodes.
Nodes shares_given(const Classifier& classifier, double phi) {
  Nodes log_weight{}, out{};
  const double mean = classifier.flagged(phi);
  for (std::size_t k = 0; k < nodes; ++k) {
    const double z = (share_at(k) - mean) / classifier.spread;
    log_weight[k] = -0.5 * z * z;
  }
  normalise(log_weight, out);
  return out;
}

/// Adds the ln likelihood of one sample, φ scaled by `part`.
void add_sample(model::PhiCurve& sum, const Classifier& classifier, SampleCount count, double part) {
  if (count.of == 0) return;
  Nodes log_binomial{}, binomial{};
  for (std::size_t k = 0; k < nodes; ++k) {
    log_binomial[k] = count.flagged * log(share_at(k)) + (count.of - count.flagged) * log1p(-share_at(k));
  }
  normalise(log_binomial, binomial);
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const Nodes weight = shares_given(classifier, part * model::phi_at(i));
    double likelihood = 0;
    for (std::size_t k = 0; k < nodes; ++k) likelihood += weight[k] * binomial[k];
    sum[i] += log(likelihood);
  }
}

SampleCount capped(SampleCount count) {
  const double most = model::prior("people.cap");
  if (count.of <= most) return count;
  return {count.flagged * most / count.of, most};
}

}  // namespace

Classifier classifier_of(Visibility visibility) {
  return visibility == Visibility::counts ? person_model().counts.rates : person_model().names.rates;
}

model::PhiCurve sample_likelihood(const Classifier& classifier, SampleCount followers, SampleCount others) {
  model::PhiCurve sum{};
  add_sample(sum, classifier, capped(followers), 1);
  add_sample(sum, classifier, capped(others), model::prior("people.commenters_part"));
  return sum;
}

std::optional<Evidence> people_of(const Observed& observed, Visibility visibility) {
  SampleCount followers, others;
  double flagged = 0;
  std::vector<ItemRef> items;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || score->visibility != visibility) continue;
    const Person& person = observed.snapshot.people[i];
    SampleCount& count = person.relation == Relation::follower ? followers : others;
    count.of += 1;
    count.flagged += score->flag;
    if (score->atypical < 0.5) continue;
    flagged += 1;
    if (person.handle) items.push_back({ItemKind::person, *person.handle});
  }
  const double of = followers.of + others.of;
  if (of == 0) return {};
  Evidence evidence;
  evidence.seen = {.value = flagged, .of = of, .unit = "people"};
  const Classifier classifier = classifier_of(visibility);
  const double reach = 1.2815515655446004 * classifier.spread;
  evidence.typical = Typical{of * std::max(classifier.alarms - reach, 0.0), of * (classifier.alarms + reach), 0.8, {}};
  evidence.params.emplace_back("followers", followers.of);
  evidence.items = std::move(items);
  evidence.audience = sample_likelihood(classifier, followers, others);
  return evidence;
}

}  // namespace plumb::signals
