#include "best_test.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <string>
#include <vector>

#include "core/stats/robust.hpp"
#include "simulate_comments.hpp"

namespace calibration {
namespace {

constexpr double uniform = 0.4 / 3.4641016151377544;  ///< spread of a factor between .8 and 1.2
constexpr double innovation = 0.96286;  // √(1 − neighbours²)
static_assert(innovation * innovation + neighbours * neighbours > 0.9999 &&
              innovation * innovation + neighbours * neighbours < 1.0001);

double normal_density(double z, double sd) {
  return std::exp(-0.5 * z * z / (sd * sd)) / (sd * std::sqrt(2 * std::numbers::pi));
}

/// Student's t with 4 degrees of freedom, scaled to unit variance.
double heavy_density(double x) { return std::numbers::sqrt2 * 0.375 * std::pow(1 + 0.5 * x * x, -2.5); }

/// What a post's luck is drawn from; nine in ten normal.
double luck_density(double z) {
  constexpr double most = 16, per_unit = 64;
  static const auto table = [] {
    std::array<double, static_cast<std::size_t>(2 * most * per_unit) + 1> t{};
    for (std::size_t i = 0; i < t.size(); ++i) {
      const double x = static_cast<double>(i) / per_unit - most;
      t[i] = 0.9 * normal_density(x, 1) + 0.1 * heavy_density(x);
    }
    return t;
  }();
  if (std::abs(z) >= most) return heavy_density(z) / 10;
  return table[static_cast<std::size_t>((z + most) * per_unit + 0.5)];
}

struct Counts {
  double likes = 0, comments = 0, views = 0;
  double ln_views = 0;
};

/// A value that ln engagement of a post may have, and how likely what is shown is with it (over d ln).
struct Node {
  double ln_mean, weight;
};

/// What an attack does to one post, γ and an account's level given.
struct Change {
  double likes_times = 1, likes_spread = 0;  ///< spread: of the factor or the number added, as a share of it
  double likes_added = 0, added_spread = 0;
  double comments_times = 1;
};

/// Poisson at small counts, else normal: what is shown of a post's likes with that mean.
double likes_density(double shown, double mean, const Change& change) {
  const double spread = change.likes_times * mean * change.likes_spread,
               added = change.likes_added * change.added_spread;
  if (spread == 0 && change.likes_added == 0) return std::exp(shown * std::log(mean) - mean - std::lgamma(shown + 1));
  const double times = change.likes_times;
  return normal_density(shown - change.likes_added - times * mean,
                        std::sqrt(times * times * mean + spread * spread + added * added + 0.1));
}

std::vector<Node> nodes_of(double shown, const Change& change) {
  const double organic = (shown - change.likes_added) / change.likes_times, jitter = organic * change.likes_spread,
               added = change.likes_added * change.added_spread / change.likes_times;
  const double sd = std::sqrt(std::max(organic, 0.0) + 1 + jitter * jitter + added * added);
  // ∫ p(shown | mean) d ln mean is 1 / what is organic of it.
  if (organic > 0 && sd < 0.05 * organic) return {{std::log(organic), 1 / (organic * change.likes_times)}};
  constexpr int count = 13;
  const double low = std::log(organic > 0.5 ? std::max(0.02, organic * std::exp(-4 * sd / organic)) : 0.02),
               high = std::log(std::max(organic, 0.0) + 4 * sd), step = (high - low) / (count - 1);
  std::vector<Node> nodes;
  for (int k = 0; k < count; ++k) {
    const double u = low + k * step;
    nodes.push_back({u, likes_density(shown, std::exp(u), change) * step});
  }
  return nodes;
}

/// A grid of one unknown: values with their prior weights.
struct Grid {
  std::vector<double> at, weight;
};

/// Around where the data put it, weighed by a normal prior with mean 0; the value 0 alone where nothing is unknown.
Grid grid_of(double centre, double error, int count, double prior) {
  if (prior == 0) return {{0}, {1}};
  Grid grid;
  for (int k = 0; k < count; ++k) {
    const double x = centre + error * (k - (count - 1) / 2.0);
    grid.at.push_back(x);
    grid.weight.push_back(normal_density(x, prior) * error);
  }
  return grid;
}

/// ln of what can't be.
constexpr double impossible = -1e6;

double log_of_sum(const std::vector<double>& logs) {
  const double most = *std::max_element(logs.begin(), logs.end());
  double sum = 0;
  for (const double one : logs) sum += std::exp(one - most);
  return most + std::log(sum);
}

/// The likelihood of what a page's posts show, under one attack or none.
class Hypothesis {
 public:
  Hypothesis(const plumb::Snapshot& page, Attack attack, double gamma, bool own_ratios)
      : shape_(shape_of(page.platform)), attack_(attack), odds_(gamma / (1 - gamma)), own_ratios_(own_ratios) {
    for (const auto& post : page.posts) {
      posts_.push_back({post.likes->mid(), post.comments->mid(), post.views ? post.views->mid() : 0});
      posts_.back().ln_views = std::log(posts_.back().views + 0.5);
    }
    prior_ = shape_.level(std::log(page.profile.followers->mid()));
    std::vector<double> likes;
    for (const Counts& post : posts_) likes.push_back(std::log(post.likes + 0.5));
    level_ = *plumb::median(likes);
    if (adds_likes()) level_ -= std::log(1 + odds_);
  }

