/// @file
/// @brief The comment scorecard: which features, which steps, which data, and who is left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "campaign_sets.hpp"
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

/// How likely a comment that could be anybody's is a scripted one, at `spam_prevalence`; each set counts the same.
/// 0 where no set has one: then nothing but the card speaks.
struct Anybodys {
  double generic = 0, emoji = 0, mention = 0;
  std::size_t n = 0;  ///< comments that this rests on
};
/// @param without  name of the set that is left out
Anybodys fit_anybodys(const std::vector<CampaignSet>& sets, const std::string& without = "");

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
