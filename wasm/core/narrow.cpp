#include "narrow.hpp"

#include <algorithm>
#include <array>

#include "signals/sample.hpp"
#include "signals/shares.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

constexpr double level = 0.9;

/// Nodes and weights of Gauss and Hermite for a normal variable: the mean over three outcomes of a quantity that
/// changes smoothly is that over all.
constexpr std::array<std::pair<double, double>, 3> outcomes{{{-1.7320508, 1.0 / 6}, {0, 2.0 / 3}, {1.7320508, 1.0 / 6}}};

/// Mean and standard deviation of a share among `count` whose mean is linear in the cells of a posterior.
struct Predicted {
  double mean = 0, sd = 0;
};
template <class Curve, class Mean>
Predicted predict(const Curve& posterior, Mean mean_at, double spread, double count) {
  double mean = 0, square = 0;
  for (std::size_t i = 0; i < posterior.size(); ++i) {
    const double p = mean_at(i);
    mean += posterior[i] * p;
    square += posterior[i] * (p * p + p * (1 - p) / count + spread * spread);
  }
  return {mean, sqrt(std::max(square - mean * mean, 0.0))};
}

/// Expected width of audience.share after `count` more followers with their counts visible.
double audience_width_after(const Estimate& estimate, double count) {
  const auto classifier = signals::classifier_of(Visibility::counts);
  const auto share = predict(estimate.phi(), [&](std::size_t i) { return classifier.flagged(model::phi_at(i)); },
                             classifier.spread, count);
  double width = 0;
  for (const auto& [step, weight] : outcomes) {
    const double flagged = std::clamp((share.mean + step * share.sd) * count, 0.0, count);
    const auto sample = signals::sample_likelihood(classifier, {flagged, count}, {});
    width += weight * shortest_interval(estimate.phi_with_sample(sample), level).width();
  }
  return width;
}

/// Expected width of the organic share after `count` more comments, judged by the signal that speaks loudest of them.
double engagement_width_after(const Estimate& estimate, double count) {
  const signals::ShareModel repeats{model::prior("comment_repetition.base"), model::prior("comment_repetition.slope"),
                                    model::prior("comment_repetition.spread")};
  const auto gamma = estimate.gamma();
  const auto share = predict(gamma, [&](std::size_t g) { return repeats.base + repeats.slope * model::gamma_at(g); },
                             repeats.spread, count);
  double width = 0;
  for (const auto& [step, weight] : outcomes) {
    const double seen = std::clamp(share.mean + step * share.sd, 0.0, 1.0) * count;
    const auto curve = signals::share_likelihood(repeats, seen, count);
    model::GammaCurve log_weight{}, after{};
    for (std::size_t g = 0; g < after.size(); ++g) log_weight[g] = log(std::max(gamma[g], 1e-300)) + curve[g];
    normalise(log_weight, after);
    width += weight * shortest_interval(after, level).width();
  }
  return width;
}

}  // namespace

std::vector<Narrowing> narrowings(const Observed& observed, const Estimate& estimate) {
  std::vector<Narrowing> out;
  const double least = model::prior("narrow.least");
  const auto add = [&](std::string_view action, double count, On of, double now, double after) {
    if (after < now - least) out.push_back({action, static_cast<int>(count), of, after});
  };
  if (static_cast<double>(observed.people.size()) < model::prior("people.cap")) {
    add("open_followers", model::prior("narrow.followers"), On::audience, shortest_interval(estimate.phi(), level).width(),
        audience_width_after(estimate, model::prior("narrow.followers")));
  }
  if (observed.conversation.judged < 200 && observed.account.used > 0) {
    add("open_posts", model::prior("narrow.comments"), On::engagement, shortest_interval(estimate.gamma(), level).width(),
        engagement_width_after(estimate, model::prior("narrow.comments")));
  }
  return out;
}

}  // namespace plumb
