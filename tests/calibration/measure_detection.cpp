#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "best_test.hpp"
#include "core/estimate/assess.hpp"
#include "measurements.hpp"
#include "scorecard_fit.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {

const std::string source = "simulator";
/// Apart from every other measurement's seeds, and from those of the table of power.
constexpr std::uint64_t fresh_seed = 113'000'000;
constexpr double false_share = 0.01, half = 0.5;

/// 24 posts and 60 comments with their times, nothing else: what an ordinary visit reads.
Scenario scenario_of(Attack attack, std::uint64_t seed, bool own_ratios) {
  return {.attack = attack,
          .view = View::everything,
          .gamma = attack == Attack::none ? 0 : half,
          .seed = fresh_seed + seed,
          .sizes = {.posts = 24, .comments = 60, .people = 0, .readings = 1},
          .own_ratios = own_ratios};
}

bool is_scripted(Attack attack) {
  switch (attack) {
    case Attack::comments_templates:
    case Attack::comments_paraphrased:
    case Attack::comments_copied:
    case Attack::comments_tokens:
    case Attack::pod: return true;
    default: return false;
  }
}

bool is_of_views(Attack attack) {
  return attack == Attack::views_bought || attack == Attack::views_steady || attack == Attack::views_spikes;
}

/// What the checks of the engagement say of a page.
struct Said {
  double most = 0;  ///< the largest probability of a large inorganic part that a check comes to by its own signals
  bool asks = false;
};

Said said_of(const plumb::Snapshot& page) {
  Said said;
  const plumb::Report report = plumb::assess(page, false);
  for (const plumb::Check& check : report.checks) {
    if (check.id == plumb::CheckId::followers || check.id == plumb::CheckId::growth) continue;
    said.most = std::max(said.most, check.probability);
    said.asks = said.asks || check.state <= plumb::CheckState::question;
  }
  return said;
}

struct Pages {
  std::vector<plumb::Snapshot> pages;
  std::vector<double> said;    ///< by page: Said::most
  std::vector<double> honest;  ///< by page: ln likelihood that it is
  double asks = 0;             ///< share of the pages that a check of the engagement asks about
};

/// Of accounts that show views, or of those that don't.
Pages draw_pages(Attack attack, bool views, bool own_ratios, int count) {
  Pages out;
  for (std::uint64_t seed = 0; static_cast<int>(out.pages.size()) < count; ++seed) {
    plumb::Snapshot page = simulate(scenario_of(attack, seed, own_ratios)).snapshot;
    if (page.posts[0].views.has_value() != views) continue;
    const Said said = said_of(page);
    out.said.push_back(said.most);
    out.asks += static_cast<double>(said.asks) / count;
    if (!is_scripted(attack)) out.honest.push_back(log_likelihood(page, Attack::none, half, own_ratios));
    out.pages.push_back(std::move(page));
  }
  return out;
}

/// What the best test says of each page: of scripts by their texts, else the ratio of the likelihoods (ln).
std::vector<double> best_of(const Pages& of, Attack attack, bool own_ratios) {
  std::vector<double> out;
  for (std::size_t i = 0; i < of.pages.size(); ++i) {
    out.push_back(is_scripted(attack) ? scripted_evidence(of.pages[i])
                                      : log_likelihood(of.pages[i], attack, half, own_ratios) - of.honest[i]);
  }
  return out;
}

void measure(bool views, bool own_ratios, const Setting& setting, Goals& goals) {
  const int honest_count = setting.short_form ? 20 : 500, count = setting.short_form ? 5 : 200;
  const std::string id = std::string(views ? "_views" : "_no_views") + (own_ratios ? "_own" : "");
  const Pages honest = draw_pages(Attack::none, views, own_ratios, honest_count);
  goals.told("detect_honest" + id,
             std::string("honest accounts, 24 posts + 60 comments, ") + (views ? "" : "no ") + "views shown, " +
                 (own_ratios ? "each with ratios of its own" : "the same ratios for all") +
                 ": a check of the engagement asks",
             short_number(honest.asks), source);
  for (std::size_t a = 1; a < all_attack_count; ++a) {
    const Attack attack = static_cast<Attack>(a);
    const bool followers = attack <= Attack::followers_purged || attack == Attack::followers_idle;
    if (followers || (is_of_views(attack) && !views)) continue;
    const Pages attacked = draw_pages(attack, views, own_ratios, count);
    goals.told("detect_" + std::string(name_of(attack)) + id,
               "  half " + std::string(name_of(attack)) + (held_out(attack) ? " (held out)" : "") +
                   ": found at 1 % false alarms; by the best test that knows the simulator; asked about as shipped",
               short_number(found_at(false_share, honest.said, attacked.said)) + " " +
                   short_number(found_at(false_share, best_of(honest, attack, own_ratios),
                                         best_of(attacked, attack, own_ratios))) +
                   " " + short_number(attacked.asks),
               source);
  }
}

}  // namespace

void measure_detection(const Setting& setting, Goals& goals) {
  use_shipped_models();
  for (const bool own_ratios : {false, true}) {
    for (const bool views : {false, true}) measure(views, own_ratios, setting, goals);
  }
}

}  // namespace calibration
