#include <algorithm>

#include "measurements.hpp"
#include "models_under_test.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {

const std::string source = "simulator";
constexpr double shares[] = {0, 0.1, 0.2, 0.3, 0.5, 0.7};

bool on_followers(Attack a) {
  return a == Attack::followers_burst || a == Attack::followers_drip || a == Attack::followers_purged;
}

std::vector<Outcome> run(Attack attack, Oddity oddity, View view, double phi, double gamma, int accounts) {
  std::vector<Outcome> outcomes;
  for (int i = 0; i < accounts; ++i) {
    outcomes.push_back(assess_case(simulate({attack, oddity, view, phi, gamma, static_cast<std::uint64_t>(i) + 1})));
  }
  return outcomes;
}

const auto any = [](const Outcome&) { return true; };

void judge_followers(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 25 : 150;
  double error = 0, width = 0, accused = 0, cases = 0;
  for (double phi : shares) {
    std::vector<Outcome> of_phi;
    for (std::size_t a = 0; a < attack_count; ++a) {
      const Attack attack = static_cast<Attack>(a);
      if (!on_followers(attack) && !(phi == 0 && attack == Attack::none)) continue;
      if (phi == 0 && attack != Attack::none) continue;
      const auto o = run(attack, Oddity::none, View::posts_12_people_30, phi, 0, phi == 0 ? 3 * n : n);
      const Summary s = summarise(o, any);
      if (phi == 0.5) {
        goals.told("sim_coverage_" + std::string(name_of(attack)),
                   "  " + std::string(name_of(attack)) + (held_out(attack) ? " (held out)" : "") +
                       ", phi .5: coverage, accused",
                   short_number(s.coverage) + " " + short_number(s.accused()), source);
      }
      of_phi.insert(of_phi.end(), o.begin(), o.end());
    }
    const Summary s = summarise(of_phi, any);
    goals.at_least("sim_coverage_" + short_number(phi),
                   "coverage, 12 posts + 30 followers with counts, phi " + short_number(phi).substr(0, 3), s.coverage,
                   0.88, source);
    goals.told("sim_error_" + short_number(phi), "  error, bias, width",
               short_number(s.error) + " " + short_number(s.bias) + " " + short_number(s.width), source);
    error += s.error / std::size(shares), width += s.width / std::size(shares);
    if (phi >= 0.5) accused += s.accused() * s.n, cases += s.n;
  }
  goals.at_most("sim_error", "mean absolute error of phi, 12 posts + 30 followers with counts", error, 0.085, source);
  goals.at_most("sim_width", "width of the same interval", width, 0.45, source);
  goals.at_least("sim_power_phi", "verdict question or unusual at phi >= .5 with 30 followers", accused / cases, 0.8,
                 source);
}

void judge_oddities(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 40 : 600;
  double steps = 0, days = 0;
  for (std::size_t i = 0; i < oddity_count; ++i) {
    const Oddity oddity = static_cast<Oddity>(i);
    Summary worst;
    for (View view : {View::posts_12, View::posts_12_people_30, View::posts_12_comments_60, View::everything}) {
      const auto o = run(Attack::none, oddity, view, 0, 0, n);
      const Summary s = summarise(o, any);
      worst.unusual = std::max(worst.unusual, s.unusual);
      worst.question = std::max(worst.question, s.question);
      worst.asked = std::max(worst.asked, s.asked);
      for (const Outcome& x : o) steps += x.growth_steps, days += x.growth_days;
    }
    const std::string name(name_of(oddity)), of = ", honest: " + name + ", the worst of four views";
    goals.at_most("sim_unusual_" + name, "answer unusual" + of, worst.unusual, 0.01, source);
    goals.at_most("sim_asked_" + name, "a check asks" + of, worst.asked, 0.05, source);
    goals.at_most("sim_question_" + name, "answer question, also for a place above the peers" + of, worst.question,
                  0.05, source);
  }
  if (days > 0)
    goals.at_most("sim_growth", "false growth alarms in 1,000 account-days of honest accounts", 1000 * steps / days, 1,
                  source);
  else goals.missing("sim_growth", "false growth alarms of honest accounts", "the report has no growth", source);
}

