/// @file
/// @brief What the person could open next, and how wide the interval would then be.
#pragma once

#include <span>
#include <vector>

#include "estimate.hpp"
#include "report/report.hpp"

namespace plumb {

/// What the person could do on this platform's pages, with the width to expect then: for `audience` that of
/// audience.share, for `engagement` that of the organic share, as figures are told.
///
/// `open_followers`: where the interval would get narrower; the width is the mean over what might be seen, given what is
/// known now, and none where a list was read already. `open_posts`: until 60 comments are read, where so many stand
/// there; honest ones narrow the interval little, but only by them do others show. `scroll_posts`, `revisit` (posts that
/// are too young today): where fewer posts can be judged than a verdict needs; by them there is an interval at all.
/// Only what a page of the platform lists, as far as our readers read it; nothing for a private account.
///
/// @param found  what the estimate was made from
std::vector<Narrowing> narrowings(const Observed& observed, std::span<const Found> found, const Estimate& estimate);

/// How many comments stand under the posts that were seen and were not read: the most there can be where a post tells no
/// number of them.
double comments_left(const Account& account, const Snapshot& snapshot);

}  // namespace plumb
