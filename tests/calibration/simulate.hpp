/// @file
/// @brief Simulated accounts with known truth, written apart from the core and misspecified on purpose.
///
/// Heavy tails where the core has Gaussian ones, populations of followers that shift from account to account, comments
/// from other words than the lexicon's. Its constants are its own: none is read from wasm/data.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cases.hpp"

namespace calibration {

/// What was done to the account. Held-out families were never looked at when a constant was chosen.
enum class Attack : std::uint8_t {
  none,
  followers_burst,       ///< bought at once: history has a step
  followers_drip,        ///< bought slowly                                        (held out)
  followers_purged,      ///< bought, then 10–60 % of them removed by the platform (held out)
  likes_quota,           ///< the same number of likes on every post
  likes_proportional,    ///< a share of the organic likes                         (held out)
  likes_delayed,         ///< quota that comes late: the newest posts have less    (held out)
  comments_templates,    ///< a few texts again and again
  comments_paraphrased,  ///< templates with parts exchanged                       (held out)
  pod,                   ///< the same accounts praise every post
  views_bought,          ///< views on some posts, nothing else                    (held out)
  // What the checks look for beside those: the estimate is not measured with them.
  views_steady,          ///< as many views again on every post, in proportion
  views_spikes,          ///< the same number of views on a tenth to a half of the posts
  comments_copied,       ///< one short praise again and again
  comments_tokens,       ///< one token in disguise in other texts
  crowd,                 ///< people's own words, by accounts that never come back
  followers_idle,        ///< accounts that were made and left: nobody uses them
};
inline constexpr std::size_t attack_count = 11;      ///< those that the estimate is measured with
inline constexpr std::size_t all_attack_count = 17;  ///< with what only the checks look for
std::string_view name_of(Attack attack);
bool held_out(Attack attack);

/// What is unusual about an honest account.
enum class Oddity : std::uint8_t {
  none,
  viral_post,
  news_shock,
  dormant_audience,
  hidden_likes,
  rounded_counts,
  young_posts,
  few_posts,
  new_account,
  giveaway,
  follow_for_follow
};
inline constexpr std::size_t oddity_count = 11;
std::string_view name_of(Oddity oddity);

/// What the page shows.
enum class View : std::uint8_t {
  followers_only,
  posts_12,
  posts_12_names_30,
  posts_12_people_30,
  posts_12_comments_60,
  everything
};
inline constexpr std::size_t view_count = 6;
std::string_view name_of(View view);

/// The simulator's own middle and spread of ln engagement per follower; not those of the core's tables.
struct PlatformShape {
  plumb::Platform platform;
  double ln_rate, slope, tau, sigma, comments_per_like, likes_per_view;
  bool views;

  /// Middle of ln engagement a post, of an account with that many followers (ln).
  double level(double ln_followers) const;
};
const PlatformShape& shape_of(plumb::Platform platform);

/// How much the shape of an account may differ from its platform's, and its posts from each other.
inline constexpr double sigma_spread = 0.4;      ///< of ln of the spread between posts, between accounts
inline constexpr double neighbours = 0.27;       ///< AR(1) between posts
inline constexpr double comments_shape = 2.5;    ///< comments are negative binomial
inline constexpr double views_spread = 0.35;     ///< of ln views for each like, between posts
/// Between accounts, of ln comments for each like (the medians of 37 influencers on Instagram, shared data: .74) and of ln likes
/// for each view (a judgement: the upper edges of published tables are 1.8 to 1.9 times the lower ones, which is .24 if they hold
/// the middle 80 % and .46 if they are quartiles; they don't say). Only with `Scenario::own_ratios`.
inline constexpr double own_comments_per_like = 0.74, own_likes_per_view = 0.4;

/// How much of everything is read; -1: as the view says.
struct Sizes {
  int posts = -1, comments = -1, people = -1, readings = -1;
  double gap_days = 1;  ///< between two readings of the followers
  bool timed = true;  ///< whether comments tell their time
  bool counts = true;  ///< whether followers are listed with their counts
  bool post_comments = true;  ///< whether posts tell the number of their comments
};

struct Scenario {
  Attack attack = Attack::none;
  Oddity oddity = Oddity::none;
  View view = View::everything;
  double phi = 0;  ///< with an attack on the followers
  double gamma = 0;  ///< with an attack on the engagement
  std::uint64_t seed = 0;
  Sizes sizes{};
  bool own_ratios = false;  ///< accounts differ in comments for each like and in likes for each view, as real ones do
};

/// One account as a page shows it, with what is true.
Case simulate(const Scenario& scenario);

}  // namespace calibration
