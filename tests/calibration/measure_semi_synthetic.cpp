#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/stats/posterior.hpp"
#include "core/stats/prior.hpp"
#include "fit_engagement.hpp"
#include "fit_people.hpp"
#include "measurements.hpp"
#include "melded_interval.hpp"
#include "models_under_test.hpp"
#include "plots.hpp"
#include "random.hpp"
#include "semi_synthetic.hpp"

namespace calibration {
namespace {

const std::string source = "semi-synthetic";
const std::string full = "12 posts + 30 followers with counts", names = "12 posts + 30 followers, names only",
                  posts = "12 posts";

struct Visible {
  std::string name;
  Shown shown;
  std::size_t people;
};

std::string at(double phi) { return "phi " + short_number(phi).substr(0, 3); }

/// The injected shares; or, for the average over the prior, as many draws from it.
std::vector<double> shares_of(bool from_prior, std::uint64_t seed) {
  std::vector<double> shares(std::begin(injected_shares), std::end(injected_shares));
  Random random(seed);
  for (double& phi : shares) {
    if (from_prior) phi = std::min(0.98, plumb::quantile_of(plumb::phi_prior(), random.uniform()));
  }
  return shares;
}

std::vector<Outcome> run(const Setting& setting, const std::vector<Visible>& views, bool from_prior = false) {
  const auto populations = read_populations(setting.data);
  const auto organic = read_organic_accounts(setting.data);
  std::vector<Outcome> outcomes;
  for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
    const FittedPeople fit = fit_people(populations, p);  // classifier and rates that have not seen this population
    use_people(fit.view());
    std::size_t used = 0;
    for (std::size_t a = 0; a < organic.size(); ++a) {
      if (organic[a].posts.size() < young_posts + 13 || for_fitting(organic[a])) continue;
      if (setting.short_form && ++used > 40) break;
      for (double phi : shares_of(from_prior, split_seed + a)) {
        for (const Visible& v : views) {
          const SemiSyntheticPlan plan{phi, 12, v.people, v.shown, populations[p].platform};
          Case c = semi_synthetic_case(organic[a], populations[p], plan,
                                       split_seed + a * 977 + static_cast<std::uint64_t>(phi * 100) * 31);
          c.visibility = v.name;
          outcomes.push_back(assess_case(c, from_prior));
        }
      }
    }
  }
  use_shipped_models();
  return outcomes;
}

void judge_full(const std::vector<Outcome>& o, Goals& goals, Plot& coverage) {
  const auto is = [&](const Outcome& x) { return x.visibility == full; };
  Line line{"30 followers, counts", {}, {}};
  double error = 0, width = 0;
  for (double phi : injected_shares) {
    const Summary s = summarise(o, [&](const Outcome& x) { return is(x) && x.phi == phi; });
    goals.at_least("coverage_full_" + short_number(phi), "coverage of the 90 % interval, " + full + ", " + at(phi),
                   s.coverage, 0.88, source);
    for (const std::string pool : {"srf", "instafake", "cresci"}) {
      const Summary part = summarise(o, [&](const Outcome& x) { return is(x) && x.phi == phi && x.pool == pool; });
      goals.told("coverage_full_" + short_number(phi) + "_" + pool,
                 "  of which with people of " + pool + " (coverage, error, bias, width)",
                 short_number(part.coverage) + " " + short_number(part.error) + " " + short_number(part.bias) + " " +
                     short_number(part.width),
                 source);
    }
    error += s.error / std::size(injected_shares);
    width += s.width / std::size(injected_shares);
    line.x.push_back(phi), line.y.push_back(s.coverage);
  }
  coverage.lines.push_back(line);
  goals.at_most("error_full", "mean absolute error of phi, " + full, error, 0.085, source);
  goals.at_most("width_full", "width of the same interval", width, 0.45, source);
  const Summary clean = summarise(o, [&](const Outcome& x) { return is(x) && x.phi == 0; });
  goals.at_most("unusual_clean_full", "verdict unusual on clean accounts, " + full, clean.unusual, 0.01, source);
  goals.at_most("question_clean_full", "verdict question on clean accounts, " + full, clean.question, 0.05, source);
  const Summary bought = summarise(o, [&](const Outcome& x) { return is(x) && x.phi >= 0.5; });
  goals.at_least("power_phi_full", "verdict question or unusual at phi >= .5, " + full, bought.accused(), 0.8, source);
  goals.told("power_phi_full_half", "  of which at phi = .5",
             short_number(summarise(o, [&](const Outcome& x) { return is(x) && x.phi == 0.5; }).accused()), source);
  const Summary all = summarise(o, is);
  goals.at_most("not_enough_full", "verdict not_enough, " + full, all.not_enough, 0.05, source);
}

void judge_less(const std::vector<Outcome>& o, const std::vector<Outcome>& over_prior, Goals& goals, Plot& coverage,
                const std::string& view, const std::string& short_name) {
  Line line{short_name, {}, {}};
  double least = 1;
  const auto at_phi = [&](double phi) {
    return summarise(o, [&](const Outcome& x) { return x.visibility == view && x.phi == phi; }).coverage;
  };
  for (double phi : injected_shares) {
    line.x.push_back(phi), line.y.push_back(at_phi(phi));
    if (phi <= 0.3) least = std::min(least, line.y.back());
  }
  coverage.lines.push_back(line);
  goals.at_least("coverage_low_" + short_name, "least coverage at phi <= .3, " + view, least, 0.88, source);
  goals.at_least("coverage_prior_" + short_name, "coverage on average over the prior, " + view,
                 summarise(over_prior, [&](const Outcome& x) { return x.visibility == view; }).coverage, 0.88, source);
  const Summary clean = summarise(o, [&](const Outcome& x) { return x.visibility == view && x.phi == 0; });
  goals.at_most("accused_clean_" + short_name, "verdict question or unusual on clean accounts, " + view,
                clean.accused(), 0.05, source);
}

/// Where in the distribution told the truth fell, and how sharp and right the distribution was.
void judge_distributions(const std::vector<Outcome>& over_prior, const Setting& setting, Goals& goals) {
  Plot pit{"Where the truth fell in the distribution of phi (phi from the prior)",
           "probability below the truth",
           "density",
           0,
           1,
           0,
           2,
           {},
           false,
           1,
           true};
  for (const std::string& view : {full, names, posts}) {
    std::vector<double> values;
    for (const Outcome& x : over_prior) {
      if (x.visibility == view) values.push_back(x.pit);
    }
    pit.lines.push_back(density(view == full ? "30, counts" : view == names ? "30, names" : "posts alone", values, 10));
    const auto between = [&](double low, double high) {
      return summarise(over_prior,
                       [&](const Outcome& x) { return x.visibility == view && x.phi >= low && x.phi < high; });
    };
    goals.told("prior_by_share_" + view, "  of which at phi below .2, .2 to .5, above: coverage, " + view,
               short_number(between(0, 0.2).coverage) + " " + short_number(between(0.2, 0.5).coverage) + " " +
                   short_number(between(0.5, 1).coverage),
               source);
    goals.told("crps_" + view, "CRPS of phi, phi drawn from the prior, " + view, short_number(between(0, 1).crps),
               source);
  }
  write_svg(pit, setting.out / "pit_phi.svg");
}

void judge_narrow(const std::vector<Outcome>& o, Goals& goals) {
  // run() puts the views of one case one after the other: posts first, then the same account with its followers' counts,
  // then with their names. X lists counts, Instagram names, and so the promise says.
  std::vector<double> ratios;
  for (std::size_t i = 0; i + 2 < o.size(); ++i) {
    if (o[i].visibility != posts || o[i].promised <= 0) continue;
    const std::size_t followed = o[i].pool == "cresci" ? i + 1 : i + 2;
    ratios.push_back(o[followed].width() / o[i].promised);
  }
  if (ratios.empty())
    return goals.missing("narrow", "width after following narrow / width promised", "nothing promised", source);
  std::nth_element(ratios.begin(), ratios.begin() + static_cast<long>(ratios.size() / 2), ratios.end());
  goals.between("narrow", "width after following narrow / width promised, median", ratios[ratios.size() / 2], 0.8, 1.25,
                source);
}

/// Ours beside melded intervals, which know the flagged of the sample and the rates of the same card in the two populations
/// that fitted it, each row of its own population left out.
void compare_with_melded(const std::vector<Outcome>& o, const Setting& setting, Goals& goals) {
  const auto populations = read_populations(setting.data);
  Random random(split_seed + 17);
  for (const std::string& view : {full, names}) {
    const auto visibility = view == full ? plumb::Visibility::counts : plumb::Visibility::names_only;
    for (int p = 0; p < static_cast<int>(populations.size()); ++p) {
      Flagged positives, negatives;
      for (const PopulationRates& rates : fit_people(populations, p).table(visibility).rates) {
        positives.flagged += rates.sensitivity * rates.fakes, positives.of += rates.fakes;
        negatives.flagged += rates.alarm * rates.reals, negatives.of += rates.reals;
      }
      double n = 0, held = 0, width = 0, ours_held = 0, ours_width = 0;
      for (const Outcome& x : o) {
        if (x.visibility != view || x.pool != populations[p].name || x.followers == 0) continue;
        const MeldedInterval melded = melded_interval({x.flagged, x.followers}, positives, negatives, random);
        ++n;
        held += melded.low <= x.phi + 1e-9 && x.phi <= melded.high + 1e-9, width += melded.high - melded.low;
        ours_held += x.covered(), ours_width += x.width();
      }
      goals.told("melded_" + populations[p].name + (view == full ? "_counts" : "_names"),
                 "coverage and width beside melded intervals, " + view + ", " + populations[p].name + ": ours; melded",
                 short_number(ours_held / n) + " " + short_number(ours_width / n) + "; " + short_number(held / n) +
                     " " + short_number(width / n),
                 source);
    }
  }
}

void judge_next_post(const std::vector<Outcome>& o, const Setting& setting, Goals& goals) {
  double n = 0, held = 0, crps = 0;
  std::vector<double> pit;
  for (const Outcome& x : o) {
    if (x.next_post < 0 || x.visibility != posts || x.phi != 0 || x.pool != "srf") continue;
    ++n, held += x.next_post, crps += x.next_post_crps;
    pit.push_back(x.next_post_pit);
  }
  if (n == 0)
    return goals.missing("next_post", "next-post prediction holds the next post", "the report has none", source);
  goals.between("next_post", "next-post prediction: the 90 % interval holds the next post", held / n, 0.88, 0.92,
                source);
  goals.told("next_post_crps", "CRPS of ln next post", short_number(crps / n), source);
  Plot plot{"Where the next post fell in its prediction",
            "probability below the post",
            "density",
            0,
            1,
            0,
            2,
            {},
            false,
            1,
            true};
  plot.lines.push_back(density("organic accounts", pit, 10));
  write_svg(plot, setting.out / "pit_next_post.svg");
}

}  // namespace

