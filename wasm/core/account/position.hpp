/// @file
/// @brief Where the account stands among its peers, by the ratio that its page tells best.
#pragma once

#include <optional>
#include <vector>

#include "account.hpp"
#include "base/without.hpp"
#include "report/report.hpp"

namespace plumb {

/// Whether most used posts show views: then views come before engagements, in words and as the ratio to peers.
bool shows_views_first(const Account& account);

/// The place among accounts of the same platform and size, by a ratio of the same denominator.
///
/// Views per follower where views come first, else engagements per follower; the other of the two, and then engagements
/// per view, where nothing is published. The ratio is uncertain as the median of few posts is; the place is the one nearest
/// to typical that is reached with 90 % probability. Far places only as the rows support them (Peers::tail), and
/// no percentile beyond what the rows tell.
/// Where nobody published figures for such accounts, the place among those that the person visited (VisitedPeers).
/// @return empty where the page shows no such ratio, or there are neither
std::optional<Position> position_of(const Account& account, Without without);

/// Standard deviation of the median of these ln values around that of all posts: their spread is pooled with the usual
/// one of an account, as if from `nextpost.prior_posts` posts.
/// @param logs  not empty
double deviation_of_median(std::vector<double> logs, double usual);

}  // namespace plumb
