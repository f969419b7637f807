#include <algorithm>
#include <cmath>

#include "fit_engagement.hpp"
#include "measurements.hpp"
#include "random.hpp"
#include "semi_synthetic.hpp"

namespace calibration {
namespace {

const std::string source = "semi-synthetic";

double median_likes(const plumb::Snapshot& s) {
  std::vector<double> likes;
  for (const auto& post : s.posts) likes.push_back(post.likes->mid());
  std::nth_element(likes.begin(), likes.begin() + static_cast<long>(likes.size() / 2), likes.end());
  return likes[likes.size() / 2];
}

/// γ of the likes are bought: one number on every post (give or take 3 %), or in proportion (give or take 20 %).
void buy_likes(plumb::Snapshot& s, double gamma, bool quota, Random& random) {
  const double odds = gamma / (1 - gamma), typical = median_likes(s);
  for (auto& post : s.posts) {
    const double likes = post.likes->mid();
    const double bought =
        quota ? typical * odds * std::exp(0.03 * random.normal()) : likes * odds * random.uniform(0.8, 1.2);
    const auto shown = static_cast<std::int64_t>(std::llround(likes + bought));
    post.likes = plumb::Count{shown, shown};
  }
}

}  // namespace

void measure_likes(const Setting& setting, Goals& goals) {
  const auto organic = read_organic_accounts(setting.data);
  if (organic.empty()) return goals.missing("likes", "likes bought for real accounts", "data missing", source);
  use_shipped_models();
  const Population nobody;
  for (const bool quota : {true, false}) {
    for (const double gamma : {0.0, 0.5, 0.7}) {
      if (gamma == 0 && !quota) continue;
      std::vector<Outcome> outcomes;
      for (std::size_t a = 0; a < organic.size(); ++a) {
        if (organic[a].posts.size() < young_posts + 13 || for_fitting(organic[a])) continue;
        Case c = semi_synthetic_case(organic[a], nobody, {0, 12, 0, Shown::nothing, plumb::Platform::instagram},
                                     split_seed + a);
        Random random(split_seed + 31 * a);
        if (gamma > 0) buy_likes(c.snapshot, gamma, quota, random);
        outcomes.push_back(assess_case(c));
      }
      double suspected = 0;
      for (const Outcome& o : outcomes) suspected += o.atypical_gamma / static_cast<double>(outcomes.size());
      const Summary s = summarise(outcomes, [](const Outcome&) { return true; });
      const std::string what = gamma == 0 ? "real accounts as they are"
                                          : "real accounts with likes bought, " +
                                                std::string(quota ? "one number on every post" : "in proportion") +
                                                ", gamma " + short_number(gamma).substr(0, 3);
      goals.told("likes_" + std::string(quota ? "quota_" : "proportional_") + short_number(gamma).substr(0, 3),
                 what + ": question or unusual, mean P(gamma > .2)",
                 short_number(s.accused()) + " " + short_number(suspected), source);
    }
  }
}

}  // namespace calibration
