/// @file
/// @brief The share of people in a sample that look like no real, reachable person, as evidence on φ.
#pragma once

#include "signal.hpp"

namespace plumb::signals {

using Classifier = FlagRates;

/// How well accounts of one visibility are told apart.
Classifier classifier_of(Visibility visibility);

/// Σ flag of the people seen (PersonScore::flag), and how many they are.
struct SampleCount {
  double flagged = 0, of = 0;
};

/// ln likelihood over φ of a sample of followers and one of commenters and likers (up to a constant):
/// ∫ Binomial(flagged; of, q) p(q | φ) dq, where the share flagged q is normal around Classifier::flagged(φ), cut to
/// (0, 1); for commenters φ is `people.commenters_part`·φ.
///
/// The spread falls with φ only as far as the family stays ordered by likelihood ratio (two spreads, one for each rate,
/// would not be): more flagged people always raise the likelihood of a higher φ relative to a lower one, whatever else is
/// known.
/// Samples above `people.cap` count as that many: lists are not drawn at random, and come newest first.
model::PhiCurve sample_likelihood(Visibility visibility, SampleCount followers, SampleCount others);

/// The people seen of one visibility class, as sample_likelihood() counts them.
struct PeopleSeen {
  SampleCount followers, others;  ///< others: commenters and likers
};
PeopleSeen people_seen(const Observed& observed, Visibility visibility);

/// The signal of one visibility class.
std::optional<Evidence> people_of(const Observed& observed, Visibility visibility);

}  // namespace plumb::signals
