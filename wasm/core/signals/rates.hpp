/// @file
/// @brief What the signals about ratios share.
#pragma once

#include "../benchmarks.hpp"
#include "signal.hpp"

namespace plumb::signals {

/// Spread of peers' ln ratio to followers around the line of their size, and of one account's posts around their
/// middle, together as the standard deviation of an account's median over `posts` posts.
double rate_scale(Platform platform, Basis basis, std::size_t posts);

/// ln of the part of a post's final engagement that is there after `age_days`; 0 where the age is unknown.
/// (1 − 2^(−age/half-life), no further than the factor `halflife.most`.)
double log_part_arrived(Platform platform, std::optional<double> age_days);

/// Expected ln ratio to the followers for each φ: peers of the size F(1 − φ), and only they engage. `part` of the
/// numerator follows the audience, the rest does not need followers.
model::PhiCurve expected_rate(const Peers& peers, double followers, double part);

}  // namespace plumb::signals
