/// @file
/// @brief The share of people in a sample that look like no real, reachable person, as evidence on φ or γ.
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

/// ln likelihood over φ of a sample of followers (up to a constant):
/// ∫ Binomial(flagged; of, q) p(q | φ) dq, where the share flagged q is normal around Classifier::flagged(φ), cut to
/// (0, 1).
///
/// The spread falls with φ only as far as the family stays ordered by likelihood ratio (two spreads, one for each rate,
/// would not be): more flagged people always raise the likelihood of a higher φ relative to a lower one, whatever else is
/// known.
/// Samples above `people.cap` count as that many: lists are not drawn at random, and come newest first.
model::PhiCurve sample_likelihood(Visibility visibility, SampleCount followers);

/// The followers seen of one visibility class, as sample_likelihood() counts them.
SampleCount followers_seen(const Observed& observed, Visibility visibility);

/// The signal of the followers of one visibility class.
std::optional<Evidence> followers_of(const Observed& observed, Visibility visibility);

/// The signal of those who like, or of those who comment: they were not drawn from the followers, and speak for the
/// engagement that they are part of. The share flagged is taken for that of all of it (share_likelihood over γ).
std::optional<Evidence> engaged_people(const Observed& observed, Relation relation);

}  // namespace plumb::signals
