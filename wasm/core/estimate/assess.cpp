#include "assess.hpp"

#include <algorithm>

#include "account/account.hpp"
#include "account/benchmarks.hpp"
#include "account/fresh.hpp"
#include "account/growth.hpp"
#include "account/position.hpp"
#include "checks.hpp"
#include "comments/comment_groups.hpp"
#include "comments/individual.hpp"
#include "estimate.hpp"
#include "explain.hpp"
#include "narrow.hpp"
#include "next_post.hpp"
#include "report/names.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "stats/posterior.hpp"
#include "stats/prior.hpp"
#include "typical_post.hpp"

namespace plumb {
namespace {

std::vector<Found> look(const Observed& observed) {
  std::vector<Found> found;
  for (const auto& signal : all_signals()) {
    if (leaves_out(observed.without, name_of(signal.id))) continue;
    if (auto evidence = signal.look(observed)) found.push_back({&signal, *std::move(evidence)});
  }
  return found;
}

/// 1 − x of an interval over a share.
Interval complement(const Interval& v) { return {1 - v.high, 1 - v.mid, 1 - v.low, v.level}; }

Interval scaled(const Interval& v, double low, double mid, double high) {
  return {v.low * low, v.mid * mid, v.high * high, v.level};
}

/// Whether what was read has moved an interval away from what was held before.
bool moved(const Interval& now, const Interval& before) {
  const double middle = now.mid < before.mid ? before.mid - now.mid : now.mid - before.mid;
  return now.width() <= model::prior("moved.width") * before.width() || middle >= model::prior("moved.mid");
}

/// What of the audience's share is told: both ends where they are near each other and neither prints as all or nothing,
/// else the one that excludes what was held possible before.
/// @param sampled  followers were seen: one end may say something before the whole has moved
std::optional<Told> told_of(const Interval& now, bool has_moved, bool sampled) {
  const Interval before = complement(shortest_interval(phi_prior(), interval_level));
  const double least = model::prior("moved.mid"), nothing = model::prior("told.nothing");
  if (!has_moved && !sampled) return {};
  const bool both = now.low >= nothing && now.high < 1 - nothing && now.width() < model::prior("told.width");
  if (has_moved && both) return Told::between;
  const double above = before.high - now.high, below = now.low - before.low;
  if (std::max(above, below) < least) return {};
  return above >= below ? Told::at_most : Told::at_least;
}

AgainstPeers against_peers(const Account& account, Ratio ratio, double shown, std::optional<Interval> organic,
                           Without without) {
  AgainstPeers out;
  out.shown = shown;
  if (organic) out.real = scaled(*organic, shown, shown, shown);
  const auto peers = Peers::find(account.snapshot.platform, ratio, without);
  if (!peers || !account.followers) return out;
  out.typical = peers->typical(*account.followers);
  out.percentile = peers->percentile(*account.followers, shown);
  return out;
}

/// @param gamma  as it is told
void fill_engagement(Report& report, const Account& account, const model::GammaCurve& gamma, Without without) {
  const Interval organic = complement(shortest_interval(gamma, interval_level));
  auto& engagement = report.engagement;
  engagement.basis = account.basis;
  if (const auto& post = account.typical_post) {
    const double part = post->mid > 0 ? *account.plausible_post / post->mid : 1.0;
    const Interval before = complement(shortest_interval(gamma_told_prior(), interval_level));
    const Interval typical = organic_of_typical_post(organic, account);
    engagement.per_post = PerPost{post->low, post->mid, post->high,
                                  scaled(typical, post->low * part, post->mid * part, post->high * part),
                                  moved(scaled(organic, part, part, part), before)};
    if (account.followers && account.basis != Basis::comments) {
      engagement.per_follower = against_peers(account, Ratio::engagement_per_follower, post->mid / *account.followers,
                                              scaled(typical, part, part, part), without);
      if (auto peers = engagement.per_follower->typical) {
        peers->low *= *account.followers;
        peers->high *= *account.followers;
        engagement.per_post->typical = std::move(peers);
      }
    }
  }
  const auto views = account.typical_views;
  if (views && *views > 0 && account.engagement_on_viewed && account.basis != Basis::comments) {
    engagement.per_view =
        against_peers(account, Ratio::engagement_per_view, *account.engagement_on_viewed / *views, organic, without);
  }
  if (views && account.followers) {
    engagement.views_per_follower =
        against_peers(account, Ratio::views_per_follower, *views / *account.followers, {}, without);
  }
}

void fill_facts(Report& report, const Account& account, Without without) {
  report.position = position_of(account, without);
  report.fresh =
      freshness_of(account.snapshot, account.cadence ? std::optional(account.cadence->per_week) : std::nullopt);
  if (const auto& views = account.views) {
    report.views = ViewsShown{views->low, views->mid, views->high, static_cast<int>(account.with_views),
                              shows_views_first(account)};
  }
}

void fill_returning(Report& report, const Conversation& talk, const Interval& organic) {
  if (talk.posts < 2) return;
  Returning returning;
  double individual = 0;
  for (const auto& commenter : talk.commenters) {
    returning.people += commenter.posts >= 2;
    individual += commenter.individual_posts >= 2;
  }
  returning.of = static_cast<int>(talk.commenters.size());
  returning.posts = static_cast<int>(talk.posts);
  if (talk.judged > 0) returning.real = scaled(organic, individual, individual, static_cast<double>(returning.people));
  report.engagement.returning = returning;
}

void fill_sponsored(Report& report, const Account& account) {
  double known = 0, count = 0;
  for (const auto& view : account.posts) {
    known += view.post->sponsored.has_value() || !view.post->sponsors.empty();
    count += view.sponsored();
  }
  if (known == 0) return;
  report.sponsored = Sponsored{count / static_cast<double>(account.posts.size()), account.sponsored_effect};
}

void fill_post_items(Report& report, const Account& account) {
  report.post_items.resize(account.posts.size());
  for (const auto& view : account.posts) {
    PostItem& item = report.post_items[view.index];
    item.id = view.post->id;
    item.at = view.post->at;
    item.excluded = view.excluded;
    if (!view.value) continue;
    item.value = view.value->mid;
    if (!account.spread) continue;
    const double reach = model::prior("expected.z") * *account.spread;
    item.expected = Range{exp(*account.centre - reach), exp(*account.centre + reach)};
    item.z = (log(view.value->mid + 0.5) - *account.centre) / *account.spread;
  }
}

std::string_view kind_name(CommentKind kind) {
  constexpr std::array<std::string_view, 6> names{"ordinary", "generic",      "repeat",
                                                  "spam",     "mention_only", "emoji_only"};
  return names[static_cast<std::size_t>(kind)];
}

void fill_comments(Report& report, const Observed& observed) {
  const Conversation& talk = observed.conversation;
  for (std::size_t kind = 0; kind < talk.kinds.size(); ++kind) {
    if (talk.judged > 0)
      report.comments.kinds[std::string(kind_name(static_cast<CommentKind>(kind)))] =
          static_cast<int>(talk.kinds[kind]);
  }
  if (talk.judged > 0) {
    report.comments.individual = individual_share({static_cast<double>(talk.judged), talk.scripted, talk.anybodys});
  }
  for (const auto& comment : observed.snapshot.comments) {
    if (comment.lang && !is_creators(comment, observed.snapshot)) ++report.comments.languages[*comment.lang];
  }
}

void fill_details(Report& report, const Observed& observed) {
  report.details = true;
  const double prior = mean_of(phi_prior());
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    report.person_items.push_back(
        {observed.snapshot.people[i].handle, observed.people[i] ? observed.people[i]->atypical : prior});
  }
  const double unknown = mean_of(gamma_prior());
  for (std::size_t i = 0; i < observed.comments.size(); ++i) {
    const auto& score = observed.comments[i];
    report.comment_items.push_back(
        {observed.snapshot.comments[i].id, score.known ? score.atypical : unknown, kind_name(score.kind)});
  }
}

void fill_read(Report& report, const Account& account) {
  const Snapshot& snapshot = account.snapshot;
  report.read.posts = static_cast<int>(snapshot.posts.size());
  report.read.posts_used = static_cast<int>(account.used);
  report.read.comments = static_cast<int>(snapshot.comments.size());
  report.read.people = static_cast<int>(snapshot.people.size());
  report.read.history = static_cast<int>(snapshot.history.size());
  report.read.evidence = evidence_level(account);
}

/// Shares of φ, γ and what follows from them.
void fill_estimate(Report& report, const Account& account, std::span<const Found> found, const Estimate& estimate,
                   Without without) {
  const auto phi = estimate.phi();
  const auto gamma = estimate.gamma();
  report.audience.share = complement(shortest_interval(phi, interval_level));
  report.audience.moved = moved(report.audience.share, complement(shortest_interval(phi_prior(), interval_level)));
  const bool sampled = std::any_of(found.begin(), found.end(), [](const Found& f) {
    return f.signal->family == Family::people && f.signal->on == On::audience;
  });
  report.audience.told = told_of(report.audience.share, report.audience.moved, sampled);
  report.audience.start = 1 - median_of(phi_prior());
  if (const auto& followers = account.snapshot.profile.followers) {
    report.followers = Range{static_cast<double>(followers->low), static_cast<double>(followers->high)};
    report.audience.people =
        scaled(report.audience.share, report.followers->low, followers->mid(), report.followers->high);
  }
  fill_engagement(report, account, estimate.gamma_told(), without);
  report.signals = explain_signals(found, estimate);
  double effects = 0;
  for (const auto& row : report.signals) {
    if (row.on == On::audience) effects += row.effect;
  }
  report.audience.remainder = report.audience.share.mid - report.audience.start - effects;
  const bool known = std::any_of(found.begin(), found.end(), [](const Found& f) { return f.informs_gamma(); });
  Inorganic inorganic;
  inorganic.probability = mass_above(gamma, model::prior("threshold.inorganic"));
  if (known) {
    inorganic.level = inorganic.probability >= model::prior("inorganic.strong") ? "strong"
                      : inorganic.probability >= model::prior("inorganic.some") ? "some"
                                                                                : "none";
  }
  report.engagement.inorganic = inorganic;
}

/// Too little was read for any estimate: none is drawn.
void withhold_estimates(Report& report) {
  report.audience.moved = false;
  report.audience.told.reset();
  if (report.engagement.per_post) report.engagement.per_post->moved = false;
}

}  // namespace

