#include "next_post.hpp"

#include <algorithm>
#include <vector>

#include "base/model.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"

namespace plumb {

double usual_spread(const Account& account) {
  if (account.basis == Basis::views) return model::prior("sigma.views");
  return facts_of(account.snapshot.platform).sigma_likes;
}

std::optional<Interval> predict_next_post(const Account& account) {
  struct Point {
    std::optional<Time> at;
    double value;
  };
  std::vector<Point> points;
  bool timed = true;
  for (const auto& view : account.posts) {
    if (!view.used() || !view.value) continue;
    timed = timed && view.post->at;
    points.push_back({view.post->at, log(view.value->mid + 0.5)});
  }
  if (points.size() < model::prior_count("nextpost.posts")) return {};
  std::sort(points.begin(), points.end(),
            [](const Point& a, const Point& b) { return a.at != b.at ? a.at > b.at : a.value < b.value; });
  // Posts of one moment weigh the same, so that their order does not matter.
  double sum = 0, weights = 0, squares = 0, weight = 1;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0 && timed && points[i].at != points[i - 1].at) weight *= model::prior("nextpost.decay");
    sum += weight * points[i].value;
    weights += weight;
    squares += weight * weight;
  }
  const double mean = sum / weights;
  double deviations = 0;
  for (const auto& point : points) deviations += (point.value - mean) * (point.value - mean);
  const double usual = usual_spread(account);
  const double prior_posts = model::prior("nextpost.prior_posts");
  const double degrees = prior_posts + static_cast<double>(points.size()) - 1;
  const double variance = (prior_posts * usual * usual + deviations) / degrees;
  const double reach = t_90(degrees) * sqrt(variance * (1 + squares / (weights * weights)));
  const auto count = [](double log_value) { return std::max(exp(log_value) - 0.5, 0.0); };
  return Interval{count(mean - reach), count(mean), count(mean + reach)};
}

}  // namespace plumb
