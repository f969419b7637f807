#include "check_cases.hpp"

#include <cmath>
#include <cstdio>
#include <ostream>

#include "core/base/model.hpp"
#include "core/estimate/assess.hpp"

namespace calibration {
namespace {

using plumb::CheckId;

/// Seeds of the table's cases begin here; what measures it begins elsewhere (measure_checks.cpp).
constexpr std::uint64_t table_seed = 5'000'000;

bool is_of_followers(CheckId check) { return check == CheckId::followers || check == CheckId::growth; }

bool asks(const plumb::Check& check) {
  return check.state == plumb::CheckState::question || check.state == plumb::CheckState::unusual;
}

/// Whether it saw something: it asks, or leans so far that it is not fine.
bool saw(const plumb::Check& check) {
  return asks(check) || (check.state == plumb::CheckState::weak && is_of_followers(check.id) &&
                         check.probability >= plumb::model::prior("verdict.question"));
}

}  // namespace

const std::vector<Look>& looks() {
  static const std::vector<Look> all{
      {CheckId::views, "steady", Attack::views_steady},
      {CheckId::views, "spikes", Attack::views_spikes},
      {CheckId::views, "spikes", Attack::views_bought, true},
      {CheckId::likes, "fixed", Attack::likes_quota},
      {CheckId::likes, "proportional", Attack::likes_proportional},
      {CheckId::likes, "fixed", Attack::likes_delayed, true},
      {CheckId::comments, "templates", Attack::comments_templates},
      {CheckId::comments, "tokens", Attack::comments_tokens},
      {CheckId::comments, "copies", Attack::comments_copied},
      {CheckId::comments, "circles", Attack::pod},
      {CheckId::comments, "templates", Attack::comments_paraphrased, true},
      {CheckId::returning, "circles", Attack::pod},
      {CheckId::returning, "crowds", Attack::crowd},
      {CheckId::followers, "acquired", Attack::followers_burst},
      {CheckId::followers, "idle", Attack::followers_idle},
      {CheckId::followers, "acquired", Attack::followers_drip, true},
      {CheckId::growth, "blocks", Attack::followers_burst},
      {CheckId::growth, "purges", Attack::followers_purged},
  };
  return all;
}

const std::vector<Visible>& visibles() {
  static const std::vector<Visible> all{
      {CheckId::views, "likes", {8, 12, 24, 48}},
      {CheckId::likes, "alone", {12, 24}},
      {CheckId::likes, "comments", {12, 24, 48}},
      {CheckId::likes, "views", {12, 24, 48}},
      {CheckId::comments, "texts", {20, 30, 40, 60, 90, 120, 240}},
      {CheckId::comments, "timed", {20, 30, 40, 60, 90, 120, 240}},
      {CheckId::returning, "texts", {60, 120}},
      {CheckId::returning, "timed", {30, 60, 120, 240}},
      {CheckId::followers, "counts", {10, 20, 30, 60, 100, 150}},
      {CheckId::followers, "names", {30, 60, 150}},
      {CheckId::growth, "daily", {5, 7, 14, 30, 60}},
      {CheckId::growth, "weekly", {5, 8, 16}},
  };
  return all;
}

Scenario half_inorganic(const Look& look, const Visible& visible, int size, std::uint64_t seed) {
  Scenario scenario;
  scenario.attack = look.attack;
  scenario.view = View::everything;
  (is_of_followers(look.check) ? scenario.phi : scenario.gamma) = 0.5;
  scenario.seed = seed;
  Sizes& sizes = scenario.sizes;
  switch (look.check) {
    case CheckId::views:
    case CheckId::likes: sizes.posts = size; break;
    // The creator's answers are no comments of others.
    case CheckId::comments:
    case CheckId::returning: sizes.comments = size; break;
    case CheckId::followers: sizes.people = size; break;
    case CheckId::growth: sizes.readings = size; break;
  }
  sizes.timed = visible.visible != "texts";
  sizes.counts = visible.visible != "names";
  sizes.post_comments = visible.visible != "alone";
  sizes.gap_days = visible.visible == "weekly" ? 7 : 1;
  return scenario;
}

std::optional<plumb::Check> check_of_case(const Scenario& scenario, const Visible& visible, int size) {
  const plumb::Report report = plumb::assess(simulate(scenario).snapshot, false);
  const plumb::Check& check = report.checks[static_cast<std::size_t>(visible.check)];
  if (check.visible != visible.visible || check.size < size) return {};
  return check;
}

Found measure_cell(const Look& look, const Visible& visible, int size, int n, std::uint64_t seed) {
  Found found;
  for (int i = 0; found.n < n && i < 4 * n; ++i) {
    const auto check =
        check_of_case(half_inorganic(look, visible, size, seed + static_cast<std::uint64_t>(i)), visible, size);
    if (!check) continue;
    ++found.n;
    found.saw += saw(*check);
    found.asked += asks(*check);
    found.fine += check->state == plumb::CheckState::fine;
  }
  return found;
}

void write_power(std::ostream& out, int n) {
  out << "check\tvisible\tlooks_for\tsize\tpower\tn\tsource\tyear\n";
  for (const Visible& visible : visibles()) {
    for (const Look& look : looks()) {
      if (look.check != visible.check || look.kept_out) continue;
      for (const int size : visible.sizes) {
        const Found found = measure_cell(look, visible, size, n, table_seed);
        // Two standard errors below what was found: a cell promises no more than its cases show.
        const double p = found.share(), error = found.n > 0 ? std::sqrt(p * (1 - p) / found.n) : 0;
        char power[16];
        std::snprintf(power, sizeof power, "%.2f", std::floor(100 * std::max(p - 2 * error, 0.0)) / 100);
        out << plumb::check_names[static_cast<std::size_t>(look.check)] << '\t' << visible.visible << '\t'
            << look.looks_for << '\t' << size << '\t' << power << '\t' << found.n
            << "\tsimulated accounts with half inorganic (tests/calibration, --power)\t2026\n";
        out.flush();
      }
    }
  }
}

}  // namespace calibration