  double log_likelihood() const {
    if (attack_ != Attack::views_spikes) return log_integral(0);
    std::vector<double> logs;
    for (const double part : {0.15, 0.25, 0.35, 0.45}) logs.push_back(log_integral(part) - std::log(4));
    return log_of_sum(logs);
  }

 private:
  bool adds_likes() const {
    return attack_ == Attack::likes_quota || attack_ == Attack::likes_delayed || attack_ == Attack::likes_proportional;
  }

  Change change_of(std::size_t index, double level) const {
    Change change;
    const double quota = std::exp(level) * odds_;
    switch (attack_) {
      case Attack::likes_quota: change.likes_added = quota, change.added_spread = 0.03; break;
      case Attack::likes_delayed:
        change.likes_added = quota * std::min(1.0, 0.3 + 0.2 * static_cast<double>(index));
        change.added_spread = uniform;
        break;
      case Attack::likes_proportional:
        change.likes_times = 1 + odds_, change.likes_spread = odds_ * uniform / (1 + odds_);
        break;
      case Attack::crowd: change.comments_times = 1 + odds_; break;
      default: break;
    }
    return change;
  }

  /// Negative binomial, without what follows neither from the mean nor from the attack.
  static double comments_density(double k, double constant, double mean) {
    const double r = comments_shape;
    return std::exp(constant - (r + k) * std::log(r + mean) + k * std::log(mean));
  }

  /// Of ln views, d above what the likes' mean and the account's own ratio let expect.
  double views_density(double d, std::size_t index, double part) const {
    switch (attack_) {
      case Attack::views_steady:
        return normal_density(d - std::log(1 + odds_), std::hypot(views_spread, odds_ * uniform / (1 + odds_)));
      case Attack::views_bought: {
        if (index % 3 != 0) break;
        double sum = 0;
        for (int k = 0; k < 10; ++k) sum += normal_density(d - std::log(5 + 1.5 * (k + 0.5)), views_spread) / 10;
        return sum;
      }
      case Attack::views_spikes:
        return (1 - part) * normal_density(d, views_spread) +
               part * normal_density(d - std::log(1 + odds_ / part), std::hypot(views_spread, uniform));
      default: break;
    }
    return normal_density(d, views_spread);
  }

  Grid comments_grid() const {
    double shown = 0, expected = 0;
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      const Change change = change_of(i, level_);
      shown += posts_[i].comments / change.comments_times;
      expected += std::max(1.0, (posts_[i].likes - change.likes_added) / change.likes_times) * shape_.comments_per_like;
    }
    const auto n = static_cast<double>(posts_.size());
    const double prior = own_ratios_ ? own_comments_per_like : 0,
                 error = std::min(0.5, std::sqrt((0.5 + n / (shown + 1)) / n));
    return grid_of(std::log((shown + 0.5) / (expected + 0.5)), error, 9, prior);
  }

  Grid views_grid() const {
    if (!shape_.views || !own_ratios_) return {{0}, {1}};
    std::vector<double> above;
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      if (attack_ == Attack::views_bought && i % 3 == 0) continue;
      const Change change = change_of(i, level_);
      const double organic = std::max(0.5, (posts_[i].likes - change.likes_added) / change.likes_times);
      above.push_back(std::log(posts_[i].views + 0.5) - std::log(organic / shape_.likes_per_view));
    }
    double centre = *plumb::median(above);
    if (attack_ == Attack::views_steady) centre -= std::log(1 + odds_);
    const double error = 1.25 * 0.45 / std::sqrt(static_cast<double>(above.size()));
    // Among spikes the middle may lie far above what the account draws by itself.
    if (attack_ == Attack::views_spikes) return grid_of(centre - 4 * error, error, 17, own_likes_per_view);
    return grid_of(centre, error, 9, own_likes_per_view);
  }

  /// What is shown of each post, by node and by cell of the account's own ratios.
  struct Shown {
    std::vector<Node> nodes;
    std::vector<double> density;
  };
  std::vector<Shown> shown_at(double level, double part, const Grid& own_comments, const Grid& own_views) const;
  /// ln of the sum over the account's own ratios at one level and spread: the chain of the posts, each given its neighbour.
  double log_chain(const std::vector<Shown>& shown, double level, double sigma,
                   const std::vector<double>& cell_weights) const;
  double log_integral(double part) const;

  const PlatformShape& shape_;
  Attack attack_;
  double odds_;
  bool own_ratios_;
  std::vector<Counts> posts_;
  double prior_ = 0, level_ = 0;
};

