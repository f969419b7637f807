#include "assess.hpp"

#include <algorithm>
#include <set>

#include "account.hpp"
#include "benchmarks.hpp"
#include "estimate.hpp"
#include "explain.hpp"
#include "growth.hpp"
#include "narrow.hpp"
#include "prior.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

constexpr double level = 0.9;

std::vector<Found> look(const Observed& observed) {
  std::vector<Found> found;
  for (const auto& signal : all_signals()) {
    if (auto evidence = signal.look(observed)) found.push_back({&signal, *std::move(evidence)});
  }
  return found;
}

/// 1 − x of an interval over a share.
Interval complement(const Interval& v) { return {1 - v.high, 1 - v.mid, 1 - v.low, v.level}; }

Interval scaled(const Interval& v, double low, double mid, double high) {
  return {v.low * low, v.mid * mid, v.high * high, v.level};
}

AgainstPeers against_peers(const Account& account, Ratio ratio, double shown, std::optional<Interval> organic) {
  AgainstPeers out;
  out.shown = shown;
  if (organic) out.real = scaled(*organic, shown, shown, shown);
  const auto peers = Peers::find(account.snapshot.platform, ratio);
  if (!peers || !account.followers) return out;
  out.typical = peers->typical(*account.followers);
  out.percentile = peers->percentile(*account.followers, shown);
  return out;
}

/// @param organic  1 − γ
void fill_engagement(Report& report, const Account& account, const Interval& organic) {
  auto& engagement = report.engagement;
  engagement.basis = account.basis;
  if (const auto& post = account.typical_post) {
    const double part = post->mid > 0 ? *account.plausible_post / post->mid : 1.0;
    engagement.per_post = PerPost{post->low, post->mid, post->high,
                                  scaled(organic, post->low * part, post->mid * part, post->high * part)};
    if (account.followers && account.basis != Basis::comments) {
      engagement.per_follower = against_peers(account, Ratio::engagement_per_follower, post->mid / *account.followers,
                                              scaled(organic, part, part, part));
    }
  }
  const auto views = account.typical_views;
  if (views && *views > 0 && account.engagement_on_viewed && account.basis != Basis::comments) {
    engagement.per_view =
        against_peers(account, Ratio::engagement_per_view, *account.engagement_on_viewed / *views, organic);
  }
  if (views && account.followers) {
    engagement.views_per_follower = against_peers(account, Ratio::views_per_follower, *views / *account.followers, {});
  }
}

void fill_returning(Report& report, const Snapshot& snapshot) {
  std::set<std::string_view> posts;
  std::map<std::string_view, std::set<std::string_view>> posts_of;
  for (const auto& comment : snapshot.comments) {
    if (!comment.author || !comment.post_id || comment.by_creator.value_or(false)) continue;
    if (*comment.author == snapshot.profile.handle) continue;
    posts.insert(*comment.post_id);
    posts_of[*comment.author].insert(*comment.post_id);
  }
  if (posts.size() < 2) return;
  const auto returning = std::count_if(posts_of.begin(), posts_of.end(), [](const auto& p) { return p.second.size() >= 2; });
  report.engagement.returning =
      Returning{static_cast<int>(returning), static_cast<int>(posts_of.size()), static_cast<int>(posts.size()), {}};
}

void fill_cadence(Report& report, const Account& account) {
  if (account.snapshot.posts_order == PostsOrder::top) return;  // the best ones say nothing of how often
  std::vector<Time> times;
  for (const auto& view : account.posts) {
    if (view.post->at && view.excluded != Exclusion::pinned) times.push_back(*view.post->at);
  }
  if (times.size() < 2) return;
  const auto [first, last] = std::minmax_element(times.begin(), times.end());
  const double days = static_cast<double>(*last - *first) / 86400;
  if (days <= 0) return;
  report.engagement.cadence = Cadence{7 * static_cast<double>(times.size() - 1) / days, days / 30.44};
}

