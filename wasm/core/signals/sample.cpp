#include "sample.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/wide.hpp"
#include "shares.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "stats/posterior.hpp"

namespace plumb::signals {
namespace {

constexpr std::size_t nodes = 96;  // of the share flagged; 0.01 apart, below the spread of 150 people
using Nodes = std::array<double, nodes>;

constexpr double share_at(std::size_t node) { return (static_cast<double>(node) + 0.5) / nodes; }

/// Spread of the share flagged between populations of one φ. A fall with φ no steeper than that of
/// √(1 − flagged(φ)) keeps the order by likelihood ratio: d/dq of ln p(q | φ) − ln p(q | φ') keeps its sign up to q = 1
/// (a test looks).
double spread_at(const Classifier& classifier, double phi) {
  return classifier.spread + phi * (classifier.spread_others - classifier.spread);
}

/// p(share flagged | φ) over the nodes: a normal density, from its middle outwards by its own ratios
/// (e^(−(z+d)²/2) = e^(−z²/2) · r, r ← r · e^(−d²)), since 96 exponentials for each φ are most of the whole estimate.
Nodes shares_given(const Classifier& classifier, double phi) {
  const double spread = spread_at(classifier, phi);
  const double step = 1 / (nodes * spread);
  const double shrink = exp(-step * step);
  const double mean = classifier.flagged(phi);
  const auto middle = std::min(static_cast<std::size_t>(std::max(mean, 0.0) * nodes), nodes - 1);
  const double z = (share_at(middle) - mean) / spread;
  Nodes out{};
  out[middle] = 1;
  double sum = 1;
  double value = 1, ratio = exp(-step * (z + 0.5 * step));
  for (std::size_t k = middle + 1; k < nodes; ++k) {
    value *= ratio;
    ratio *= shrink;
    sum += out[k] = value;
  }
  value = 1;
  ratio = exp(step * (z - 0.5 * step));
  for (std::size_t k = middle; k-- > 0;) {
    value *= ratio;
    ratio *= shrink;
    sum += out[k] = value;
  }
  for (double& weight : out) weight /= sum;
  return out;
}

/// ln q and ln(1 − q) over the nodes.
const std::array<Nodes, 2>& log_nodes() {
  static const std::array<Nodes, 2> table = [] {
    std::array<Nodes, 2> out{};
    for (std::size_t k = 0; k < nodes; ++k) {
      out[0][k] = log(share_at(k));
      out[1][k] = log1p(-share_at(k));
    }
    return out;
  }();
  return table;
}

/// p(share flagged | φ) for each φ of the grid: what no sample changes.
using SharesByPhi = std::array<Nodes, model::phi_cells>;

/// Each table is made when the first sample of its kind is seen.
template <Visibility visibility>
const SharesByPhi& shares_by_phi() {
  static const SharesByPhi table = [] {
    SharesByPhi out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = shares_given(classifier_of(visibility), model::phi_at(i));
    return out;
  }();
  return table;
}

/// In four sums, none of which waits for another one.
PLUMB_WIDE double dot(const Nodes& a, const Nodes& b) {
  static_assert(nodes % 4 == 0);
  std::array<double, 4> sums{};
  for (std::size_t i = 0; i < nodes; i += sums.size()) {
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += a[i + k] * b[i + k];
  }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Adds the ln likelihood of one sample.
void add_sample(model::PhiCurve& sum, const SharesByPhi& shares, SampleCount count) {
  const auto& [log_share, log_rest] = log_nodes();
  Nodes log_binomial{}, binomial{};
  for (std::size_t k = 0; k < nodes; ++k) {
    log_binomial[k] = count.flagged * log_share[k] + (count.of - count.flagged) * log_rest[k];
  }
  normalise(log_binomial, binomial);
  model::PhiCurve likelihood;
  for (std::size_t i = 0; i < sum.size(); ++i) likelihood[i] = dot(shares[i], binomial);
  log_each(likelihood);
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += likelihood[i];
}

/// The sum in ascending order: its last bit must not follow the order of the people.
double sorted_sum(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double v : values) sum += v;
  return sum;
}

SampleCount capped(SampleCount count) {
  const double most = model::prior("people.cap");
  if (count.of <= most) return count;
  return {count.flagged * most / count.of, most};
}

template <class Counted>
SampleCount count_of(const Observed& observed, Visibility visibility, Counted counted) {
  std::vector<double> flags;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (score && score->visibility == visibility && counted(observed.snapshot.people[i].relation))
      flags.push_back(score->flag);
  }
  return {sorted_sum(flags), static_cast<double>(flags.size())};
}

/// What was seen of those that `counted(score, relation)` takes: how many look like nobody, and their names.
template <class Counted>
Evidence seen_of(const Observed& observed, Counted counted) {
  Evidence evidence;
  double flagged = 0, of = 0;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || !counted(*score, observed.snapshot.people[i].relation)) continue;
    of += 1;
    if (score->atypical < 0.5) continue;
    flagged += 1;
    const auto& handle = observed.snapshot.people[i].handle;
    if (handle && evidence.items.size() < limits::items) evidence.items.push_back({ItemKind::person, *handle});
  }
  evidence.seen = {.value = flagged, .of = of, .unit = "people"};
  return evidence;
}

