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

/// ln likelihood over φ of a sample of followers and one of commenters and likers:
/// ∫∫ Binom(flagged; of, φ·Se + (1 − φ)·alarm) dSe dalarm, where for commenters φ is `people.commenters_part`·φ.
///
/// Samples above `people.cap` count as that many: lists are not drawn at random, and come newest first.
/// More flagged people always raise the likelihood of a higher φ relative to a lower one.
model::PhiCurve sample_likelihood(const Classifier& classifier, SampleCount followers, SampleCount others);

/// The signal of one visibility class.
std::optional<Evidence> people_of(const Observed& observed, Visibility visibility);

}  // namespace plumb::signals