std::vector<Hypothesis::Shown> Hypothesis::shown_at(double level, double part, const Grid& own_comments,
                                                    const Grid& own_views) const {
  std::vector<Shown> out;
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    const Counts& post = posts_[i];
    const Change change = change_of(i, level);
    Shown& shown = out.emplace_back(Shown{nodes_of(post.likes, change), {}});
    const double k = post.comments / change.comments_times, r = comments_shape;
    const double constant =
        std::lgamma(k + r) - std::lgamma(k + 1) - std::lgamma(r) + r * std::log(r) - std::log(change.comments_times);
    for (const Node& node : shown.nodes) {
      for (const double own : own_comments.at) {
        const double mean = std::exp(node.ln_mean + own) * shape_.comments_per_like;
        const double comments = node.weight * comments_density(k, constant, mean);
        for (const double drawn : own_views.at) {
          const double above = post.ln_views - (node.ln_mean - std::log(shape_.likes_per_view) + drawn);
          shown.density.push_back(shape_.views ? comments * views_density(above, i, part) : comments);
        }
      }
    }
  }
  return out;
}

double Hypothesis::log_chain(const std::vector<Shown>& shown, double level, double sigma,
                             const std::vector<double>& cell_weights) const {
  const std::size_t cells = cell_weights.size();
  std::vector<double> before, after;  // by node and cell
  double log_sum = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto& nodes = shown[i].nodes;
    after.assign(nodes.size() * cells, 0);
    double most = 0;
    for (std::size_t j = 0; j < nodes.size(); ++j) {
      const double z = (nodes[j].ln_mean - level) / sigma;
      double* row = &after[j * cells];
      for (std::size_t c = 0; i == 0 && c < cells; ++c) row[c] = luck_density(z) / sigma * cell_weights[c];
      for (std::size_t k = 0; i > 0 && k < shown[i - 1].nodes.size(); ++k) {
        const double earlier = (shown[i - 1].nodes[k].ln_mean - level) / sigma,
                     moves = luck_density((z - neighbours * earlier) / innovation) / (innovation * sigma);
        for (std::size_t c = 0; c < cells; ++c) row[c] += moves * before[k * cells + c];
      }
      for (std::size_t c = 0; c < cells; ++c) most = std::max(most, row[c] *= shown[i].density[j * cells + c]);
    }
    if (most <= 0) return impossible;
    for (double& x : after) x /= most;
    log_sum += std::log(most);
    before.swap(after);
  }
  return log_sum + std::log(std::accumulate(before.begin(), before.end(), 0.0));
}

double Hypothesis::log_integral(double part) const {
  const Grid own_comments = comments_grid(), own_views = views_grid();
  std::vector<double> cell_weights;
  for (const double comments : own_comments.weight) {
    for (const double views : own_views.weight) cell_weights.push_back(comments * views);
  }
  // A number that is added follows the level, everything else that is shown does not.
  const bool follows_level = attack_ == Attack::likes_quota || attack_ == Attack::likes_delayed;
  auto shown = shown_at(level_, part, own_comments, own_views);
  std::vector<double> logs;
  for (int s = -3; s <= 3; ++s) {
    const double spread = 0.3 * s, sigma = shape_.sigma * std::exp(spread), width = 0.25 * sigma;
    for (int l = -6; l <= 6; ++l) {
      const double level = level_ + l * width;
      const double prior = normal_density(spread, sigma_spread) * 0.3 * heavy_density((level - prior_) / shape_.tau) /
                           shape_.tau * width;
      if (follows_level) shown = shown_at(level, part, own_comments, own_views);
      logs.push_back(std::log(prior) + log_chain(shown, level, sigma, cell_weights));
    }
  }
  return log_of_sum(logs);
}

/// ln likelihood of how many of the comments regulars wrote, where γ of all are by accounts that never come back.
double regulars(const plumb::Snapshot& page, double gamma) {
  double regulars = 0, others = 0;
  for (const auto& comment : page.comments) {
    if (comment.by_creator.value_or(false)) continue;
    (comment.author->starts_with("fan") ? regulars : others) += 1;
  }
  double sum = 0;
  for (int k = 0; k < 200; ++k) {
    const double r = (k + 0.5) / 200, share = r * (1 - gamma);  // Beta(2, 5)
    sum += r * std::pow(1 - r, 4) * std::pow(share, regulars) * std::pow(1 - share, others);
  }
  return std::log(sum);
}

}  // namespace

double log_likelihood(const plumb::Snapshot& page, Attack attack, double gamma, bool own_ratios) {
  return Hypothesis(page, attack, gamma, own_ratios).log_likelihood() +
         regulars(page, attack == Attack::crowd ? gamma : 0);
}

double scripted_evidence(const plumb::Snapshot& page) {
  std::map<std::string, int> texts;
  double unlike = 0;
  int most = 0;
  for (const auto& comment : page.comments) {
    if (comment.by_creator.value_or(false)) continue;
    unlike += !people_write(*comment.text);
    most = std::max(most, ++texts[*comment.text]);
  }
  return 1000 * unlike + most;
}

}  // namespace calibration
