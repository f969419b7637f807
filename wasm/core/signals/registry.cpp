#include "stats/elementary.hpp"
#include "account_age.hpp"
#include "cadence.hpp"
#include "comment_emoji_only.hpp"
#include "comment_generic.hpp"
#include "comment_languages.hpp"
#include "comment_mention_only.hpp"
#include "comment_off_topic.hpp"
#include "comment_repetition.hpp"
#include "comment_spam.hpp"
#include "comments_per_like.hpp"
#include "consistency.hpp"
#include "creator_replies.hpp"
#include "engagement_per_follower.hpp"
#include "engagement_per_view.hpp"
#include "following_pattern.hpp"
#include "giveaway_posts.hpp"
#include "growth_purge.hpp"
#include "growth_step.hpp"
#include "hidden_counts.hpp"
#include "like_comment_correlation.hpp"
#include "like_dispersion.hpp"
#include "likes_above_views.hpp"
#include "likes_per_view.hpp"
#include "little_content.hpp"
#include "people_names_only.hpp"
#include "people_with_counts.hpp"
#include "pod_overlap.hpp"
#include "questions_answered.hpp"
#include "returning_commenters.hpp"
#include "sponsored_effect.hpp"
#include "sponsored_share.hpp"
#include "thread_depth.hpp"
#include "view_spikes.hpp"
#include "views_per_follower.hpp"
#include "viral_posts.hpp"
#include "signal.hpp"

namespace plumb {
namespace {

constexpr double whole = 1;  // shares nothing with the rest of its family
constexpr double rate = model::prior("rate.lambda");
constexpr double pattern = model::prior("pattern.lambda");
constexpr double people = model::prior("people.lambda");
constexpr double names = model::prior("people.names.lambda");
constexpr double comments = model::prior("comments.lambda");
constexpr double conversation = model::prior("conversation.lambda");

constexpr Signal list[] = {
    {"engagement_per_follower", Family::rate, On::audience, rate, false, signals::engagement_per_follower},
    {"engagement_per_view", Family::rate, On::engagement, rate, true, signals::engagement_per_view},
    {"views_per_follower", Family::rate, On::audience, rate, true, signals::views_per_follower},
    {"likes_per_view", Family::rate, On::engagement, rate, true, signals::likes_per_view},
    {"comments_per_like", Family::rate, On::engagement, rate, true, signals::comments_per_like},
    {"like_dispersion", Family::pattern, On::engagement, pattern, true, signals::like_dispersion},
    {"like_comment_correlation", Family::pattern, On::engagement, pattern, true, signals::like_comment_correlation},
    {"likes_above_views", Family::pattern, On::engagement, whole, true, signals::likes_above_views},
    {"view_spikes", Family::pattern, On::engagement, pattern, true, signals::view_spikes},
    {"people_with_counts", Family::people, On::audience, people, true, signals::people_with_counts},
    {"people_names_only", Family::people, On::audience, names, true, signals::people_names_only},
    {"comment_generic", Family::comments, On::engagement, comments, true, signals::comment_generic},
    {"comment_repetition", Family::comments, On::engagement, whole, true, signals::comment_repetition},
    {"comment_emoji_only", Family::comments, On::engagement, comments, true, signals::comment_emoji_only},
    {"comment_mention_only", Family::comments, On::engagement, comments, true, signals::comment_mention_only},
    {"comment_spam", Family::comments, On::engagement, comments, true, signals::comment_spam},
    {"comment_off_topic", Family::comments, On::engagement, comments, true, signals::comment_off_topic},
    {"comment_languages", Family::comments, On::engagement, comments, true, signals::comment_languages},
    {"creator_replies", Family::conversation, On::engagement, conversation, true, signals::creator_replies},
    {"questions_answered", Family::conversation, On::engagement, conversation, true, signals::questions_answered},
    {"thread_depth", Family::conversation, On::engagement, conversation, true, signals::thread_depth},
    {"returning_commenters", Family::conversation, On::engagement, conversation, true, signals::returning_commenters},
    {"pod_overlap", Family::conversation, On::engagement, whole, true, signals::pod_overlap},
    {"growth_step", Family::growth, On::audience, whole, true, signals::growth_step},
    {"growth_purge", Family::growth, On::audience, whole, true, signals::growth_purge},
    {"giveaway_posts", Family::content, On::engagement, whole, true, signals::giveaway_posts},
    {"viral_posts", Family::content, On::engagement, whole, true, signals::viral_posts},
    {"sponsored_share", Family::content, On::engagement, whole, true, signals::sponsored_share},
    {"sponsored_effect", Family::content, On::engagement, whole, true, signals::sponsored_effect},
    {"cadence", Family::content, On::engagement, whole, true, signals::cadence},
    {"consistency", Family::content, On::audience, whole, true, signals::consistency},
    {"little_content", Family::content, On::audience, whole, true, signals::little_content},
    {"following_pattern", Family::profile, On::audience, whole, true, signals::following_pattern},
    {"account_age", Family::profile, On::audience, whole, true, signals::account_age},
    {"hidden_counts", Family::profile, On::engagement, whole, true, signals::hidden_counts},
};

}  // namespace

std::span<const Signal> all_signals() { return list; }

double odds_cap() {
  static const double cap = log(model::prior("signal.odds"));
  return cap;
}

}  // namespace plumb
