#include "estimate.hpp"

#include <algorithm>

#include "prior.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

using model::GammaCurve;
using model::PhiCurve;

/// exp of the ratios' likelihood, for each γ over φ.
using RateTable = std::array<PhiCurve, model::gamma_cells>;

template <class Curve>
void add(Curve& sum, const Curve& curve, double weight) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * curve[i];
}

/// ln likelihood of one ratio in the row of one γ. The observation moves instead of the mean.
void add_rate(PhiCurve& sum, const RateEvidence& rate, double gamma, double weight) {
  const double organic = log(std::max(1.0 - gamma, 0.05));
  const auto curve = location_likelihood(rate.observed + rate.follows_gamma * organic, rate.mean, rate.scale, odds_cap());
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * curve[i];
}

/// @return whether any ratio was taken
bool fill_rates(RateTable& table, std::span<const Found> found, const Selection& selection) {
  bool any = false;
  for (auto& row : table) row.fill(0);
  for (const auto& f : found) {
    if (!f.evidence.rate || !selection.takes(f)) continue;
    any = true;
    for (std::size_t g = 0; g < table.size(); ++g) {
      add_rate(table[g], *f.evidence.rate, model::gamma_at(g), f.signal->weight);
    }
  }
  if (!any) return false;
  for (auto& row : table) {
    const double top = *std::max_element(row.begin(), row.end());
    for (double& cell : row) cell = exp(cell - top);
  }
  return true;
}

/// Σ_γ p(γ) p(φ | γ) with p(φ | γ) ∝ exp(log_weight) · rate.
PhiCurve average(const PhiCurve& log_weight, const RateTable* rates, const GammaCurve& gamma) {
  PhiCurve weight{}, out{};
  normalise(log_weight, weight);
  if (rates == nullptr) return weight;
  for (std::size_t g = 0; g < gamma.size(); ++g) {
    const PhiCurve& row = (*rates)[g];
    double sum = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * row[i];
    const double scale = gamma[g] / sum;
    for (std::size_t i = 0; i < weight.size(); ++i) out[i] += scale * weight[i] * row[i];
  }
  return out;
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

GammaCurve Estimate::gamma(const Selection& selection) const {
  GammaCurve log_weight{}, out{};
  for (std::size_t g = 0; g < out.size(); ++g) log_weight[g] = log(gamma_prior()[g]);
  for (const auto& f : found_) {
    if (f.evidence.engagement && selection.takes(f)) add(log_weight, *f.evidence.engagement, f.signal->weight);
  }
  normalise(log_weight, out);
  return out;
}

PhiCurve Estimate::phi(const Selection& selection) const { return phi(selection, nullptr); }
PhiCurve Estimate::phi_with_sample(const PhiCurve& sample) const { return phi({}, &sample); }

PhiCurve Estimate::phi(const Selection& selection, const PhiCurve* extra_sample) const {
  PhiCurve base{}, sample{};
  bool sampled = false;
  for (std::size_t i = 0; i < base.size(); ++i) base[i] = log(phi_prior()[i]);
  for (const auto& f : found_) {
    if (!f.evidence.audience || !selection.takes(f)) continue;
    const bool is_sample = f.signal->family == Family::people;
    sampled = sampled || is_sample;
    add(is_sample ? sample : base, *f.evidence.audience, f.signal->weight);
  }
  if (extra_sample != nullptr) {
    add(sample, *extra_sample, 1.0);
    sampled = true;
  }
  RateTable table;
  const RateTable* rates = fill_rates(table, found_, selection) ? &table : nullptr;
  const GammaCurve gammas = rates != nullptr ? gamma(selection) : gamma_prior();
  PhiCurve out = average(base, rates, gammas);
  if (!sampled) return out;
  for (std::size_t i = 0; i < base.size(); ++i) base[i] += sample[i];
  const PhiCurve with = average(base, rates, gammas);
  const double epsilon = sample_contamination();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = epsilon * out[i] + (1 - epsilon) * with[i];
  return out;
}

}  // namespace plumb
