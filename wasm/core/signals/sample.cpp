#include "sample.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/wide.hpp"
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

SharesByPhi shares_by_phi(const Classifier& classifier, double part) {
  SharesByPhi out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = shares_given(classifier, part * model::phi_at(i));
  return out;
}

/// Of followers. Each table is made when the first sample of its kind is seen.
template <Visibility visibility>
const SharesByPhi& follower_shares() {
  static const SharesByPhi table = shares_by_phi(classifier_of(visibility), 1);
  return table;
}

/// Of commenters and likers.
template <Visibility visibility>
const SharesByPhi& other_shares() {
  static const SharesByPhi table = shares_by_phi(classifier_of(visibility), model::prior("people.commenters_part"));
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

}  // namespace

Classifier classifier_of(Visibility visibility) {
  return visibility == Visibility::counts ? person_model().counts.rates : person_model().names.rates;
}

model::PhiCurve sample_likelihood(Visibility visibility, SampleCount followers, SampleCount others) {
  const bool counts = visibility == Visibility::counts;
  model::PhiCurve sum{};
  if (followers.of > 0) {
    add_sample(sum, counts ? follower_shares<Visibility::counts>() : follower_shares<Visibility::names_only>(),
               capped(followers));
  }
  if (others.of > 0) {
    add_sample(sum, counts ? other_shares<Visibility::counts>() : other_shares<Visibility::names_only>(),
               capped(others));
  }
  return sum;
}

PeopleSeen people_seen(const Observed& observed, Visibility visibility) {
  std::vector<double> followers, others;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || score->visibility != visibility) continue;
    // Who is not said to be a commenter or liker counts as a follower: the reading that accuses less.
    const auto relation = observed.snapshot.people[i].relation;
    (relation == Relation::commenter || relation == Relation::liker ? others : followers).push_back(score->flag);
  }
  const auto count = [](std::vector<double>& flags) {
    return SampleCount{sorted_sum(flags), static_cast<double>(flags.size())};
  };
  return {count(followers), count(others)};
}

std::optional<Evidence> people_of(const Observed& observed, Visibility visibility) {
  const auto [followers, others] = people_seen(observed, visibility);
  const double of = followers.of + others.of;
  if (of == 0) return {};
  Evidence evidence;
  double flagged = 0;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || score->visibility != visibility || score->atypical < 0.5) continue;
    flagged += 1;
    const auto& handle = observed.snapshot.people[i].handle;
    if (handle && evidence.items.size() < limits::items) evidence.items.push_back({ItemKind::person, *handle});
  }
  evidence.seen = {.value = flagged, .of = of, .unit = "people"};
  const Classifier classifier = classifier_of(visibility);
  const double reach = z_80 * classifier.spread;
  evidence.typical = Typical{of * std::max(classifier.alarms - reach, 0.0), of * (classifier.alarms + reach)};
  evidence.params.emplace_back("followers", followers.of);
  evidence.audience = sample_likelihood(visibility, followers, others);
  return evidence;
}

}  // namespace plumb::signals
