/// @file
/// @brief One posterior over φ and γ from all signals.
///
/// γ (the share of the engagement that is not organic) is learned from the signals on engagement alone. φ (the share
/// of the followers that are not real, reachable people) is learned for each γ from the signals on the audience and
/// from the ratios to the followers, where organic engagement is (1 − γ) of what is shown, and then averaged over γ.
/// Nothing flows back from the ratios to γ: else followers that never engage would make the engagement look better.
///
/// A sample of people is not drawn at random. With the fixed probability ε it says nothing:
/// p(φ) = ε · p(φ | all but the sample) + (1 − ε) · p(φ | all), where ε is such that the sample moves the prior odds
/// of φ > 0.3 by no more than 20 : 1.
#pragma once

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "base/model.hpp"
#include "report/report.hpp"
#include "signals/signal.hpp"

namespace plumb {

/// A signal and what it found.
struct Found {
  const Signal* signal = nullptr;
  Evidence evidence;

  bool informs_phi() const { return evidence.audience || evidence.rate; }
  bool informs_gamma() const { return evidence.engagement.has_value(); }
};

/// Which signals a posterior is made from.
struct Selection {
  const Found* without = nullptr;  ///< leave one out
  const Found* only = nullptr;     ///< take this one alone
  bool for_verdict = false;        ///< only those that count for the verdict
  std::optional<CheckId> check{};  ///< only those that this check rests on, with what they say to it apart
  bool without_comments = false;   ///< none that looks at the comments themselves

  bool takes(const Found& found) const {
    return &found != without && (only == nullptr || only == &found) &&
           (!for_verdict || found.signal->counts_for_verdict) && (!check || found.signal->serves(*check)) &&
           !(without_comments &&
             (found.signal->family == Family::comments || found.signal->family == Family::conversation));
  }
};

/// What a selection of the signals says of φ, with the samples of people held apart.
struct SamplesApart {
  Selection selection{};
  model::GammaCurve gamma{};     ///< probabilities of the cells of γ
  model::PhiCurve log_weight{};  ///< over φ, without samples and ratios
  model::PhiCurve phi{};         ///< probabilities of the cells of φ without samples, averaged over γ
  model::PhiCurve sample{};      ///< the samples' ln likelihood over φ
  bool sampled = false;
};

/// The posterior of any selection of the signals found.
class Estimate {
 public:
  /// @param found  outlives the estimate
  explicit Estimate(std::span<const Found> found);

  /// Probabilities of the cells of γ.
  model::GammaCurve gamma(const Selection& selection = {}) const;

  /// The same as figures are told: from the wider prior (gamma_told_prior), and with the probability
  /// `gamma.told.apart` without what the comments say, for who scripts comments may have left the likes alone.
  model::GammaCurve gamma_told(const Selection& selection = {}) const;

  /// Probabilities of the cells of φ, averaged over γ.
  model::PhiCurve phi(const Selection& selection = {}) const;

  /// What phi is made from, for phi_with_sample.
  SamplesApart samples_apart(const Selection& selection = {}) const;

  /// The same with one more sample of people, as ln likelihood over φ: what would be known then.
  model::PhiCurve phi_with_sample(const SamplesApart& known, const model::PhiCurve& sample) const;

 private:
  /// exp of a ratio's weighted likelihood, for each γ over φ.
  using RateTable = std::array<model::PhiCurve, model::gamma_cells>;

  std::span<const Found> found_;
  std::vector<std::pair<const Found*, RateTable>> rates_;

  model::PhiCurve sampled_phi(const SamplesApart& known) const;
  model::PhiCurve average(const model::PhiCurve& log_weight, const Selection& selection,
                          const model::GammaCurve& gamma) const;
};

/// ε: the probability that a sample of people says nothing.
double sample_contamination();

}  // namespace plumb
