#include "explain.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>

#include "stats/elementary.hpp"
#include "stats/posterior.hpp"
#include "stats/prior.hpp"

namespace plumb {
namespace {

double log_odds(double p) {
  const double q = std::clamp(p, 1e-9, 1 - 1e-9);
  return log(q) - log1p(-q);
}

/// Mean of ln(1 − γ): what the engagement loses, ln.
double mean_log_organic(const model::GammaCurve& gamma) {
  double sum = 0;
  for (std::size_t g = 0; g < gamma.size(); ++g) sum += gamma[g] * log(1.0 - model::gamma_at(g));
  return sum;
}

int strength_of(double change) {
  const double size = change < 0 ? -change : change;
  return (size >= model::prior("strength.weak")) + (size >= model::prior("strength.some")) +
         (size >= model::prior("strength.strong"));
}

/// What the signal alone does to the prior odds.
double own_log_odds(const Found& found, const Estimate& estimate) {
  const Selection alone{.only = &found};
  const bool on_audience = found.signal->on == On::audience;
  const double after = on_audience ? mass_above(estimate.phi(alone), model::prior("threshold.phi"))
                                   : mass_above(estimate.gamma(alone), model::prior("threshold.gamma"));
  const double before = on_audience ? mass_above(phi_prior(), model::prior("threshold.phi"))
                                    : mass_above(gamma_prior(), model::prior("threshold.gamma"));
  const double change = std::clamp(log_odds(after) - log_odds(before), -odds_cap(), odds_cap());
  return change < 1e-9 && change > -1e-9 ? 0 : change;  // a curve without a slope leaves rounding only
}

/// Families with a signal that counts for the verdict and lowers this estimate. Ratios to the followers don't count:
/// an audience that sleeps lowers them too, and must not lead to `unusual`.
std::size_t agreeing_families(std::span<const Found> found, const std::vector<SignalRow>& rows, On on) {
  std::vector<Family> agreeing;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool speaks = rows[i].on == on && rows[i].direction == Direction::lowers &&
                        found[i].signal->counts_for_verdict && !found[i].evidence.rate;
    if (speaks && std::find(agreeing.begin(), agreeing.end(), rows[i].family) == agreeing.end()) {
      agreeing.push_back(rows[i].family);
    }
  }
  return agreeing.size();
}

bool names(const Snapshot& snapshot, std::string_view field, std::initializer_list<std::string_view> reasons) {
  return std::any_of(snapshot.missing.begin(), snapshot.missing.end(), [&](const Missing& m) {
    return m.field == field && std::find(reasons.begin(), reasons.end(), m.why) != reasons.end();
  });
}

/// Whether most of what others wrote, or most people seen, came without a name (exports and stored snapshots leave them
/// out): then nobody can be seen to come back.
bool names_removed(const Snapshot& snapshot) {
  std::size_t of = 0, named = 0;
  for (const auto& comment : snapshot.comments) {
    if (is_creators(comment, snapshot)) continue;
    ++of;
    named += comment.author.has_value();
  }
  for (const auto& person : snapshot.people) {
    ++of;
    named += person.handle.has_value();
  }
  return 2 * named < of;
}

template <class Test>
std::size_t count_posts(const Account& account, Test test) {
  return static_cast<std::size_t>(std::count_if(account.posts.begin(), account.posts.end(), test));
}

}  // namespace

