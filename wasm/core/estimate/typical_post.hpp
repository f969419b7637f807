/// @file
/// @brief What of a typical post's engagement is organic: of the posts that were read, and of those that were not.
#pragma once

#include "account/account.hpp"
#include "stats/interval.hpp"

namespace plumb {

/// Organic engagement of a typical one of the latest `typical.posts` posts, divided by the median shown by those read.
///
/// Each end of the organic share is moved by how far the median of the posts read may lie from that of all that are meant
/// (log-normal; the spread is pooled with that of organic accounts as if from `nextpost.prior_posts` posts, told by
/// Student's t, and shrinks to nothing as the last of them is read). The ends are added in ln instead of their squares,
/// for an account has one share: the interval is to hold where that lies at an end, as it does for the innocent. It may
/// end above 1: posts that were not read may do better.
/// @param organic  1 − γ
/// @return a share ≥ 0 at the level of `organic`, with its middle
Interval organic_of_typical_post(const Interval& organic, const Account& account);

}  // namespace plumb
