#include "estimate.hpp"

#include <algorithm>

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

/// exp(weight · ln likelihood) of one ratio over φ, at one γ, up to a factor.
PhiCurve rate_row(const RateEvidence& rate, double gamma, double weight) {
  // The observation moves instead of the mean: what is organic of it is (1 − γ).
  const double organic = log(std::max(1.0 - gamma, model::prior("share.least_real")));
  const auto curve = signals::rate_likelihood(rate, rate.observed + rate.follows_gamma * organic);
  const double top = *std::max_element(curve.begin(), curve.end());
  PhiCurve out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = exp(weight * (curve[i] - top));
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

/// Σ_γ p(γ) p(φ | γ) with p(φ | γ) ∝ exp(log_weight) · the ratios' likelihood.
PhiCurve Estimate::average(const PhiCurve& log_weight, const Selection& selection, const GammaCurve& gammas) const {
  PhiCurve weight{}, out{};
  normalise(log_weight, weight);
  std::vector<const RateTable*> taken;
  for (const auto& [found, table] : rates_) {
    if (selection.takes(*found)) taken.push_back(&table);
  }
  if (taken.empty()) return weight;
  for (std::size_t g = 0; g < gammas.size(); ++g) {
    PhiCurve row = weight;
    double sum = 0;
    for (const RateTable* table : taken) {
      for (std::size_t i = 0; i < row.size(); ++i) row[i] *= (*table)[g][i];
    }
    for (const double cell : row) sum += cell;
    const double scale = gammas[g] / sum;
    for (std::size_t i = 0; i < row.size(); ++i) out[i] += scale * row[i];
  }
  return out;
}

PhiCurve Estimate::phi(const Selection& selection, const PhiCurve* extra_sample) const {
  PhiCurve base = log_phi_prior(), sample{};
  bool sampled = false;
  for (const auto& f : found_) {
    if (!selection.takes(f)) continue;
    if (selection.check && f.evidence.apart_audience) add(base, *f.evidence.apart_audience, 1.0);
    if (!f.evidence.audience) continue;
    const bool is_sample = f.signal->family == Family::people;
    sampled = sampled || is_sample;
    add(is_sample ? sample : base, *f.evidence.audience, f.signal->weight);
  }
  if (extra_sample != nullptr) {
    add(sample, *extra_sample, 1.0);
    sampled = true;
  }
  const GammaCurve gammas = gamma(selection);
  PhiCurve out = average(base, selection, gammas);
  if (!sampled) return out;
  for (std::size_t i = 0; i < base.size(); ++i) base[i] += sample[i];
  const PhiCurve with = average(base, selection, gammas);
  const double epsilon = sample_contamination();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = epsilon * out[i] + (1 - epsilon) * with[i];
  return out;
}

}  // namespace plumb
