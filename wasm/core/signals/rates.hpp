/// @file
/// @brief What the signals about ratios share.
#pragma once

#include "account/benchmarks.hpp"
#include "signal.hpp"

namespace plumb::signals {

/// Spread of peers' ln ratio to followers around the line of their size, and of one account's posts around their
/// middle, together as the standard deviation of an account's median over `posts` posts.
double rate_scale(Platform platform, Basis basis, std::size_t posts);

/// The same of ln ratios to the views, which move less.
double per_view_scale(std::size_t posts);

/// ln of the part of a post's final engagement that is there after `age_days`; 0 where the age is unknown.
/// (1 − 2^(−age/half-life), no further than the factor `halflife.most`.)
double log_part_arrived(Platform platform, std::optional<double> age_days);

/// Numbers of real followers at which expectations are kept: every `rate_step` of the logarithm, up to 10^12 followers
/// and down to the twentieth part of one.
inline constexpr std::size_t rate_nodes = 155;
inline constexpr double rate_step = 0.2;
constexpr double rate_node(std::size_t node) { return -3.0 + rate_step * static_cast<double>(node); }

/// ln of what a typical post of an account shows that has so many followers, all of them real: ln R + ln mid(R), by the
/// peers' table, over the nodes. Where the table falls steeply (small accounts), half of the followers being bought
/// changes little of what is expected, and the ratio says little.
std::vector<double> expected_by_size(const Peers& peers);

/// ln [F·(1 − part·φ)] for each φ. `part` of the numerator follows the audience, the rest needs no followers.
model::PhiCurve log_real_followers(double followers, double part);

/// ln likelihood over φ of what a typical post shows, ln `observed` (up to a constant): Gaussian with linear tails around
/// what is expected of ln R, and of this, over ln R, the least concave function above it.
///
/// Only a function that is concave in ln R makes more followers with the same engagement speak for a higher φ whatever
/// else is known (R = F(1 − φ); a property test found it), and the table alone gives none: its slope changes with the size.
/// The hull keeps that more engagement speaks for more real followers.
model::PhiCurve rate_likelihood(const RateEvidence& rate, double observed);

}  // namespace plumb::signals
