/// @file
/// @brief What the core said of a case, against what is true.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cases.hpp"
#include "core/report/report.hpp"

namespace calibration {

struct Outcome {
  double phi = 0, low = 0, mid = 0, high = 0;  ///< truth and 90 % interval of φ
  double gamma = 0;
  plumb::Verdict verdict = plumb::Verdict::not_enough;  ///< as the person is told
  bool clean = false;         ///< nothing bought
  bool asked = false;         ///< a check asks, or all signals together: not the place among peers alone
  bool shows_views = false;   ///< a post shows its views
  std::string family, visibility, pool;
  double flagged = 0, followers = 0;  ///< Σ flag of the people seen, and how many they are
  double promised = -1;       ///< width that `narrow` promises for 30 followers; -1 where it promises nothing
  int next_post = -1;         ///< whether the prediction held the next post; -1 where there is none
  double atypical_gamma = 0;  ///< P(γ > .2)
  double real_share = 0;      ///< perPost.real ÷ perPost.shown, medians; 0 without posts
  double pit = -1, crps = -1;                      ///< of φ; -1 where the curve was not asked for
  double next_post_pit = -1, next_post_crps = -1;  ///< of ln (next post + ½); -1 where there is none
  int growth_steps = 0, growth_days = 0;

  double width() const { return high - low; }
  bool covered() const { return phi >= low - 1e-9 && phi <= high + 1e-9; }
};

/// Runs the core on a case.
/// @param with_curve  also fills pit and crps, for which the whole posterior of φ is made once more
Outcome assess_case(const Case& c, bool with_curve = false);

/// P(γ > .3) by which the check of the comments asks; `groups`: whether it hears of the groups that they form.
double comments_probability(const plumb::Snapshot& snapshot, bool groups);

/// Means over the outcomes that `take` takes; NaN where it takes none.
struct Summary {
  double n = 0, coverage = 0, error = 0, bias = 0, width = 0, unusual = 0, question = 0, asked = 0, not_enough = 0,
         crps = 0;
  double accused() const { return unusual + question; }
};
Summary summarise(const std::vector<Outcome>& outcomes, const std::function<bool(const Outcome&)>& take);

}  // namespace calibration
