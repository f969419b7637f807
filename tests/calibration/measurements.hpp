/// @file
/// @brief The measurements of plumb_calibrate, one function a block of the table.
#pragma once

#include <filesystem>
#include <vector>

#include "data_files.hpp"
#include "goals.hpp"
#include "outcomes.hpp"

namespace calibration {

struct Setting {
  std::filesystem::path data, out;
  bool short_form = false;  ///< fewer cases, for the tests
};

/// Puts the embedded tables into place: those that ship.
void use_shipped_models();

void measure_person_cards(const Setting& setting, Goals& goals);
void measure_comment_cards(const Setting& setting, Goals& goals);
/// Comments of campaigns in languages and of kinds that fitted nothing, and pages of people.
void measure_campaigns(const Setting& setting, Goals& goals);
void measure_semi_synthetic(const Setting& setting, Goals& goals);
/// Likes bought for real accounts, without comments or views to be seen.
void measure_likes(const Setting& setting, Goals& goals);
void measure_growth_shock(const Setting& setting, Goals& goals);
/// Real influencers over years, of whom nobody knows anything bought: what the likes' check asks, and the next post.
void measure_influencers(const Setting& setting, Goals& goals);
/// Simulated accounts that differ in nothing but who comes back, who is answered, and for how long posts were received.
void measure_returns(const Setting& setting, Goals& goals);
/// Whether perPost.real holds what a typical post brings organically.
void measure_typical_post(const Setting& setting, Goals& goals);
/// What the six checks find and accuse, and whether a fine one means something.
void measure_checks(const Setting& setting, Goals& goals);
/// Those who like and those who comment, as lists of an honest account show them: what the check that hears them asks. And
/// how often it asks where half of the list is bought.
void measure_engaged(const Setting& setting, Goals& goals);
/// What shares, reposts, quotes and views tell of bought likes beyond what comments tell.
void measure_resharing(const Setting& setting, Goals& goals);
/// Attacks on the engagement: what the checks find at 1 % false alarms, beside the best test that knows the simulator.
void measure_detection(const Setting& setting, Goals& goals);
void measure_simulator(const Setting& setting, Goals& goals);

}  // namespace calibration
