/// @file
/// @brief The person scorecards and the rates of their flags: which features, which data, and who is left out.
#pragma once

#include <string>
#include <vector>

#include "core/people/people.hpp"
#include "data_files.hpp"
#include "scorecard_fit.hpp"

namespace calibration {

/// Share of atypical accounts at which the probabilities are right: about the 25.8–31.1 % that SRF Data published for
/// influencers' followers, and near the prior mean of the model.
inline constexpr double person_prevalence = 0.25;

/// Rates of the flags in one population that the card had not seen.
struct PopulationRates {
  std::string population;
  double sensitivity = 0, alarm = 0;
  int fakes = 0, reals = 0;
};

/// One table: card, flag, and what its flags are worth where it was not fitted.
struct FittedPersonTable {
  FittedScorecard card;
  double flag_centre = 0, flag_spread = 1;
  std::vector<PopulationRates> rates;     ///< one for each population of the fit, by a card fitted without it
  plumb::FlagRates expected;              ///< over populations

  plumb::PersonTable view() const { return {card.card(), flag_centre, flag_spread, expected}; }
};

struct FittedPeople {
  FittedPersonTable counts, names;
  plumb::PersonModel view() const { return {counts.view(), names.view()}; }
  const FittedPersonTable& table(plumb::Visibility v) const { return v == plumb::Visibility::counts ? counts : names; }
};

/// Fits both tables on all populations but `left_out` (-1: none). Two populations at least must remain.
FittedPeople fit_people(const std::vector<Population>& populations, int left_out);

/// Features of a person as the counts table, or as the names table sees them (counts blanked).
plumb::PersonFeatures visible_features(const LabelledPerson& person, plumb::Platform platform,
                                       plumb::Visibility visibility);

/// The person as a list shows it: with counts, or names only.
plumb::Person as_shown(const LabelledPerson& person, plumb::Visibility visibility);

}  // namespace calibration