void fill_post_items(Report& report, const Account& account) {
  std::vector<double> values;
  for (const auto& view : account.posts) {
    if (view.used() && view.value) values.push_back(log(view.value->mid + 0.5));
  }
  const auto centre = median(values);
  std::optional<double> spread;
  if (centre && values.size() >= 4) {
    std::vector<double> distances;
    for (const double v : values) distances.push_back(v < *centre ? *centre - v : v - *centre);
    spread = std::max(1.4826 * *median(distances), 0.1);
  }
  report.post_items.resize(account.posts.size());
  for (const auto& view : account.posts) {
    PostItem& item = report.post_items[view.index];
    item.id = view.post->id;
    item.at = view.post->at;
    item.excluded = view.excluded;
    if (!view.value) continue;
    item.value = view.value->mid;
    if (!spread) continue;
    item.expected = Range{exp(*centre - 1.645 * *spread), exp(*centre + 1.645 * *spread)};
    item.z = (log(view.value->mid + 0.5) - *centre) / *spread;
  }
}

std::string_view kind_name(CommentKind kind) {
  constexpr std::array<std::string_view, 6> names{"ordinary", "generic", "repeat", "spam", "mention_only", "emoji_only"};
  return names[static_cast<std::size_t>(kind)];
}

void fill_comments(Report& report, const Observed& observed) {
  for (std::size_t i = 0; i < observed.comments.size(); ++i) {
    const auto& score = observed.comments[i];
    const auto& comment = observed.snapshot.comments[i];
    if (score.known && !comment.by_creator.value_or(false)) ++report.comments.kinds[std::string(kind_name(score.kind))];
    if (comment.lang && !comment.by_creator.value_or(false)) ++report.comments.languages[*comment.lang];
  }
}

void fill_details(Report& report, const Observed& observed) {
  report.details = true;
  const double prior = mean_of(phi_prior());
  for (std::size_t i = 0; i < observed.people.size(); ++i) {
    report.person_items.push_back({observed.snapshot.people[i].handle,
                                   observed.people[i] ? observed.people[i]->atypical : prior});
  }
  const double unknown = mean_of(gamma_prior());
  for (std::size_t i = 0; i < observed.comments.size(); ++i) {
    const auto& score = observed.comments[i];
    report.comment_items.push_back({observed.snapshot.comments[i].id, score.known ? score.atypical : unknown,
                                    kind_name(score.kind)});
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
void fill_estimate(Report& report, const Account& account, std::span<const Found> found, const Estimate& estimate) {
  const auto phi = estimate.phi();
  const auto gamma = estimate.gamma();
  report.audience.share = complement(shortest_interval(phi, level));
  report.audience.start = 1 - mean_of(phi_prior());
  if (const auto& followers = account.snapshot.profile.followers) {
    report.followers = Range{static_cast<double>(followers->low), static_cast<double>(followers->high)};
    report.audience.people = scaled(report.audience.share, report.followers->low, followers->mid(), report.followers->high);
  }
  fill_engagement(report, account, complement(shortest_interval(gamma, level)));
  report.signals = explain_signals(found, estimate);
  double effects = 0;
  for (const auto& row : report.signals) {
    if (row.on == On::audience) effects += row.effect;
  }
  report.audience.remainder = (1 - mean_of(phi)) - report.audience.start - effects;
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

}  // namespace

Report assess(const Snapshot& snapshot, bool details) {
  const Account account(snapshot);
  std::vector<std::optional<PersonScore>> people;
  people.reserve(snapshot.people.size());
  for (const auto& person : snapshot.people) people.push_back(score_person(person, snapshot.captured_at, snapshot.platform));
  const auto comments = score_comments(snapshot);
  const Observed observed{account, snapshot, people, comments};

  Report report;
  report.platform = snapshot.platform;
  report.handle = snapshot.profile.handle;
  report.captured_at = snapshot.captured_at_text;
  report.growth = growth_of(snapshot);
  const auto found = look(observed);
  const Estimate estimate(found);
  fill_read(report, account);
  fill_estimate(report, account, found, estimate);
  fill_returning(report, snapshot);
  fill_cadence(report, account);
  fill_post_items(report, account);
  fill_comments(report, observed);
  report.read.narrow = narrowings(observed, estimate);
  const bool disagreement = sources_disagree(snapshot);
  report.verdict = decide(account, found, report.signals, estimate, disagreement);
  report.explanations = weigh_explanations(report, mass_above(estimate.phi(), model::prior("threshold.phi")),
                                           mass_above(estimate.gamma(), model::prior("threshold.gamma")));
  report.cautions = cautions_of(account, report, disagreement);
  report.questions = questions_of(report.signals);
  if (details) fill_details(report, observed);
  return report;
}

}  // namespace plumb
