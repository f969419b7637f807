/// @file
/// @brief How likely one account is not a real, reachable person, from what a list shows of it.
///
/// The concept is "bought or ghost follower"; an automated broadcaster is another concept and is never scored.
/// Additive scorecards, monotone in each feature, one for each class of visibility; fitted by `plumb_fit`
/// (tests/calibration) and embedded from wasm/data/people.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "snapshot.hpp"

namespace plumb {

/// What could be seen of an account decides which table judges it.
enum class Visibility : std::uint8_t { names_only, counts };

struct PersonScore {
  double atypical = 0;  ///< calibrated probability in [0, 1]
  Visibility visibility = Visibility::names_only;
};

/// Scores one account. `counts` needs followers and following; else names only.
/// @param captured_at  time of the snapshot, for the account's age; unknown contributes nothing
/// @return empty when nothing but the relation is known
std::optional<PersonScore> score_person(const Person& person, std::optional<Time> captured_at);

/// The visible features, in the order of the tables. Ratios are of (a + 1) / (b + 1).
enum class PersonFeature : std::uint8_t {
  followers,                ///< accounts that follow this one
  following,                ///< accounts that this one follows
  posts,                    ///< posts, videos or statuses
  following_per_follower,   ///< ratio
  following_per_post,       ///< ratio
  avatar,                   ///< 1 where a picture was chosen, 0 where not
  handle_digits,            ///< digits in the handle
  handle_digit_share,       ///< digits ÷ characters of the handle
  bio_length,               ///< characters of the description
  is_private,               ///< 1 or 0
  verified,                 ///< 1 or 0
  age_days,                 ///< days between the account's creation and the snapshot
  name_digits,              ///< digits in the display name
  name_in_handle,           ///< share of the display name's letters, in order, that the handle repeats
  handle_odd_letters,       ///< longest run of consonants in the handle
};
inline constexpr std::size_t person_feature_count = 15;

/// Feature values; NaN where unknown.
struct PersonFeatures {
  std::array<double, person_feature_count> value;
  PersonFeatures();
  double& operator[](PersonFeature f) { return value[static_cast<std::size_t>(f)]; }
  double operator[](PersonFeature f) const { return value[static_cast<std::size_t>(f)]; }
};

/// Reads the features of one account; unknown stays NaN.
PersonFeatures person_features(const Person& person, std::optional<Time> captured_at);

/// Points that hold from `from` (inclusive) up to the next row of the same feature.
struct ScorecardRow {
  PersonFeature feature;
  double from;    ///< value of the feature
  double points;  ///< ln odds; centred, so that an unknown feature (0) is neutral
};

struct Scorecard {
  double intercept = 0;  ///< ln odds
  std::span<const ScorecardRow> rows;
};

struct PersonModel {
  Scorecard counts, names;
};

/// The fitted scorecards. Tests and calibration may link another definition.
const PersonModel& person_model();

/// Intercept + sum of the points of the known features: ln odds of being atypical.
double scorecard_sum(const Scorecard& card, const PersonFeatures& features);

}  // namespace plumb