/// How many of so many people are flagged among real ones, by 80 % of populations.
Typical typical_of(const Classifier& classifier, double of) {
  const double reach = z_80 * classifier.spread;
  return {of * std::max(classifier.alarms - reach, 0.0), of * (classifier.alarms + reach)};
}

}  // namespace

Classifier classifier_of(Visibility visibility) {
  return visibility == Visibility::counts ? person_model().counts.rates : person_model().names.rates;
}

model::PhiCurve sample_likelihood(Visibility visibility, SampleCount followers) {
  model::PhiCurve sum{};
  if (followers.of == 0) return sum;
  add_sample(
      sum,
      visibility == Visibility::counts ? shares_by_phi<Visibility::counts>() : shares_by_phi<Visibility::names_only>(),
      capped(followers));
  return sum;
}

SampleCount followers_seen(const Observed& observed, Visibility visibility) {
  return count_of(observed, visibility, is_follower);
}

std::optional<Evidence> followers_of(const Observed& observed, Visibility visibility) {
  const SampleCount followers = followers_seen(observed, visibility);
  if (followers.of == 0) return {};
  Evidence evidence = seen_of(observed, [visibility](const PersonScore& score, Relation relation) {
    return score.visibility == visibility && is_follower(relation);
  });
  evidence.typical = typical_of(classifier_of(visibility), followers.of);
  evidence.audience = sample_likelihood(visibility, followers);
  return evidence;
}

std::optional<Evidence> engaged_people(const Observed& observed, Relation relation) {
  const auto counted = [relation](Relation other) { return other == relation; };
  Evidence evidence = seen_of(observed, [counted](const PersonScore&, Relation other) { return counted(other); });
  if (*evidence.seen.of == 0) return {};
  model::GammaCurve sum{};
  Typical typical{0, 0};
  for (const auto visibility : {Visibility::counts, Visibility::names_only}) {
    const SampleCount count = count_of(observed, visibility, counted);
    if (count.of == 0) continue;
    const Classifier classifier = classifier_of(visibility);
    const Typical part = typical_of(classifier, count.of);
    typical = {typical.low + part.low, typical.high + part.high};
    const auto [flagged, of] = capped(count);
    // Nobody of whom there is no doubt raises it: likes and comments are bought from accounts that look like people, too.
    const ShareModel share{.base = classifier.alarms,
                           .slope = classifier.sensitivity - classifier.alarms,
                           .spread = classifier.spread,
                           .usual = 0};
    const auto curve = share_likelihood(share, flagged, of);
    for (std::size_t g = 0; g < sum.size(); ++g) sum[g] += curve[g];
  }
  evidence.typical = typical;
  evidence.engagement = sum;
  return evidence;
}

}  // namespace plumb::signals
