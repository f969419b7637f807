/// @file
/// @brief The person scorecards: which features, which steps, which data, and who is left out.
#pragma once

#include <string>
#include <vector>

#include "data_files.hpp"
#include "scorecard_fit.hpp"

namespace calibration {

/// The two tables of one fit; owns what the core's PersonModel views.
struct FittedPeople {
  FittedScorecard counts, names;
  std::vector<std::string> sources;
  plumb::PersonModel view() const { return {counts.card(), names.card()}; }
};

/// Fits both tables on all populations but `left_out` (-1: none).
FittedPeople fit_people(const std::vector<Population>& populations, int left_out);

/// Features of a person as the counts table, or as the names table sees them (counts blanked).
plumb::PersonFeatures visible_features(const LabelledPerson& person, plumb::Visibility visibility);

}  // namespace calibration
