#include "scorecard_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace calibration {
namespace {

/// One step function: 1 on one side of a cut, 0 on the other and where the value is unknown.
struct Step {
  std::size_t feature_index;
  double cut;
  bool above;
  double ridge;
  double beta = 0;
  std::vector<std::uint32_t> active;  ///< examples on its side
};

double logistic(double z) { return 1 / (1 + std::exp(-z)); }

std::vector<Step> make_steps(const std::vector<Example>& examples, const std::vector<FeatureSteps>& features) {
  std::vector<Step> steps;
  for (std::size_t f = 0; f < features.size(); ++f) {
    for (double cut : features[f].cuts) {
      Step s{f, cut, features[f].sign > 0, features[f].ridge, 0, {}};
      for (std::uint32_t i = 0; i < examples.size(); ++i) {
        const double x = examples[i].features[features[f].feature];
        if (s.above ? x >= cut : x < cut) s.active.push_back(i);
      }
      steps.push_back(std::move(s));
    }
  }
  return steps;
}

/// Coordinate-wise Newton steps, each held at ≥ 0: the objective is convex, so this ends at its one minimum.
struct Descent {
  const std::vector<Example>& examples;
  std::vector<Step>& steps;
  std::vector<double> z, intercepts;
  double ridge;

  double intercept_pass() {
    double moved = 0;
    for (std::size_t set = 0; set < intercepts.size(); ++set) {
      double g = 0, h = 1e-9;
      for (std::size_t i = 0; i < examples.size(); ++i) {
        if (static_cast<std::size_t>(examples[i].set) != set) continue;
        const double p = logistic(z[i]);
        g += examples[i].weight * (p - examples[i].positive);
        h += examples[i].weight * p * (1 - p);
      }
      const double d = std::clamp(-g / h, -1.0, 1.0);
      for (std::size_t i = 0; i < examples.size(); ++i) {
        if (static_cast<std::size_t>(examples[i].set) == set) z[i] += d;
      }
      intercepts[set] += d;
      moved = std::max(moved, std::abs(d));
    }
    return moved;
  }

  double step_pass() {
    double moved = 0;
    for (Step& s : steps) {
      double g = 2 * ridge * s.ridge * s.beta, h = 2 * ridge * s.ridge + 1e-9;
      for (std::uint32_t i : s.active) {
        const double p = logistic(z[i]);
        g += examples[i].weight * (p - examples[i].positive);
        h += examples[i].weight * p * (1 - p);
      }
      const double next = std::max(0.0, s.beta + std::clamp(-g / h, -1.0, 1.0));
      const double d = next - s.beta;
      if (d == 0) continue;
      for (std::uint32_t i : s.active) z[i] += d;
      s.beta = next;
      moved = std::max(moved, std::abs(d));
    }
    return moved;
  }
};

double rounded(double x) { return std::round(x * 1000) / 1000 + 0.0; }

/// Points of one feature from its steps, centred on the mean over the examples where it is known.
void add_rows(const FeatureSteps& feature, const std::vector<Step>& steps, std::size_t index,
              const std::vector<Example>& examples, std::vector<plumb::ScorecardRow>& rows, double& centre_sum) {
  std::vector<double> from{-std::numeric_limits<double>::infinity()};
  from.insert(from.end(), feature.cuts.begin(), feature.cuts.end());
  std::vector<double> points(from.size(), 0);
  for (const Step& s : steps) {
    if (s.feature_index != index) continue;
    for (std::size_t k = 0; k < from.size(); ++k) {
      if (s.above ? from[k] >= s.cut : from[k] < s.cut) points[k] += s.beta;
    }
  }
  double sum = 0, weight = 0;
  for (const Example& e : examples) {
    const double x = e.features[feature.feature];
    if (std::isnan(x)) continue;
    const auto k = std::upper_bound(from.begin(), from.end(), x) - from.begin() - 1;
    sum += e.weight * points[static_cast<std::size_t>(k)];
    weight += e.weight;
  }
  const double centre = weight > 0 ? sum / weight : 0;
  centre_sum += centre;
  for (std::size_t k = 0; k < from.size(); ++k) {
    if (k && rounded(points[k] - centre) == rows.back().points) continue;
    rows.push_back({feature.feature, k ? from[k] : 0.0, rounded(points[k] - centre)});
  }
}

/// The intercept that makes the mean probability right when positives are `prevalence` of the weight.
double calibrated_intercept(const FittedScorecard& card, const std::vector<Example>& examples, double prevalence) {
  double positives = 0, negatives = 0;
  for (const Example& e : examples) (e.positive ? positives : negatives) += e.weight;
  double low = -20, high = 20;
  for (int round = 0; round < 60; ++round) {
    const double mid = (low + high) / 2;
    double mean = 0;
    for (const Example& e : examples) {
      const double w = e.positive ? e.weight * prevalence / positives : e.weight * (1 - prevalence) / negatives;
      mean += w * logistic(score(card, e.features) + mid);
    }
    (mean > prevalence ? high : low) = mid;
  }
  return rounded((low + high) / 2);
}

}  // namespace