std::vector<SignalRow> explain_signals(std::span<const Found> found, const Estimate& estimate) {
  const double share = 1 - median_of(estimate.phi());
  const double organic = mean_log_organic(estimate.gamma_told());
  std::vector<SignalRow> rows;
  for (const auto& f : found) {
    SignalRow row;
    row.id = f.signal->id;
    row.family = f.signal->family;
    row.on = f.signal->on;
    row.seen = f.evidence.seen;
    row.typical = f.evidence.typical;
    row.params = f.evidence.params;
    row.items = f.evidence.items;
    const bool speaks = row.on == On::audience ? f.informs_phi() : f.informs_gamma();
    if (speaks) {
      const Selection rest{.without = &f};
      row.effect = row.on == On::audience ? share - (1 - median_of(estimate.phi(rest)))
                                          : organic - mean_log_organic(estimate.gamma_told(rest));
      row.log_odds = own_log_odds(f, estimate);
      row.strength = strength_of(row.log_odds);
      if (row.strength > 0) row.direction = row.log_odds > 0 ? Direction::lowers : Direction::raises;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Joint decide(const Account& account, std::span<const Found> found, const std::vector<SignalRow>& rows,
             const Estimate& estimate, bool disagreement) {
  if (static_cast<double>(account.mature) < model::prior("verdict.posts") &&
      static_cast<double>(account.snapshot.people.size()) < model::prior("verdict.people")) {
    return Joint::not_enough;
  }
  const Selection counting{.for_verdict = true};
  const double p_phi = mass_above(estimate.phi(counting), model::prior("threshold.phi"));
  const double p_gamma = mass_above(estimate.gamma(counting), model::prior("threshold.gamma"));
  const double sure = model::prior("verdict.unusual");
  if (p_phi >= sure && agreeing_families(found, rows, On::audience) >= 2) return Joint::unusual;
  if (p_gamma >= sure && agreeing_families(found, rows, On::engagement) >= 2) return Joint::unusual;
  const bool odd = p_phi >= model::prior("verdict.question") || p_gamma >= model::prior("verdict.question.gamma");
  return odd || disagreement ? Joint::mixed : Joint::consistent;
}

namespace {

using Weighed = std::vector<std::pair<Explanation, double>>;

/// What a signal that lowers the estimate speaks of.
enum Cause { block, crowd, listed, dormant, likes, scripted, pod, views, nothing };

Cause cause_of(SignalId id) {
  using enum SignalId;
  switch (id) {
    case growth_step: return block;
    case little_content:
    case account_age:
    case following_pattern: return crowd;
    case people_with_counts:
    case people_names_only: return listed;
    case engagement_per_follower:
    case views_per_follower: return dormant;
    case engagement_per_view:
    case likes_per_view:
    case comments_per_like:
    case like_dispersion:
    case like_comment_correlation:
    case like_floor:
    case likes_above_views:
    case people_who_like: return likes;
    case comment_repetition:
    case comment_generic:
    case comment_emoji_only:
    case comment_spam:
    case comment_off_topic:
    case comment_languages:
    case people_who_comment: return scripted;
    case pod_overlap: return pod;
    case view_spikes: return views;
    default: return nothing;
  }
}

/// What the signals say for each cause, ln odds; only what lowers the estimate, and not by chance alone, asks for one.
std::array<double, nothing + 1> said_of(const std::vector<SignalRow>& rows) {
  std::array<double, nothing + 1> said{};
  for (const auto& row : rows) {
    if (row.log_odds >= model::prior("strength.weak")) said[cause_of(row.id)] += row.log_odds;
  }
  return said;
}

/// What fills φ and γ, by who says so. No cause is named for being common: a signal of its own has to speak of it.
void weigh_shares(Weighed& out, std::span<const double> said, double p_phi, double p_gamma) {
  const auto weight = [](double before, double speaks) { return speaks > 0 ? before + speaks : 0.0; };
  const auto add_parts = [&out](double mass, std::initializer_list<std::pair<Explanation, double>> parts) {
    double whole = 0;
    for (const auto& [id, part] : parts) whole += part;
    for (const auto& [id, part] : parts) {
      if (part > 0) out.emplace_back(id, mass * part / whole);
    }
  };
  // Dormant people and acquired ones both fill φ, and look alike in a list: a sample speaks for either. A block of
  // arrivals and a crowd that came to little speak for the second; without them, sleep is as good an explanation.
  const double acquired = said[block] * model::prior("explain.arrivals") + said[crowd] + said[listed];
  add_parts(p_phi,
            {{Explanation::acquired_followers, weight(model::prior("explain.acquired"), acquired)},
             {Explanation::dormant_audience, weight(model::prior("explain.dormant"), said[dormant] + said[listed])}});
  add_parts(p_gamma, {{Explanation::acquired_likes, weight(model::prior("explain.likes"), said[likes])},
                      {Explanation::scripted_comments, weight(model::prior("explain.scripted"), said[scripted])},
                      {Explanation::pod, said[pod]},
                      {Explanation::acquired_views, said[views]}});
}

/// Events that make numbers odd, most of them ordinary.
void weigh_events(Weighed& out, const Report& report, bool is_listed) {
  using enum SignalId;
  const auto add = [&out](Explanation id, double weight) {
    if (weight <= 0) return;
    const auto named = std::find_if(out.begin(), out.end(), [id](const auto& entry) { return entry.first == id; });
    if (named == out.end()) out.emplace_back(id, weight);
    else named->second += weight;
  };
  bool stepped = false;
  for (const auto& row : report.signals) {
    stepped = stepped || row.id == growth_step;
    const double share = row.seen.of ? row.seen.value / std::max(*row.seen.of, 1.0) : 0.0;
    const double common = std::min(model::prior("explain.one_in") * share, 1.0);
    // Posts that stand out in views are seen before their views say anything of γ.
    if (row.id == view_spikes) add(Explanation::acquired_views, model::prior("explain.view_spikes") * common);
    if (row.id == giveaway_posts) add(Explanation::giveaway, model::prior("explain.giveaway") * common);
    if (row.id == viral_posts) add(Explanation::viral_post, model::prior("explain.viral_post") * common);
    if (row.id == hidden_counts) add(Explanation::hidden_counts, model::prior("explain.hidden_counts") * share);
  }
  if (report.growth && std::any_of(report.growth->steps.begin(), report.growth->steps.end(),
                                   [](const GrowthStep& s) { return s.kind == StepKind::purge; })) {
    add(Explanation::purge, model::prior("explain.purge"));
  }
  // A rate far from the peers' with nothing else to say for a cause: other people, other habits.
  const auto& rate = report.engagement.per_follower;
  if (rate && rate->percentile && !stepped && !is_listed) {
    constexpr double edge = model::prior("explain.niche.edge");
    const double far = std::max(edge - *rate->percentile, *rate->percentile - (1 - edge));
    if (far > 0)
      add(Explanation::unusual_niche, model::prior("explain.niche") + model::prior("explain.niche.slope") * far);
  }
}

double sum_of(const Weighed& weights) {
  return std::accumulate(weights.begin(), weights.end(), 0.0, [](double sum, const auto& e) { return sum + e.second; });
}

}  // namespace

std::vector<std::pair<Explanation, double>> weigh_explanations(const Report& report, double p_phi, double p_gamma) {
  const auto said = said_of(report.signals);
  Weighed out{{Explanation::ordinary, (1 - p_phi) * (1 - p_gamma)}};
  weigh_shares(out, said, p_phi, p_gamma);
  weigh_events(out, report, said[listed] > 0);
  // The ordinary stands among them, however little speaks for it: no cause is told as the only one.
  std::erase_if(out, [least = model::prior("explain.least") * sum_of(out)](const auto& entry) {
    return entry.first != Explanation::ordinary && entry.second < least;
  });
  const double sum = sum_of(out);
  // Nothing where the ordinary alone is left, and ruled out.
  for (auto& [id, weight] : out) weight = sum > 0 ? weight / sum : 1.0;
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

bool sources_disagree(const Snapshot& snapshot, Trust trust) {
  const auto heard = [trust](const Source& source) {
    return trust == Trust::any || (source.via != Via::meta && source.via != Via::dom);
  };
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    for (std::size_t j = i + 1; j < snapshot.sources.size(); ++j) {
      const auto& a = snapshot.sources[i];
      const auto& b = snapshot.sources[j];
      if (!a.count || !b.count || a.field != b.field || !heard(a) || !heard(b)) continue;
      const double low = static_cast<double>(std::max(a.count->low, b.count->low));
      const double high = static_cast<double>(std::min(a.count->high, b.count->high));
      if (low > high * model::prior("sources.factor") + model::prior("sources.offset")) return true;
    }
  }
  return false;
}

std::vector<std::string_view> cautions_of(const Account& account, const Report& report, bool disagreement) {
  const Snapshot& snapshot = account.snapshot;
  const std::size_t posts = account.posts.size();
  const auto few = [posts](std::size_t n) { return posts > 0 && model::prior_count("caution.one_in") * n >= posts; };
  const bool renamed = snapshot.profile.handle_changes.value_or(0) > 0 || snapshot.profile.handle_changed_at ||
                       std::any_of(snapshot.history.begin(), snapshot.history.end(), [&](const HistoryReading& r) {
                         return r.handle && *r.handle != snapshot.profile.handle;
                       });
  const bool compared = std::any_of(report.signals.begin(), report.signals.end(), [](const SignalRow& row) {
    return row.family == Family::rate && row.typical.has_value();
  });
  const bool rounded =
      (snapshot.profile.followers && !snapshot.profile.followers->exact()) ||
      few(count_posts(account, [](const PostView& v) { return v.value && v.value->low != v.value->high; }));
  std::vector<std::string_view> out;
  const auto add = [&out](bool applies, std::string_view id) {
    if (applies) out.push_back(id);
  };
  add(few(count_posts(account, [](const PostView& v) { return v.post->likes_hidden.value_or(false); })) ||
          names(snapshot, "posts[].likes", {"hidden"}),
      "likes_hidden");
  add(few(count_posts(account, [](const PostView& v) { return v.post->comments_off.value_or(false); })) ||
          names(snapshot, "posts[].comments", {"hidden"}),
      "comments_off");
  add(snapshot.posts_order == PostsOrder::top, "posts_not_latest");
  add(disagreement, "sources_disagree");
  add(renamed, "handle_changed");
  add(names_removed(snapshot), "names_removed");
  add(rounded, "counts_rounded");
  add(static_cast<double>(account.mature) < model::prior("verdict.posts"), "few_posts");
  add(few(count_posts(account, [](const PostView& v) { return v.excluded == Exclusion::young; })), "young_posts");
  add(snapshot.profile.is_private.value_or(false), "private_account");
  add(!snapshot.people.empty() && snapshot.people_order == PeopleOrder::newest, "people_newest_first");
  add(account.basis && !compared && !report.position, "no_benchmark");
  add(names(snapshot, "posts[].likes", {"not_on_page", "login"}), "likes_not_on_page");
  add(names(snapshot, "posts[].comments", {"not_on_page", "login"}), "comments_not_on_page");
  add(std::any_of(snapshot.missing.begin(), snapshot.missing.end(), [](const Missing& m) { return m.why == "cut"; }),
      "cut");
  add(report.fresh && report.fresh->stale, "stale");
  return out;
}

std::vector<Question> questions_of(const std::vector<SignalRow>& rows) {
  std::vector<Question> out;
  for (const auto& row : rows) {
    if (row.direction == Direction::lowers && row.strength >= 2) out.push_back({row.id, row.params});
  }
  return out;
}

EvidenceLevel evidence_level(const Account& account) {
  const Snapshot& snapshot = account.snapshot;
  std::size_t with_counts = 0, texts = 0, readings = 0;
  for (const auto& person : snapshot.people) {
    with_counts += person.relation == Relation::follower && person.followers && person.following;
  }
  for (const auto& comment : snapshot.comments) texts += comment.text.has_value();
  for (const auto& reading : snapshot.history) readings += reading.at && reading.followers;
  constexpr std::size_t posts = model::prior_count("evidence.posts"), people = model::prior_count("evidence.people");
  std::size_t points = 0;
  if (account.aged >= posts) points += 1;
  if (account.aged >= posts && account.followers) points += 1;
  if (with_counts >= people) points += 2;
  if (with_counts >= model::prior_count("evidence.many_people")) points += 1;
  if (snapshot.people.size() >= people) points += 1;
  if (texts >= model::prior_count("evidence.comments")) points += 1;
  if (readings >= model::prior_count("evidence.readings")) points += 1;
  if (points == 0) return EvidenceLevel::none;
  if (points >= model::prior_count("evidence.strong")) return EvidenceLevel::strong;
  return points >= model::prior_count("evidence.moderate") ? EvidenceLevel::moderate : EvidenceLevel::low;
}

}  // namespace plumb
