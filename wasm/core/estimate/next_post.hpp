/// @file
/// @brief What the next post will show: a prediction that the next visit can check.
#pragma once

#include <optional>

#include "account/account.hpp"
#include "report/report.hpp"

namespace plumb {

/// The usual spread (standard deviation) of ln engagement over the posts of one account of its platform.
double usual_spread(const Account& account);

/// The report's engagement (views, with basis views) of the next unpinned post, 7 days after it appears, organic or not.
///
/// Log-normal around the posts' mean, where each post weighs `nextpost.decay` of the next newer one; the variance is
/// pooled with that of organic accounts as if from `nextpost.prior_posts` posts, and its uncertainty carried by Student's t.
/// @return empty with fewer than three used posts
std::optional<Interval> predict_next_post(const Account& account);

}  // namespace plumb
