/// @file
/// @brief Likelihoods that the signals share: of a share of comments or posts, and tilts for what only hints.
#pragma once

#include <span>

#include "signal.hpp"

namespace plumb::signals {

/// How a share behaves as γ rises from 0 to 1: mean `base + slope·γ`, spread between honest accounts.
struct ShareModel {
  double base = 0, slope = 0, spread = 0;
  double usual =
      model::prior("usual.share");  ///< steepest ln for γ from 0 to 1 by which a usual share speaks for a low γ
};

/// ln likelihood over γ of `count` of `of`. Normal around the mean with the spread and the sampling error of a share
/// near the base; log-concave, tails as odds_cap() asks. More counted always speaks for a higher γ. A usual share speaks
/// for a low γ by no more than `usual`: likes can be bought without comments.
/// The share is counted as if `share.pseudo` more at the base were there, so that few are weak evidence and nothing
/// appears at once when a number is reached.
model::GammaCurve share_likelihood(const ShareModel& share, double count, double of);

/// ln likelihood over γ of an observation around usual·γ: what a quantity that is `usual` for organic engagement and 0
/// for inorganic lacks of it.
model::GammaCurve lack_likelihood(double lack, double usual, double scale);

/// ln likelihood over γ of an observation whose mean is ln(1 − γ) (a ratio or a spread that inorganic likes lower)
/// around 0. Values above 0 count as 0, and what is usual says nothing: else likes that are bought could turn a signal on
/// that speaks for them.
model::GammaCurve lowered_by_gamma(double log_observed, double scale);

/// The same for what inorganic likes raise: mean −ln(1 − γ); values below 0 count as 0, and those near 0 speak for a low
/// γ by no more than `usual.ratio`.
model::GammaCurve raised_by_gamma(double log_observed, double scale);

/// ln likelihood `strength·γ`, for what hints at organic (below 0) or inorganic engagement without a known spread.
/// @param strength  ln odds between γ = 1 and γ = 0, a judgement; cut to ±odds_cap()
model::GammaCurve gamma_tilt(double strength);

/// The same over φ.
model::PhiCurve phi_tilt(double strength);

/// Where a value lies between `from` (0) and `to` (1), cut to that.
double part_between(double value, double from, double to);

/// Spearman's rank correlation with mean ranks for ties; 0 where one side does not vary.
double rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace plumb::signals
