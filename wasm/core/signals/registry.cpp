#include <array>

#include "../stats/elementary.hpp"
#include "engagement_per_follower.hpp"
#include "engagement_per_view.hpp"
#include "likes_per_view.hpp"
#include "people_names_only.hpp"
#include "people_with_counts.hpp"
#include "signal.hpp"
#include "views_per_follower.hpp"

namespace plumb {
namespace {

constexpr double rate = model::prior("rate.lambda");
constexpr double people = model::prior("people.lambda");

constexpr Signal list[] = {
    {"engagement_per_follower", Family::rate, On::audience, rate, false, signals::engagement_per_follower},
    {"engagement_per_view", Family::rate, On::engagement, rate, true, signals::engagement_per_view},
    {"views_per_follower", Family::rate, On::audience, rate, true, signals::views_per_follower},
    {"likes_per_view", Family::rate, On::engagement, rate, true, signals::likes_per_view},
    {"people_with_counts", Family::people, On::audience, people, true, signals::people_with_counts},
    {"people_names_only", Family::people, On::audience, people, true, signals::people_names_only},
};

}  // namespace

std::span<const Signal> all_signals() { return list; }

double odds_cap() { return log(model::prior("signal.odds")); }

}  // namespace plumb
