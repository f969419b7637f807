#include "posterior.hpp"

#include <algorithm>
#include <numeric>

#include "elementary.hpp"

namespace plumb {
namespace {

/// Cumulated mass at each cell's edge, from 0 to 1.
std::vector<double> edges_of(std::span<const double> probabilities) {
  std::vector<double> edges(probabilities.size() + 1);
  std::partial_sum(probabilities.begin(), probabilities.end(), edges.begin() + 1);
  return edges;
}

/// The x at which the cumulated mass reaches `mass`.
double position(std::span<const double> edges, double mass) {
  const auto cells = static_cast<double>(edges.size() - 1);
  const auto after = std::lower_bound(edges.begin() + 1, edges.end(), mass);
  if (after == edges.end()) return 1.0;
  const double inside = *after - *(after - 1);
  const double part = inside > 0 ? (mass - *(after - 1)) / inside : 0.0;
  return (static_cast<double>(after - edges.begin() - 1) + part) / cells;
}

/// The cumulated mass at x.
double mass_below(std::span<const double> edges, double x) {
  const auto cells = static_cast<double>(edges.size() - 1);
  const double place = std::clamp(x, 0.0, 1.0) * cells;
  const auto cell = std::min(static_cast<std::size_t>(place), edges.size() - 2);
  return edges[cell] + (edges[cell + 1] - edges[cell]) * (place - static_cast<double>(cell));
}

}  // namespace

void normalise(std::span<const double> log_weights, std::span<double> probabilities) {
  const double top = *std::max_element(log_weights.begin(), log_weights.end());
  double sum = 0;
  for (std::size_t i = 0; i < log_weights.size(); ++i) probabilities[i] = log_weights[i] - top;
  exp_each(probabilities);
  for (const double p : probabilities) sum += p;
  for (double& p : probabilities) p /= sum;
}

double log_beta_density(double x, double a, double b) {
  return (a - 1) * log(x) + (b - 1) * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b);
}

double mean_of(std::span<const double> probabilities) {
  double sum = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) sum += probabilities[i] * (static_cast<double>(i) + 0.5);
  return sum / static_cast<double>(probabilities.size());
}

double quantile_of(std::span<const double> probabilities, double p) { return position(edges_of(probabilities), p); }

double median_of(std::span<const double> probabilities) {
  const auto edges = edges_of(probabilities);
  return position(edges, 0.5 * edges.back());
}

double mass_above(std::span<const double> probabilities, double threshold) {
  const auto edges = edges_of(probabilities);
  return std::clamp(edges.back() - mass_below(edges, threshold), 0.0, 1.0);
}

Interval shortest_interval(std::span<const double> probabilities, double level) {
  const auto edges = edges_of(probabilities);
  const double total = edges.back();
  Interval best{0, position(edges, 0.5 * total), 1, level};
  const auto cells = static_cast<double>(probabilities.size());
  // The shortest interval begins or ends on an edge of a cell: inside cells its length is linear in its place.
  const auto consider = [&](double low, double high) {
    if (high - low < best.high - best.low - 1e-12) {
      best.low = low;
      best.high = high;
    }
  };
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (edges[i] + level * total <= total + 1e-15) {
      consider(static_cast<double>(i) / cells, position(edges, std::min(edges[i] + level * total, total)));
    }
    if (edges[i] >= level * total) consider(position(edges, edges[i] - level * total), static_cast<double>(i) / cells);
  }
  best.low = std::min(best.low, best.mid);
  best.high = std::max(best.high, best.mid);
  return best;
}

std::vector<double> location_likelihood(double y, std::span<const double> mean, double scale, double cap,
                                        double cap_below) {
  const auto [least, most] = std::minmax_element(mean.begin(), mean.end());
  const double range = *most - *least;
  // Where every cell expects the same, there is no bend: these are infinite.
  const double above = cap * scale / range, below = cap_below * scale / range;
  std::vector<double> out(mean.size());
  for (std::size_t i = 0; i < mean.size(); ++i) {
    const double z = (y - mean[i]) / scale;
    const double size = z < 0 ? -z : z;
    const double bend = z < 0 ? below : above;
    out[i] = size <= bend ? -0.5 * size * size : -bend * (size - 0.5 * bend);
  }
  return out;
}

void make_concave(std::span<double> values) {
  struct Corner {
    std::size_t at;
    double slope;  ///< from the corner before
  };
  std::vector<Corner> corners;
  corners.reserve(values.size());
  const auto slope = [&](std::size_t a, std::size_t b) {
    const double rise = values[b] - values[a];
    return b - a == 1 ? rise : rise / static_cast<double>(b - a);  // most are neighbours, and a division takes long
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    double step = 0;
    while (!corners.empty()) {
      step = slope(corners.back().at, i);
      if (corners.size() < 2 || step < corners.back().slope) break;
      corners.pop_back();
    }
    corners.push_back({i, step});
  }
  for (std::size_t c = 1; c < corners.size(); ++c) {
    const std::size_t from = corners[c - 1].at;
    const double step = corners[c].slope, start = values[from];
    for (std::size_t i = from + 1; i < corners[c].at; ++i) values[i] = start + step * static_cast<double>(i - from);
  }
}

}  // namespace plumb
