#include "shares.hpp"

#include <algorithm>

#include "stats/elementary.hpp"
#include "stats/posterior.hpp"
#include "stats/prior.hpp"

namespace plumb::signals {
namespace {

using model::GammaCurve;

GammaCurve linear_mean() {
  GammaCurve mean{};
  for (std::size_t g = 0; g < mean.size(); ++g) mean[g] = model::gamma_at(g);
  return mean;
}

/// −ln(1 − γ), up to where nothing is left to learn.
GammaCurve lifted_mean() {
  GammaCurve mean{};
  for (std::size_t g = 0; g < mean.size(); ++g)
    mean[g] = -log(std::max(1.0 - model::gamma_at(g), model::prior("share.least_real")));
  return mean;
}

/// The steepest b for which the tilt exp(±b·mean) moves the prior odds of γ > 0.3 by no more than odds_cap().
/// No log-concave likelihood with a slope of at most b in `mean` moves them further.
double steepest_tilt(const GammaCurve& mean) {
  const auto change = [&mean](double b) {
    GammaCurve log_weight{}, p{};
    for (std::size_t g = 0; g < p.size(); ++g) log_weight[g] = log(gamma_prior()[g]) + b * mean[g];
    normalise(log_weight, p);
    const double after = mass_above(p, model::prior("threshold.gamma"));
    const double before = mass_above(gamma_prior(), model::prior("threshold.gamma"));
    return log(after / (1 - after)) - log(before / (1 - before));
  };
  double low = 0, high = 40;
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (low + high);
    const bool inside = change(middle) <= odds_cap() && change(-middle) >= -odds_cap();
    (inside ? low : high) = middle;
  }
  return low;
}

double steepest_linear() {
  static const double b = steepest_tilt(linear_mean());
  return b;
}
double steepest_lifted() {
  static const double b = steepest_tilt(lifted_mean());
  return b;
}

/// @param usual  steepest slope, in ln for each unit of the mean, of what looks usual
GammaCurve location(double y, const GammaCurve& mean, double scale, double steepest, double usual) {
  const auto [least, most] = std::minmax_element(mean.begin(), mean.end());
  const double range = *most - *least;
  const auto curve = location_likelihood(y, mean, scale, steepest * range, usual * range);
  GammaCurve out{};
  std::copy(curve.begin(), curve.end(), out.begin());
  return out;
}

}  // namespace

GammaCurve share_likelihood(const ShareModel& share, double count, double of) {
  GammaCurve mean = linear_mean();
  for (double& m : mean) m = share.base + share.slope * m;
  const double all = of + model::prior("share.pseudo");
  const double seen = (count + share.base * model::prior("share.pseudo")) / all;
  const double sampling = share.base * (1 - share.base) / all;
  return location(seen, mean, sqrt(share.spread * share.spread + sampling), steepest_linear() / share.slope,
                  share.usual / share.slope);
}

GammaCurve lack_likelihood(double lack, double usual, double scale) {
  GammaCurve mean = linear_mean();
  for (double& m : mean) m *= usual;
  return location(lack, mean, scale, steepest_linear() / usual, model::prior("usual.share") / usual);
}

GammaCurve raised_by_gamma(double log_observed, double scale) {
  return location(std::max(log_observed, 0.0), lifted_mean(), scale, steepest_lifted(), model::prior("usual.ratio"));
}

GammaCurve lowered_by_gamma(double log_observed, double scale) {
  return location(std::max(-log_observed, 0.0), lifted_mean(), scale, steepest_lifted(), 0);
}

GammaCurve gamma_tilt(double strength) {
  GammaCurve out = linear_mean();
  for (double& value : out) value *= std::clamp(strength, -odds_cap(), odds_cap());
  return out;
}

model::PhiCurve phi_tilt(double strength) {
  model::PhiCurve out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = std::clamp(strength, -odds_cap(), odds_cap()) * model::phi_at(i);
  return out;
}

double part_between(double value, double from, double to) { return std::clamp((value - from) / (to - from), 0.0, 1.0); }

double rank_correlation(std::span<const double> a, std::span<const double> b) {
  // As many lie below as stand before the first equal one; equal ones share the middle of their places. From their mean.
  const double centre = 0.5 * (static_cast<double>(a.size()) - 1);
  const auto ranks = [centre](std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end()), out;
    std::sort(sorted.begin(), sorted.end());
    for (const double v : values) {
      const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), v);
      const auto place = static_cast<double>(first - sorted.begin()) + 0.5 * (static_cast<double>(last - first) - 1);
      out.push_back(place - centre);
    }
    return out;
  };
  const auto x = ranks(a), y = ranks(b);
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += x[i] * y[i];
    xx += x[i] * x[i];
    yy += y[i] * y[i];
  }
  return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : 0;
}

}  // namespace plumb::signals
