/// @file
/// @brief How likely one account is not a real, reachable person, from what a list shows of it.
///
/// The concept is "bought or ghost follower"; an automated broadcaster is another concept and is never scored.
/// Additive scorecards, monotone in each feature, one for each class of visibility; fitted by `plumb_fit`
/// (tests/calibration) and embedded from wasm/data/people_scorecard.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "snapshot/snapshot.hpp"
#include "stats/scorecard.hpp"

namespace plumb {

/// What could be seen of an account decides which table judges it.
enum class Visibility : std::uint8_t { names_only, counts };

struct PersonScore {
  double atypical = 0;  ///< calibrated probability in [0, 1]
  /// How far the account counts as flagged, in [0, 1]: a steep function of the ln odds. Its sum over a sample is the
  /// count to which the rates of wasm/data/people_sensitivity.tsv belong (Σ flag, not the number above some 0.5:
  /// a soft count moves less between populations).
  double flag = 0;
  Visibility visibility = Visibility::names_only;
};

/// Scores one account. `counts` needs followers and following; else names only.
/// @param captured_at  time of the snapshot, for the account's age; unknown contributes nothing
/// @param platform     a short text counts less than a picture or a video: the posts are put on one scale
/// @return empty when nothing but the relation is known
std::optional<PersonScore> score_person(const Person& person, std::optional<Time> captured_at, Platform platform);

/// Scores all people of a snapshot, in their order.
std::vector<std::optional<PersonScore>> score_people(const Snapshot& snapshot);

/// The visible features, in the order of the tables. Ratios are of (a + 1) / (b + 1).
enum class PersonFeature : std::uint8_t {
  followers,                ///< accounts that follow this one
  following,                ///< accounts that this one follows
  posts,                    ///< posts or videos; short texts ÷ 10
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
inline constexpr std::array<std::string_view, person_feature_count> person_feature_names = {"followers",
                                                                                            "following",
                                                                                            "posts",
                                                                                            "following_per_follower",
                                                                                            "following_per_post",
                                                                                            "avatar",
                                                                                            "handle_digits",
                                                                                            "handle_digit_share",
                                                                                            "bio_length",
                                                                                            "is_private",
                                                                                            "verified",
                                                                                            "age_days",
                                                                                            "name_digits",
                                                                                            "name_in_handle",
                                                                                            "handle_odd_letters"};

/// Feature values; NaN where unknown.
struct PersonFeatures {
  std::array<double, person_feature_count> value;
  PersonFeatures();
  double& operator[](PersonFeature f) { return value[static_cast<std::size_t>(f)]; }
  double operator[](PersonFeature f) const { return value[static_cast<std::size_t>(f)]; }
};

/// Reads the features of one account; unknown stays NaN.
PersonFeatures person_features(const Person& person, std::optional<Time> captured_at, Platform platform);

/// What the flags of a table are worth. The share flagged moves between populations (Gelman & Carpenter 2020), which
/// `spread` holds.
struct FlagRates {
  double sensitivity = 0;  ///< mean of Σ flag ÷ n among accounts that are no real, reachable person's
  double alarms = 0;       ///< mean of Σ flag ÷ n among real ones
  double spread = 0;       ///< standard deviation of Σ flag ÷ n between populations of real people
  double spread_others = 0;  ///< the same between populations of accounts that are no real, reachable person's

  /// Mean share flagged of a population with this φ.
  double flagged(double phi) const { return alarms + phi * (sensitivity - alarms); }
};

/// One table and how its ln odds become a flag: logistic((ln odds − centre) ÷ spread).
struct PersonTable {
  Scorecard card;
  double flag_centre = 0, flag_spread = 1;
  FlagRates rates;
};

struct PersonModel {
  PersonTable counts, names;
};

/// The fitted scorecards. Calibration links another definition, to leave a population out.
const PersonModel& person_model();

}  // namespace plumb
