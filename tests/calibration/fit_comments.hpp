/// @file
/// @brief The comment scorecard: which features, which steps, which data, and who is left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/comments/comment_kinds.hpp"
#include "data_files.hpp"
#include "scorecard_fit.hpp"

namespace calibration {

/// Share of spam at which the probabilities are right. Far below the halves of the labelled sets, whose shares are the
/// collectors' choice: on an ordinary page few comments are spam, and the innocent are to be protected.
inline constexpr double spam_prevalence = 0.1;

/// Comments as the core measures them: each group (video, fold) is one snapshot.
struct MeasuredSet {
  std::string name, source;
  int year = 0;
  std::vector<std::vector<double>> features;
  std::vector<bool> spam;
  std::vector<std::string> group;
};

MeasuredSet measure_set(const CommentSet& set);

/// Whether the comments of a group of a set belong to the fit.
using Keep = std::function<bool(int set, const std::string& group)>;

/// Fits on all comments that `keep` takes; both classes of each set weigh the same.
FittedScorecard fit_comments(const std::vector<MeasuredSet>& sets, const Keep& keep);

/// The table as it is committed: fitted on everything, recalibrated on groups left out.
FittedScorecard fit_comment_table(const std::vector<MeasuredSet>& sets);

/// Scores of the comments of one set (of one group, where given) with their labels.
struct ScoredComments {
  std::vector<double> scores;
  std::vector<bool> spam;
  double auc() const { return calibration::auc(scores, spam); }
};
ScoredComments score_set(const FittedScorecard& card, const MeasuredSet& set, const std::string& group = "");

/// Names of the groups, ascending.
std::vector<std::string> groups_of(const MeasuredSet& set);

}  // namespace calibration
