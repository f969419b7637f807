#include "estimate.hpp"

#include <algorithm>

#include "base/wide.hpp"
#include "signals/rates.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"
#include "stats/prior.hpp"

namespace plumb {
namespace {

using model::GammaCurve;
using model::PhiCurve;

template <class Curve>
void add(Curve& sum, const Curve& curve, double weight) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * curve[i];
}

/// In four sums, none of which waits for another one.
inline double sum_of(const PhiCurve& curve) {
  std::array<double, 4> sums{};
  std::size_t i = 0;
  for (; i + sums.size() <= curve.size(); i += sums.size()) {
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += curve[i + k];
  }
  for (; i < curve.size(); ++i) sums[0] += curve[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Adds p(γ) p(φ | γ), with p(φ | γ) ∝ weight · the product of the likelihoods.
PLUMB_WIDE void add_row(PhiCurve& out, double probability, const PhiCurve& weight,
                        std::span<const PhiCurve* const> likelihoods) {
  PhiCurve row = weight;
  for (const PhiCurve* likelihood : likelihoods) {
    for (std::size_t i = 0; i < row.size(); ++i) row[i] *= (*likelihood)[i];
  }
  const double scale = probability / sum_of(row);
  for (std::size_t i = 0; i < row.size(); ++i) out[i] += scale * row[i];
}

/// exp(weight · ln likelihood) of one ratio over φ, at one γ, up to a factor.
PhiCurve rate_row(const RateEvidence& rate, double gamma, double weight) {
  // The observation moves instead of the mean: what is organic of it is (1 − γ).
  const double organic = log(std::max(1.0 - gamma, model::prior("share.least_real")));
  const auto curve = signals::rate_likelihood(rate, rate.observed + rate.follows_gamma * organic);
  const double top = *std::max_element(curve.begin(), curve.end());
  PhiCurve out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = weight * (curve[i] - top);
  exp_each(out);
  return out;
}

const GammaCurve& log_gamma_prior() {
  static const GammaCurve values = [] {
    GammaCurve out{};
    for (std::size_t g = 0; g < out.size(); ++g) out[g] = log(gamma_prior()[g]);
    return out;
  }();
  return values;
}

const PhiCurve& log_phi_prior() {
  static const PhiCurve values = [] {
    PhiCurve out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = log(phi_prior()[i]);
    return out;
  }();
  return values;
}

}  // namespace

double sample_contamination() {
  static const double epsilon = [] {
    const double above = mass_above(phi_prior(), model::prior("threshold.phi"));
    const double least = std::min(above, 1 - above);
    return 1 / (1 + (model::prior("signal.odds") - 1) * least);
  }();
  return epsilon;
}

Estimate::Estimate(std::span<const Found> found) : found_(found) {
  for (const auto& f : found_) {
    if (!f.evidence.rate) continue;
    rates_.emplace_back(&f, RateTable{});
    RateTable& table = rates_.back().second;
    for (std::size_t g = 0; g < table.size(); ++g) {
      // A ratio without γ in it is the same for each.
      table[g] = g > 0 && f.evidence.rate->follows_gamma == 0
                     ? table[0]
                     : rate_row(*f.evidence.rate, model::gamma_at(g), f.signal->weight);
    }
  }
}

GammaCurve Estimate::gamma(const Selection& selection) const {
  GammaCurve log_weight = log_gamma_prior(), out{};
  for (const auto& f : found_) {
    if (!selection.takes(f)) continue;
    if (selection.check && f.evidence.apart) {
      add(log_weight, *f.evidence.apart, 1.0);
      continue;
    }
    if (f.evidence.engagement) add(log_weight, *f.evidence.engagement, f.signal->weight);
  }
  normalise(log_weight, out);
  return out;
}

GammaCurve Estimate::gamma_told(const Selection& selection) const {
  const auto told = [](GammaCurve curve) {
    double sum = 0;
    for (std::size_t g = 0; g < curve.size(); ++g) sum += curve[g] *= gamma_told_prior()[g] / gamma_prior()[g];
    for (double& cell : curve) cell /= sum;
    return curve;
  };
  Selection without_comments = selection;
  without_comments.without_comments = true;
  GammaCurve out = told(gamma(selection));
  const GammaCurve apart = told(gamma(without_comments));
  for (std::size_t g = 0; g < out.size(); ++g) out[g] += model::prior("gamma.told.apart") * (apart[g] - out[g]);
  return out;
}

/// Σ_γ p(γ) p(φ | γ) with p(φ | γ) ∝ exp(log_weight) · the ratios' likelihood.
PhiCurve Estimate::average(const PhiCurve& log_weight, const Selection& selection, const GammaCurve& gammas) const {
  PhiCurve weight{}, out{};
  normalise(log_weight, weight);
  std::vector<const PhiCurve*> rows;
  for (const auto& [found, table] : rates_) {
    if (selection.takes(*found)) rows.push_back(table.data());
  }
  if (rows.empty()) return weight;
  for (const double gamma : gammas) {
    add_row(out, gamma, weight, rows);
    for (const PhiCurve*& row : rows) ++row;
  }
  return out;
}

SamplesApart Estimate::samples_apart(const Selection& selection) const {
  SamplesApart known{.selection = selection, .gamma = gamma(selection), .log_weight = log_phi_prior()};
  for (const auto& f : found_) {
    if (!selection.takes(f)) continue;
    if (selection.check && f.evidence.apart_audience) add(known.log_weight, *f.evidence.apart_audience, 1.0);
    if (!f.evidence.audience) continue;
    const bool is_sample = f.signal->family == Family::people;
    known.sampled = known.sampled || is_sample;
    add(is_sample ? known.sample : known.log_weight, *f.evidence.audience, f.signal->weight);
  }
  known.phi = average(known.log_weight, selection, known.gamma);
  return known;
}

PhiCurve Estimate::sampled_phi(const SamplesApart& known) const {
  PhiCurve log_weight = known.log_weight, out{};
  add(log_weight, known.sample, 1.0);
  const PhiCurve with = average(log_weight, known.selection, known.gamma);
  const double epsilon = sample_contamination();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = epsilon * known.phi[i] + (1 - epsilon) * with[i];
  return out;
}

PhiCurve Estimate::phi(const Selection& selection) const {
  const SamplesApart known = samples_apart(selection);
  return known.sampled ? sampled_phi(known) : known.phi;
}

PhiCurve Estimate::phi_with_sample(const SamplesApart& known, const PhiCurve& sample) const {
  SamplesApart more = known;
  add(more.sample, sample, 1.0);
  return sampled_phi(more);
}

}  // namespace plumb
