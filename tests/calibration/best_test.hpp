/// @file
/// @brief The best test that knows how the simulator draws: what any test at all could see of an attack on the engagement.
///
/// By Neyman & Pearson (1933) no test finds more at the same false alarms than the ratio of the two likelihoods does. It is
/// computed from the simulator's own distributions for one attack that is named to it, and integrated over all that no page
/// shows: an account's level and spread, each post's luck, and what comments and views an account draws for each like.
/// Not quite exact: factors that are uniform are taken as normal, sums stand for integrals, and left out are the drift from
/// post to post (.01 a post), the parity of doubled counts, and that no post has more likes than views.
#pragma once

#include "core/snapshot/snapshot.hpp"
#include "simulate.hpp"

namespace calibration {

/// ln likelihood of the counts of a page's posts, and of how many of its comments regulars wrote, under an attack on them
/// (Attack::none: honest); up to what is the same under all of them.
/// @param page   of an account whose followers are all real: they are what its level is known by
/// @param gamma  in (0, 1): the share that was added, which is told to the test
/// @param own_ratios  as the page was drawn (`Scenario::own_ratios`)
double log_likelihood(const plumb::Snapshot& page, Attack attack, double gamma, bool own_ratios);

/// For scripts, where the texts tell everything: 1,000 for each comment that no person of the simulator could write, and how
/// many hold the text that stands there most often.
double scripted_evidence(const plumb::Snapshot& page);

}  // namespace calibration
