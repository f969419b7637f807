#include <cmath>
#include <numeric>

#include "fit_comments.hpp"
#include "fit_people.hpp"
#include "measurements.hpp"
#include "plots.hpp"

namespace calibration {
namespace {

const std::string labelled = "labelled data";

/// Mean predicted against observed share, in tenths of the prediction, at a common share of positives.
Line reliability(const std::string& name, const std::vector<double>& p, const std::vector<bool>& y, double prevalence) {
  double of[2] = {0, 0};
  for (bool b : y) ++of[b];
  Line line{name, {}, {}};
  for (int bin = 0; bin < 10; ++bin) {
    double predicted = 0, observed = 0, weight = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (std::min(9, static_cast<int>(p[i] * 10)) != bin) continue;
      const double w = y[i] ? prevalence / of[1] : (1 - prevalence) / of[0];
      predicted += w * p[i], observed += w * y[i], weight += w;
    }
    if (weight < 0.002) continue;
    line.x.push_back(predicted / weight);
    line.y.push_back(observed / weight);
  }
  return line;
}

}  // namespace

void measure_person_cards(const Setting& setting, Goals& goals) {
  const auto populations = read_populations(setting.data);
  if (populations.size() < 3)
    return goals.missing("person_auc", "AUC for one account, population never fitted on", "data missing", labelled);
  Plot plot{
      "A person's probability, population left out", "predicted", "observed share (of 25 %)", 0, 1, 0, 1, {}, true};
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    const FittedPeople fit = fit_people(populations, p);
    std::vector<double> counts, names, probability;
    std::vector<bool> fake;
    for (const LabelledPerson& x : populations[p].people) {
      counts.push_back(
          score(fit.counts.card, visible_features(x, populations[p].platform, plumb::Visibility::counts).value));
      names.push_back(
          score(fit.names.card, visible_features(x, populations[p].platform, plumb::Visibility::names_only).value));
      probability.push_back(1 / (1 + std::exp(-counts.back())));
      fake.push_back(x.fake);
    }
    const std::string& name = populations[p].name;
    goals.at_least("person_auc_" + name, "AUC for one account, counts visible: " + name + " left out",
                   auc(counts, fake), name == "srf" ? 0.92 : 0.95, labelled);
    goals.told("person_auc_names_" + name, "AUC for one account, names only: " + name + " left out",
               short_number(auc(names, fake)), labelled);
    plot.lines.push_back(reliability(name, probability, fake, person_prevalence));
  }
  write_svg(plot, setting.out / "reliability_people.svg");
}

void measure_comment_cards(const Setting& setting, Goals& goals) {
  std::vector<MeasuredSet> sets;
  for (const CommentSet& set : read_comment_sets(setting.data)) sets.push_back(measure_set(set));
  if (sets.size() < 2) return goals.missing("comment_auc", "AUC for comments", "data missing", labelled);
  Plot plot{
      "A comment's probability of spam, group left out", "predicted", "observed share (of 10 %)", 0, 1, 0, 1, {}, true};
  for (int s = 0; s < 2; ++s) {
    double own = 0, unread = 0, unread_groups = 0;
    std::vector<double> probability;
    std::vector<bool> spam;
    const auto groups = groups_of(sets[s]);
    for (const std::string& left : groups) {
      const auto card = fit_comments(sets, [&](int set, const std::string& g) { return set == s && g != left; });
      const auto all = fit_comments(sets, [&](int set, const std::string& g) { return set != s || g != left; });
      const double a = score_set(card, sets[s], left).auc();
      own += a / static_cast<double>(groups.size());
      // The lexicon was written after reading these two groups.
      if (left != "Youtube01-Psy" && left != "fold0") unread += a, ++unread_groups;
      const ScoredComments part = score_set(all, sets[s], left);
      for (double z : part.scores) probability.push_back(1 / (1 + std::exp(-z)));
      spam.insert(spam.end(), part.spam.begin(), part.spam.end());
    }
    goals.at_least("comment_auc_" + sets[s].name,
                   "AUC for comments, unseen " + std::string(s ? "folds" : "videos") + " of " + sets[s].name, own,
                   s ? 0.965 : 0.985, labelled);
    goals.told("comment_auc_unread_" + sets[s].name,
               "the same, only groups that were not read while the lexicon was written",
               short_number(unread / unread_groups), labelled);
    const auto other = fit_comments(sets, [&](int set, const std::string&) { return set != s; });
    goals.at_least("comment_auc_to_" + sets[s].name,
                   "AUC for comments, fitted on " + sets[1 - s].name + " alone, tested on " + sets[s].name,
                   score_set(other, sets[s]).auc(), s ? 0.80 : 0.92, labelled);
    goals.told("comment_auc_both_" + sets[s].name,
               "AUC for comments of " + sets[s].name + ", unseen groups, fitted on both sets (as shipped)",
               short_number(auc(probability, spam)), labelled);
    plot.lines.push_back(reliability(sets[s].name, probability, spam, spam_prevalence));
  }
  write_svg(plot, setting.out / "reliability_comments.svg");
}

}  // namespace calibration
