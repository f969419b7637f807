/// @file
/// @brief What the snapshot says of the account before any statistics: which posts count, and their middle.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/report.hpp"
#include "snapshot/snapshot.hpp"
#include "stats/robust.hpp"

namespace plumb {

/// Low, middle and high end of a count or of a sum of counts.
struct Reading {
  double low = 0, mid = 0, high = 0;
};

/// One post as the model sees it.
struct PostView {
  const Post* post = nullptr;
  std::size_t index = 0;            ///< in the snapshot
  std::optional<double> age_days;   ///< the least age that `at` and `atStep` allow; empty if unknown
  Exclusion excluded = Exclusion::none;
  bool numbered = false;            ///< whether likes, comments or views are shown
  bool aged = false;  ///< numbered, and older than three days by `at` alone, whatever else is known of it
  std::optional<Reading> value;  ///< engagement (or views) as the report's basis says
  double plausible = 0;  ///< value.mid without the likes that no organic post has (see Account)
  bool likes_above_views = false;

  bool used() const { return excluded == Exclusion::none; }
  /// Comments are not switched off, and not known to be none.
  bool may_have_comments() const {
    return !post->comments_off.value_or(false) && (!post->comments || post->comments->high > 0);
  }
  bool sponsored() const { return post->sponsored.value_or(!post->sponsors.empty()); }
  /// A post without a number is nothing to judge by: hiding all of them must not look like an account in order.
  bool mature() const { return used() && numbered && age_days.has_value(); }
};

/// How often the account posts, and for how long it was seen to.
struct Rhythm {
  double per_week = 0, months = 0;
  double active_months = 0;  ///< months of 30.44 days with a post
};

/// The account, its posts in an order that does not depend on the snapshot's.
///
/// Two kinds of likes are no organic engagement whatever else is seen, and are left out of `plausible`: those of a post
/// with more likes than views, and one quota on every post: where the likes of three posts or more differ by less than
/// 5 % (`like_quota.spread`), only as many of them count as would differ by that much, and `like_quota.chance`.
struct Account {
  explicit Account(const Snapshot& snapshot);

  const Snapshot& snapshot;
  std::vector<PostView> posts;
  std::optional<Basis> basis;  ///< empty where no used post shows a number
  std::size_t used = 0;  ///< posts that count
  std::size_t mature = 0;  ///< used posts with a number and of known age above three days
  std::size_t aged = 0;  ///< posts with a number and older than three days, used or not
  std::optional<double> followers;  ///< middle of the count; empty if unknown or 0

  std::optional<Reading> typical_post;  ///< median engagement of the used posts; empty with basis views
  std::optional<double> plausible_post;  ///< the same, of `plausible`
  std::optional<double> typical_views;  ///< median views of the used posts that show views
  std::optional<Reading> views;  ///< the same with the ends of rounded counts
  std::size_t with_views = 0;  ///< how many those are
  std::optional<double> engagement_on_viewed;  ///< median engagement, as shown, of the used posts that show views
  std::optional<double> typical_age_days;  ///< median age of the used posts whose age is known
  std::optional<double> centre, spread;  ///< of ln value over the used posts: median, robust standard deviation
  std::optional<Rhythm> cadence;  ///< empty for top posts: the best ones say nothing of how often
  std::optional<Interval> sponsored_effect;  ///< median of the sponsored posts ÷ median of the others, 90 %

 private:
  void read_posts();
  void exclude_giveaways();
  void summarise();
  double plausible_part_of_likes() const;
  void read_cadence();
  void read_sponsored_effect();
};

/// Whether the reader says that posts of other kinds are in lists that it did not see: a channel's streams alone, or its
/// short videos alone. What they get is set beside no peers, whose figures are of all, and their newest may not be the newest.
bool one_list_of(const Snapshot& snapshot);

}  // namespace plumb