Report assess(const Snapshot& snapshot, bool details, Without without) {
  const Account account(snapshot);
  const auto people = score_people(snapshot);
  const auto judged = judge_comments(snapshot);
  const auto& comments = judged.scores;
  const Conversation conversation(snapshot, comments, judged.traces);
  const auto growth = growth_of(snapshot);
  auto groups = group_comments(snapshot, judged);
  std::size_t grouped = 0;
  for (const auto& group : groups) grouped += group.size;
  const Observed observed{account, snapshot, people, comments, conversation, growth, without, grouped};

  Report report;
  report.platform = snapshot.platform;
  report.handle = snapshot.profile.handle;
  report.captured_at = snapshot.captured_at_text;
  report.growth = growth;
  report.without.assign(without.begin(), without.end());
  std::sort(report.without.begin(), report.without.end());
  report.without.erase(std::unique(report.without.begin(), report.without.end()), report.without.end());
  const auto found = look(observed);
  const Estimate estimate(found);
  fill_read(report, account);
  fill_facts(report, account, without);
  fill_estimate(report, account, found, estimate, without);
  fill_returning(report, conversation, complement(shortest_interval(estimate.gamma_told(), interval_level)));
  if (account.cadence) report.engagement.cadence = Cadence{account.cadence->per_week, account.cadence->months};
  report.engagement.next_post = predict_next_post(account);
  fill_sponsored(report, account);
  fill_post_items(report, account);
  fill_comments(report, observed);
  report.comments.groups = std::move(groups);
  report.read.narrow = narrowings(observed, found, estimate);
  report.joint = decide(account, found, report.signals, estimate, sources_disagree(snapshot, Trust::high));
  report.explanations = weigh_explanations(report, mass_above(estimate.phi(), model::prior("threshold.phi")),
                                           mass_above(estimate.gamma(), model::prior("threshold.gamma")));
  if (report.joint == Joint::not_enough) withhold_estimates(report);
  report.checks = checks_of(observed, found, report, estimate);
  report.verdict = verdict_of(report, sources_disagree(snapshot, Trust::high));
  report.cautions = cautions_of(account, report, sources_disagree(snapshot, Trust::any));
  report.questions = questions_of(report.signals);
  if (details) fill_details(report, observed);
  return report;
}

}  // namespace plumb