void judge_engagement(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 25 : 150;
  double accused = 0, cases = 0, clean = 0;
  for (std::size_t a = 0; a < attack_count; ++a) {
    const Attack attack = static_cast<Attack>(a);
    if (attack == Attack::none || on_followers(attack)) continue;
    std::vector<Outcome> o;
    for (double gamma : {0.5, 0.7}) {
      const auto part = run(attack, Oddity::none, View::posts_12_comments_60, 0, gamma, n);
      o.insert(o.end(), part.begin(), part.end());
    }
    const Summary s = summarise(o, any);
    const bool comments =
        attack == Attack::comments_templates || attack == Attack::comments_paraphrased || attack == Attack::pod;
    for (bool views : {false, true}) {
      if (attack == Attack::views_bought && !views) continue;
      goals.told("sim_power_" + std::string(name_of(attack)) + (views ? "_views" : "_no_views"),
                 "  question or unusual at gamma >= .5 with 60 comments, " + std::string(views ? "" : "no ") +
                     "views shown: " + std::string(name_of(attack)) + (held_out(attack) ? " (held out)" : ""),
                 short_number(summarise(o, [&](const Outcome& x) { return x.shows_views == views; }).accused()),
                 source);
    }
    if (comments) accused += s.accused() * s.n, cases += s.n;
  }
  goals.at_least("sim_power_gamma",
                 "verdict question or unusual at gamma >= .5 with 60 comments: templates, paraphrases, pod",
                 accused / cases, 0.8, source);
  const auto o = run(Attack::none, Oddity::none, View::posts_12_comments_60, 0, 0, 2 * n);
  for (const Outcome& x : o) clean += x.atypical_gamma;
  goals.told("sim_gamma_clean", "mean P(gamma > .2) of clean accounts, 12 posts + 60 comments",
             short_number(clean / static_cast<double>(o.size())), source);
}

void judge_visibility(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 25 : 150;
  for (std::size_t v = 0; v < view_count; ++v) {
    const View view = static_cast<View>(v);
    double least = 1, width = 0, not_enough = 0;
    for (double phi : shares) {
      const auto o = run(phi == 0 ? Attack::none : Attack::followers_drip, Oddity::none, view, phi, 0, n);
      const Summary s = summarise(o, any);
      if (phi <= 0.3) least = std::min(least, s.coverage);
      width += s.width / std::size(shares), not_enough += s.not_enough / std::size(shares);
    }
    const std::string name(name_of(view));
    goals.at_least("sim_visibility_" + name, "least coverage at phi <= .3, " + name, least, 0.88, source);
    goals.told("sim_width_" + name, "  width, not_enough", short_number(width) + " " + short_number(not_enough),
               source);
  }
}

void judge_next_post(const Setting& setting, Goals& goals) {
  double held = 0, n = 0;
  for (const Outcome& x : run(Attack::none, Oddity::none, View::posts_12, 0, 0, setting.short_form ? 200 : 2000)) {
    if (x.next_post >= 0) ++n, held += x.next_post;
  }
  if (n == 0) return goals.missing("sim_next_post", "next-post prediction", "the report has none", source);
  goals.between("sim_next_post", "next-post prediction: the 90 % interval holds the next post", held / n, 0.88, 0.92,
                source);
}

}  // namespace

void measure_simulator(const Setting& setting, Goals& goals) {
  use_shipped_models();
  judge_followers(setting, goals);
  judge_oddities(setting, goals);
  judge_engagement(setting, goals);
  judge_visibility(setting, goals);
  judge_next_post(setting, goals);
}

}  // namespace calibration
