#include "checks.hpp"

#include <algorithm>
#include <functional>

#include "base/table.hpp"
#include "base/units.hpp"
#include "data/checks.hpp"
#include "narrow.hpp"
#include "power.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"
#include "stats/robust.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::checks, name); }

bool of_audience(CheckId check) { return check == CheckId::followers || check == CheckId::growth; }

template <class Test>
std::size_t count_used(const Account& account, Test test) {
  return static_cast<std::size_t>(std::count_if(account.posts.begin(), account.posts.end(),
                                                [&](const PostView& v) { return v.used() && test(*v.post); }));
}

bool shows_likes(const Post& post) { return post.likes.has_value(); }
bool shows_views(const Post& post) { return post.views.has_value(); }
bool shows_both(const Post& post) { return post.likes && post.views; }

Reach reach_of_views(const Account& account) {
  const std::size_t viewed = count_used(account, shows_views), both = count_used(account, shows_both);
  const bool may_have = account.used == 0 && facts_of(account.snapshot.platform).views;
  return {viewed > 0 || may_have, both > 0 ? "likes" : "", static_cast<double>(both > 0 ? both : viewed)};
}

Reach reach_of_likes(const Account& account) {
  const std::size_t liked = count_used(account, shows_likes), both = count_used(account, shows_both);
  const std::size_t talked = count_used(account, [](const Post& p) { return p.likes && p.comments; });
  const auto most = [liked](std::size_t n) { return 2 * n > liked; };
  const bool may_have = account.used == 0 && facts_of(account.snapshot.platform).likes;
  return {liked > 0 || may_have,
          most(both)     ? "views"
          : most(talked) ? "comments"
                         : "alone",
          static_cast<double>(liked)};
}

/// Whether comments may stand under the posts that were read, or under posts yet to be read.
bool may_have_comments(const Account& account) {
  if (!facts_of(account.snapshot.platform).comments) return false;
  return account.posts.empty() ||
         std::any_of(account.posts.begin(), account.posts.end(), std::mem_fn(&PostView::may_have_comments));
}

Reach reach_of_comments(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  const bool threads = talk.timed && talk.posts >= model::prior_count("pod_overlap.posts");
  return {talk.judged > 0 || may_have_comments(observed.account), threads ? "timed" : "texts",
          static_cast<double>(talk.judged)};
}

Reach reach_of_returning(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  Reach reach = reach_of_comments(observed);
  double named = 0;
  for (const auto& commenter : talk.commenters) named += static_cast<double>(commenter.comments);
  if (talk.judged > 0 && named == 0) reach.shown = false;
  reach.size = named;
  return reach;
}

Reach reach_of_followers(const Observed& observed) {
  double counts = 0, names = 0;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || !is_follower(observed.snapshot.people[i].relation)) continue;
    (score->visibility == Visibility::counts ? counts : names) += 1;
  }
  const auto& profile = observed.snapshot.profile;
  const bool listed = facts_of(observed.snapshot.platform).followers && !profile.is_private.value_or(false);
  return {counts + names > 0 || listed, counts > 0 ? "counts" : "names", counts > 0 ? counts : names};
}

Reach reach_of_growth(const Observed& observed) {
  const Snapshot& snapshot = observed.snapshot;
  std::vector<double> times, gaps;
  for (const auto& reading : snapshot.history) {
    if (reading.at && reading.followers) times.push_back(static_cast<double>(*reading.at));
  }
  if (snapshot.captured_at) times.push_back(static_cast<double>(*snapshot.captured_at));
  std::sort(times.begin(), times.end());
  for (std::size_t i = 1; i < times.size(); ++i) gaps.push_back((times[i] - times[i - 1]) / seconds_per_day);
  const auto size = observed.growth ? static_cast<double>(times.size()) : 0.0;
  const double gap = median(gaps).value_or(0);
  return {snapshot.profile.followers.has_value(),
          gap <= key("growth.daily")    ? "daily"
          : gap <= key("growth.weekly") ? "weekly"
                                        : "",
          size};
}

Reach reach_of(CheckId check, const Observed& observed) {
  switch (check) {
    case CheckId::views: return reach_of_views(observed.account);
    case CheckId::likes: return reach_of_likes(observed.account);
    case CheckId::comments: return reach_of_comments(observed);
    case CheckId::returning: return reach_of_returning(observed);
    case CheckId::followers: return reach_of_followers(observed);
    case CheckId::growth: break;
  }
  return reach_of_growth(observed);
}

/// Whether the followers rose lately in a way that later readings will tell of.
bool is_fresh(const Observed& observed) { return observed.growth && observed.growth->awaits > 0; }