FittedScorecard fit_scorecard(const std::vector<Example>& examples, const std::vector<FeatureSteps>& features,
                              double ridge, double prevalence) {
  std::vector<Step> steps = make_steps(examples, features);
  int sets = 0;
  double weight = 0;
  for (const Example& e : examples) sets = std::max(sets, e.set + 1), weight += e.weight;
  Descent descent{examples, steps, std::vector<double>(examples.size(), 0), std::vector<double>(sets, 0),
                  ridge * weight};
  for (int pass = 0; pass < 400; ++pass) {
    const double moved = std::max(descent.intercept_pass(), descent.step_pass());
    if (moved < 1e-5) break;
  }
  FittedScorecard card;
  double centre_sum = 0;
  for (std::size_t f = 0; f < features.size(); ++f) add_rows(features[f], steps, f, examples, card.rows, centre_sum);
  card.intercept = calibrated_intercept(card, examples, prevalence);
  return card;
}

Recalibration recalibrate(const std::vector<double>& scores, const std::vector<bool>& positive,
                          const std::vector<double>& weights, double prevalence) {
  double of[2] = {0, 0};
  for (std::size_t i = 0; i < scores.size(); ++i) of[positive[i]] += weights[i];
  Recalibration r;
  for (int pass = 0; pass < 100; ++pass) {
    double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const double w = weights[i] * (positive[i] ? prevalence / of[1] : (1 - prevalence) / of[0]);
      const double p = logistic(r.shift + r.slope * scores[i]);
      const double d = w * (p - positive[i]), h = w * p * (1 - p);
      g0 += d, g1 += d * scores[i];
      h00 += h, h01 += h * scores[i], h11 += h * scores[i] * scores[i];
    }
    const double det = h00 * h11 - h01 * h01;
    const double step0 = (h11 * g0 - h01 * g1) / det, step1 = (h00 * g1 - h01 * g0) / det;
    r.shift -= std::clamp(step0, -0.5, 0.5);
    r.slope -= std::clamp(step1, -0.2, 0.2);
  }
  return r;
}

void apply(const Recalibration& r, FittedScorecard& card) {
  for (plumb::ScorecardRow& row : card.rows) row.points = rounded(r.slope * row.points);
  card.intercept = rounded(r.shift + r.slope * card.intercept);
}

double score(const FittedScorecard& card, std::span<const double> features) {
  return plumb::scorecard_sum(card.card(), features);
}

double auc(const std::vector<double>& scores, const std::vector<bool>& positive) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] < scores[b]; });
  double rank_sum = 0, positives = 0;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t j = i;
    while (j < order.size() && scores[order[j]] == scores[order[i]]) ++j;
    const double rank = (static_cast<double>(i) + static_cast<double>(j) + 1) / 2;
    for (std::size_t k = i; k < j; ++k) {
      if (positive[order[k]]) rank_sum += rank, ++positives;
    }
    i = j;
  }
  const double negatives = static_cast<double>(scores.size()) - positives;
  if (positives == 0 || negatives == 0) return std::numeric_limits<double>::quiet_NaN();
  return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives);
}

double found_at(double false_share, std::vector<double> negatives, const std::vector<double>& positives) {
  std::sort(negatives.rbegin(), negatives.rend());
  const double bar = negatives[static_cast<std::size_t>(false_share * static_cast<double>(negatives.size()))];
  const auto above = std::count_if(positives.begin(), positives.end(), [&](double x) { return x > bar; });
  return static_cast<double>(above) / static_cast<double>(positives.size());
}

}  // namespace calibration