void measure_semi_synthetic(const Setting& setting, Goals& goals) {
  if (read_organic_accounts(setting.data).empty() || read_populations(setting.data).size() < 3) {
    return goals.missing("semi_synthetic", "semi-synthetic benchmark", "data missing", source);
  }
  const auto outcomes =
      run(setting, {{posts, Shown::nothing, 0}, {full, Shown::counts, 30}, {names, Shown::names, 30}});
  Plot coverage{
      "Coverage of the 90 % interval, people left out", "share injected", "coverage", 0, 0.7, 0, 1, {}, false, 0.9};
  judge_full(outcomes, goals, coverage);
  const auto over_prior =
      run(setting, {{posts, Shown::nothing, 0}, {full, Shown::counts, 30}, {names, Shown::names, 30}}, true);
  judge_less(outcomes, over_prior, goals, coverage, names, "names");
  judge_less(outcomes, over_prior, goals, coverage, posts, "posts");
  const Summary drawn = summarise(over_prior, [&](const Outcome& x) { return x.visibility == full; });
  goals.told("prior_full", "phi drawn from the prior, " + full + ": coverage, error, width",
             short_number(drawn.coverage) + " " + short_number(drawn.error) + " " + short_number(drawn.width), source);
  judge_distributions(over_prior, setting, goals);
  const Summary alone = summarise(outcomes, [&](const Outcome& x) { return x.visibility == posts; });
  goals.at_least("width_posts", "interval width with followers + 12 posts only", alone.width, 0.40, source);
  goals.told("error_posts", "mean absolute error of phi with 12 posts only", short_number(alone.error), source);
  compare_with_melded(outcomes, setting, goals);
  judge_narrow(outcomes, goals);
  judge_next_post(outcomes, setting, goals);
  write_svg(coverage, setting.out / "coverage.svg");

  Plot where{"Where the truth fell: below, lower half, upper half, above",
             "part of the interval",
             "share",
             0,
             3,
             0,
             1,
             {},
             false,
             0.45};
  Plot widths{"Width against the number of followers seen",
              "followers with counts",
              "width of the 90 % interval",
              0,
              300,
              0,
              1,
              {}};
  for (double phi : {0.0, 0.3, 0.7}) {
    Line line{at(phi), {0, 1, 2, 3}, {0, 0, 0, 0}};
    double n = 0;
    for (const Outcome& x : outcomes) {
      if (x.visibility != full || x.phi != phi) continue;
      ++n;
      ++line.y[x.phi < x.low - 1e-9 ? 0 : x.phi <= x.mid ? 1 : x.phi <= x.high + 1e-9 ? 2 : 3];
    }
    for (double& y : line.y) y /= n;
    where.lines.push_back(line);
  }
  write_svg(where, setting.out / "where_truth_fell.svg");
  std::vector<Visible> sizes;
  for (std::size_t people : {10u, 30u, 100u, 300u}) sizes.push_back({std::to_string(people), Shown::counts, people});
  Setting few = setting;
  few.short_form = true;
  const auto by_size = run(few, sizes);
  for (double phi : {0.0, 0.2, 0.5}) {
    Line line{at(phi),
              {0},
              {summarise(outcomes, [&](const Outcome& x) { return x.visibility == posts && x.phi == phi; }).width}};
    for (const Visible& v : sizes) {
      line.x.push_back(static_cast<double>(v.people));
      line.y.push_back(
          summarise(by_size, [&](const Outcome& x) { return x.visibility == v.name && x.phi == phi; }).width);
    }
    widths.lines.push_back(line);
  }
  write_svg(widths, setting.out / "width_by_evidence.svg");
}

}  // namespace calibration
