/// @file
/// @brief Fits monotone additive scorecards: logistic regression on steps whose signs are fixed beforehand.
#pragma once

#include <string>
#include <vector>

#include "core/stats/scorecard.hpp"

namespace calibration {

/// One feature's steps. `sign` +1: more of it is more atypical, −1: less. `ridge` multiplies the penalty on its steps.
struct FeatureSteps {
  std::uint8_t feature;
  int sign;
  std::vector<double> cuts;  ///< ascending; the first step begins below the first cut
  double ridge = 1;
};

struct Example {
  std::vector<double> features;  ///< NaN where unknown
  bool positive = false;
  double weight = 1;
  int set = 0;  ///< data set: each has its own intercept, for its share of positives is the collector's choice
};

/// A fitted card owns its rows; `card()` views them.
struct FittedScorecard {
  double intercept = 0;
  std::vector<plumb::ScorecardRow> rows;
  plumb::Scorecard card() const { return {intercept, rows}; }
};

/// @param ridge       penalty on the squared steps, in units of the summed weight
/// @param prevalence  share of positives at which the intercept makes the probabilities right
/// @return points centred on the weighted mean of the known values, rounded to 1e-3: an unknown feature is neutral
FittedScorecard fit_scorecard(const std::vector<Example>& examples, const std::vector<FeatureSteps>& steps,
                              double ridge, double prevalence);

/// ln odds that are right on unseen data: shift + slope · ln odds.
struct Recalibration {
  double slope = 1, shift = 0;
};

/// Platt's recalibration of scores that were made by cards which had not seen their examples.
/// @param weights     one for each score
/// @param prevalence  share of positives at which the probabilities are right
Recalibration recalibrate(const std::vector<double>& scores, const std::vector<bool>& positive,
                          const std::vector<double>& weights, double prevalence);

/// Applies it to all points and the intercept, rounded to 1e-3.
void apply(const Recalibration& recalibration, FittedScorecard& card);

/// Scores an example with a card: ln odds.
double score(const FittedScorecard& card, std::span<const double> features);

/// Area under the ROC curve; ties count half. NaN where one class is empty.
double auc(const std::vector<double>& scores, const std::vector<bool>& positive);

/// Detection at a share of false alarms: how many positives lie above the score that no more of the negatives exceed.
/// @return a share; NaN without positives
double found_at(double false_share, std::vector<double> negatives, const std::vector<double>& positives);

}  // namespace calibration
