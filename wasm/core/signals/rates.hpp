/// @file
/// @brief What the signals about ratios share.
#pragma once

#include "../benchmarks.hpp"
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

/// Expected ln ratio to the followers for each φ: what peers of this size show, and only real followers engage, a little
/// more so where they are fewer: ln mid(F) + (1 + b)·ln(1 − part·φ), with b the platform's slope of ln rate on ln
/// followers. `part` of the numerator follows the audience, the rest needs no followers.
///
/// The peers are taken at F and not at F(1 − φ), so that the mean's shape over φ is the same for every F: only then do
/// more followers with the same engagement speak for a higher φ whatever else is known (a property test found it).
model::PhiCurve expected_rate(const Peers& peers, Platform platform, double followers, double part);

}  // namespace plumb::signals