std::string_view action_of(CheckId check) {
  switch (check) {
    case CheckId::views:
    case CheckId::likes: return "scroll_posts";
    case CheckId::comments:
    case CheckId::returning: return "open_posts";
    case CheckId::followers: return "open_followers";
    case CheckId::growth: break;
  }
  return "revisit";
}

double seconds_for(std::string_view action) {
  if (action == "open_posts") return key("seconds.open_posts");
  if (action == "open_followers") return key("seconds.open_followers");
  return action == "scroll_posts" ? key("seconds.scroll_posts") : key("seconds.revisit");
}

/// What is visible where nothing was read yet.
std::string_view visible_next(CheckId check, const Reach& reach, const Observed& observed) {
  const bool texts = check == CheckId::comments || check == CheckId::returning;
  if (texts && std::any_of(observed.snapshot.comments.begin(), observed.snapshot.comments.end(),
                           [](const Comment& c) { return c.at.has_value(); })) {
    return "timed";  // more of them will stand under enough posts
  }
  if (reach.size > 0) return reach.visible;
  if (check == CheckId::followers) return facts_of(observed.snapshot.platform).follower_counts ? "counts" : "names";
  if (texts) return "timed";
  return check == CheckId::growth ? "daily" : reach.visible;
}

/// How many more of a check's matter would make it fine; empty where none do.
std::optional<double> more_for_fine(CheckId check, const Reach& reach, const Observed& observed) {
  const auto size = size_for_fine(check, visible_next(check, reach, observed));
  if (!size || *size <= reach.size) return {};
  return *size - reach.size;
}

std::optional<OpenStep> step(std::string_view action, double count) {
  const double seconds = count * seconds_for(action);
  return OpenStep{action, static_cast<int>(count), static_cast<int>(seconds) + 1};
}

/// What to open for a check: only where it would make one fine, or move an estimate.
std::optional<OpenStep> next_step(CheckId check, const Reach& reach, const Observed& observed, const Report& report) {
  const auto action = action_of(check);
  const auto& snapshot = observed.snapshot;
  if (snapshot.profile.is_private.value_or(false)) return {};
  if (action == "scroll_posts" && !facts_of(snapshot.platform).scrolls) return {};
  if (check == CheckId::growth && is_fresh(observed)) return step(action, observed.growth->awaits);
  std::optional<double> more = more_for_fine(check, reach, observed);
  // The comments that are opened serve both checks that look at them.
  if (!more && check == CheckId::returning)
    more = more_for_fine(CheckId::comments, reach_of_comments(observed), observed);
  if (more && action == "open_posts" && *more > comments_left(observed.account, snapshot)) more.reset();
  const double posts = snapshot.profile.posts ? static_cast<double>(snapshot.profile.posts->high) : 0;
  const bool ends = action == "scroll_posts" && posts > 0;
  if (more && !(ends && *more + static_cast<double>(snapshot.posts.size()) > posts)) return step(action, *more);
  for (const auto& narrowing : report.read.narrow) {
    if (narrowing.action != action) continue;
    const double now = narrowing.of == On::audience ? report.audience.share.width() : 1;
    const bool moves = narrowing.of == On::audience && narrowing.width <= model::prior("moved.width") * now;
    // Too few posts for any verdict: more of them make one.
    if (moves || action == "scroll_posts" || action == "revisit") return step(action, narrowing.count);
  }
  return {};
}

/// The check's own signals, as the estimate sees them alone.
double own_probability(CheckId check, const Estimate& estimate) {
  const Selection own{.check = check};
  return of_audience(check) ? mass_above(estimate.phi(own), model::prior("threshold.phi"))
                            : mass_above(estimate.gamma(own), model::prior("threshold.gamma"));
}

/// Whether enough of the followers seen with their counts are surely no individual, reachable person's; true where none
/// shows counts. An audience that sleeps adds up many small doubts, an acquired one has people of whom there is little.
bool surely_atypical(const Observed& observed) {
  double sure = 0, of = 0;
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    const auto& score = observed.people[i];
    if (!score || score->visibility != Visibility::counts) continue;
    if (!is_follower(observed.snapshot.people[i].relation)) continue;
    sure += score->atypical >= key("followers.sure");
    of += 1;
  }
  return sure >= key("followers.part") * of;
}

/// The probability of a large inorganic part that a question asks for.
double least_to_ask(const Check& check) {
  if (of_audience(check.id)) return model::prior("verdict.question");
  // Without views one signal decides, and honest crowds that comment unevenly look a little like a floor under the likes.
  const bool alone = check.id == CheckId::likes && check.visible != "views";
  return alone ? key("likes.question") : model::prior("verdict.question.gamma");
}

/// Whether the check's own signals put as much on a large inorganic part as a question asks for.
bool leans(const Check& check) { return check.probability >= least_to_ask(check); }

