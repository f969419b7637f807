#include "narrow.hpp"

#include <algorithm>

#include "signals/sample.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

constexpr int followers_to_open = 30;

/// Expected width of the 90 % interval of φ after `count` more followers with their counts visible.
double width_after(const Estimate& estimate, double count) {
  const auto phi = estimate.phi();
  const auto classifier = signals::classifier_of(Visibility::counts);
  double mean = 0, square = 0;
  for (std::size_t i = 0; i < phi.size(); ++i) {
    const double p = classifier.flagged(model::phi_at(i));
    mean += phi[i] * p;
    square += phi[i] * (p * p + p * (1 - p) / count + classifier.spread * classifier.spread);
  }
  const double sd = sqrt(std::max(square - mean * mean, 0.0));
  double width = 0;
  for (const auto& [step, weight] : {std::pair(-1.7320508, 1.0 / 6), std::pair(0.0, 2.0 / 3), std::pair(1.7320508, 1.0 / 6)}) {
    const double flagged = std::clamp((mean + step * sd) * count, 0.0, count);
    const auto sample = signals::sample_likelihood(classifier, {flagged, count}, {});
    width += weight * shortest_interval(estimate.phi_with_sample(sample), 0.9).width();
  }
  return width;
}

}  // namespace

std::vector<Narrowing> narrowings(const Observed& observed, const Estimate& estimate) {
  std::vector<Narrowing> out;
  const double now = shortest_interval(estimate.phi(), 0.9).width();
  const double after = width_after(estimate, followers_to_open);
  if (observed.people.size() < 200 && after < now - 0.02) {
    out.push_back({"open_followers", followers_to_open, On::audience, after});
  }
  return out;
}

}  // namespace plumb
