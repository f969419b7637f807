#include "sample.hpp"

#include <algorithm>
#include <array>

#include "../stats/elementary.hpp"
#include "../stats/posterior.hpp"

namespace plumb::signals {
namespace {

constexpr std::size_t nodes = 7;
using Nodes = std::array<double, nodes>;

/// Middles of `nodes` equally probable parts of a Beta distribution with this mean and standard deviation.
Nodes beta_nodes(double mean, double sd) {
  const double size = mean * (1 - mean) / (sd * sd) - 1;
  constexpr std::size_t cells = 128;
  std::array<double, cells> log_density{}, probability{};
  for (std::size_t i = 0; i < cells; ++i) {
    log_density[i] = log_beta_density((static_cast<double>(i) + 0.5) / cells, mean * size, (1 - mean) * size);
  }
  normalise(log_density, probability);
  Nodes out{};
  for (std::size_t k = 0; k < nodes; ++k) {
    out[k] = quantile_of(probability, (static_cast<double>(k) + 0.5) / nodes);
  }
  return out;
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
  followers = capped(followers);
  others = capped(others);
  const Nodes sensitivity = beta_nodes(classifier.sensitivity_mean, classifier.sensitivity_sd);
  const Nodes alarm = beta_nodes(classifier.alarm_mean, classifier.alarm_sd);
  const double part = model::prior("people.commenters_part");
  const auto binomial = [](SampleCount count, double p) {
    return count.of == 0 ? 0.0 : count.flagged * log(p) + (count.of - count.flagged) * log1p(-p);
  };
  std::array<double, nodes * nodes> terms{};
  model::PhiCurve log_mean{};
  for (std::size_t i = 0; i < log_mean.size(); ++i) {
    const double phi = model::phi_at(i);
    std::size_t term = 0;
    for (const double se : sensitivity) {
      for (const double fp : alarm) {
        terms[term++] = binomial(followers, phi * se + (1 - phi) * fp) +
                        binomial(others, part * phi * se + (1 - part * phi) * fp);
      }
    }
    const double top = *std::max_element(terms.begin(), terms.end());
    double sum = 0;
    for (const double t : terms) sum += exp(t - top);
    log_mean[i] = top + log(sum);
  }
  return log_mean;
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
  const double reach = 1.2815515655446004 * classifier.alarm_sd;
  evidence.typical = Typical{of * std::max(classifier.alarm_mean - reach, 0.0), of * (classifier.alarm_mean + reach), 0.8, {}};
  evidence.params.emplace_back("followers", followers.of);
  evidence.items = std::move(items);
  evidence.audience = sample_likelihood(classifier, followers, others);
  return evidence;
}

}  // namespace plumb::signals