/// The way of being inorganic (wasm/data/power.tsv) that looks like an audience that sleeps.
constexpr std::string_view idle = "idle";
/// The way that comes all at once.
constexpr std::string_view blocks = "blocks";

/// What the check's own signals are enough for.
enum class Says { nothing, leaning, question, unusual };

/// Followers of whom none is surely nobody's are told a step lower, unless their doubts add up far: they may sleep.
Says says_of(const Check& check, const Observed& observed) {
  const bool sure = check.id != CheckId::followers || surely_atypical(observed);
  if (check.probability >= model::prior("verdict.unusual")) return sure ? Says::unusual : Says::question;
  if (!leans(check)) return Says::nothing;
  return sure || check.probability >= key("followers.doubts") ? Says::question : Says::leaning;
}

/// Whether what a signal says apart speaks clearly for inorganic: ln likelihood from none to all.
bool speaks_apart(const Evidence& evidence) {
  constexpr double least = model::prior("strength.strong");
  return (evidence.apart && evidence.apart->back() - evidence.apart->front() >= least) ||
         (evidence.apart_audience && evidence.apart_audience->back() - evidence.apart_audience->front() >= least);
}

/// What was seen, and the names of the signals that speak at all. Of a check that asks, the loudest tells what it saw: what it says, it
/// shows. Of one that doesn't, the first of its signals.
void fill_seen(Check& check, bool asks, std::span<const Found> found, const std::vector<SignalRow>& rows) {
  std::optional<std::size_t> loudest;
  double most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!found[i].signal->serves(check.id)) continue;
    const bool apart = speaks_apart(found[i].evidence);
    const double said = apart ? odds_cap() : std::max(rows[i].log_odds, 0.0);
    if (!loudest || (asks && said > most)) {
      loudest = i;
      most = said;
    }
    if (apart || rows[i].strength > 0) check.signals.push_back(rows[i].id);
  }
  if (!loudest) return;
  check.seen = found[*loudest].evidence.apart_seen ? found[*loudest].evidence.apart_seen : rows[*loudest].seen;
  check.typical = rows[*loudest].typical;
}

CheckState state_of(const Check& check, Says says, const Reach& reach) {
  if (!reach.shown) return CheckState::not_shown;
  if (reach.size == 0) return CheckState::not_read;
  switch (says) {
    case Says::unusual: return CheckState::unusual;
    case Says::question: return CheckState::question;
    case Says::leaning: return CheckState::weak;
    case Says::nothing: break;
  }
  return check.power >= key("fine.power") ? CheckState::fine : CheckState::weak;
}

}  // namespace

std::vector<Check> checks_of(const Observed& observed, std::span<const Found> found, const Report& report,
                             const Estimate& estimate) {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < check_count; ++i) {
    Check check{.id = static_cast<CheckId>(i)};
    const Reach reach = reach_of(check.id, observed);
    check.visible = reach.visible;
    check.size = reach.size;
    Says says = Says::nothing;
    if (reach.shown && reach.size > 0) {
      check.probability = own_probability(check.id, estimate);
      const Power power = power_of(check.id, reach);
      check.power = power.least;
      check.misses = power.misses;
      says = says_of(check, observed);
      const bool grows = check.id == CheckId::growth;
      if (grows && says == Says::nothing && is_fresh(observed)) says = Says::leaning;
      // Who leans and does not ask can't tell followers that were added from those that sleep, nor a block of the last
      // days from what people bring.
      const auto way = grows ? blocks : idle;
      if (says == Says::leaning && std::find(check.misses.begin(), check.misses.end(), way) == check.misses.end()) {
        check.misses.push_back(way);
      }
      fill_seen(check, says >= Says::question, found, report.signals);
    }
    check.state = state_of(check, says, reach);
    if (check.state == CheckState::weak || check.state == CheckState::not_read) {
      check.open = next_step(check.id, reach, observed, report);
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

Verdict verdict_of(const Report& report, bool disagreement) {
  if (report.joint == Joint::not_enough) return Verdict::not_enough;
  if (report.joint == Joint::unusual) return Verdict::unusual;
  const auto place = report.position ? report.position->place : Place::typical;
  double fine = 0, of_engagement = 0;
  bool odd = disagreement || place == Place::far_above;
  for (const auto& check : report.checks) {
    odd = odd || check.state == CheckState::unusual || check.state == CheckState::question;
    if (check.state != CheckState::fine) continue;
    fine += 1;
    of_engagement += !of_audience(check.id);
  }
  if (odd) return Verdict::question;
  // What only leans when all is added up, and in no check, asks about nothing that could be shown; nor is it clear.
  const bool leaning = report.joint == Joint::mixed;
  const bool clear = fine >= key("fine.checks") && of_engagement > 0 && place != Place::far_below && !leaning;
  return clear ? Verdict::clear : Verdict::nothing_seen;
}

}  // namespace plumb
