#include "split.hpp"

#include <algorithm>
#include <array>

#include "stats/elementary.hpp"
#include "stats/robust.hpp"

namespace plumb::signals {
namespace {

/// Spreads of ln likes for each view within an account, and how usual they are: lognormal around 0.4, ln spread 0.5 (0.44 on YouTube).
constexpr std::array<std::pair<double, double>, 5> spreads{
    {{0.2, 0.125}, {0.3, 0.277}, {0.45, 0.319}, {0.65, 0.205}, {0.95, 0.074}}};
/// ln of the factors by which views are more than the likes tell: 2, 3, 4.5, 8, 15.
constexpr std::array<double, 5> distances{0.693, 1.099, 1.504, 2.079, 2.708};
constexpr std::array<double, 4> parts{0.12, 0.25, 0.4, 0.5};
/// Where the middle of the usual group lies among all values.
constexpr std::array<double, 5> places{0.5, 0.6, 0.7, 0.8, 0.9};

/// Density of Student's t with four degrees of freedom, up to a factor.
double density(double z, double spread) {
  const double q = 1 + z * z / 4;
  return 1 / (q * q * sqrt(q) * spread);
}

/// One way of two groups, and how well it fits.
struct Way {
  double log_weight = 0, middle = 0, spread = 0, distance = 0, part = 0;
};

double log_sum(const std::vector<Way>& ways) {
  double top = -1e300, sum = 0;
  for (const auto& way : ways) top = std::max(top, way.log_weight);
  for (const auto& way : ways) sum += exp(way.log_weight - top);
  return top + log(sum);
}

double log_fit(const std::vector<double>& values, const Way& way) {
  double sum = 0;
  for (const double v : values) {
    const double usual = density((v - way.middle) / way.spread, way.spread);
    const double lower = way.part > 0 ? density((v - way.middle + way.distance) / way.spread, way.spread) : 0;
    sum += log((1 - way.part) * usual + way.part * lower);
  }
  return sum;
}

}  // namespace

Split lower_group(const std::vector<double>& values, double prior) {
  Split split;
  split.member.assign(values.size(), 0);
  std::vector<double> sorted = values;
  const double middle = *median(sorted);
  std::vector<Way> one, two;
  for (const auto& [spread, usual] : spreads) {
    one.push_back({log(usual), middle, spread, 0, 0});
    one.back().log_weight += log_fit(sorted, one.back());
    for (const double place : places) {
      const double at = sorted[static_cast<std::size_t>(place * static_cast<double>(sorted.size() - 1))];
      for (const double distance : distances) {
        for (const double part : parts) {
          two.push_back({log(usual / (places.size() * distances.size() * parts.size())), at, spread, distance, part});
          two.back().log_weight += log_fit(sorted, two.back());
        }
      }
    }
  }
  const double all = log_sum(two);
  const double odds = log(prior) - log(1 - prior) + all - log_sum(one);
  const double sure = logistic(odds);
  for (const auto& way : two) {
    const double weight = sure * exp(way.log_weight - all);
    if (weight < 1e-6) continue;
    const double more = way.part * (exp(way.distance) - 1);
    split.share += weight * more / (1 + more);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double usual = (1 - way.part) * density((values[i] - way.middle) / way.spread, way.spread);
      const double lower = way.part * density((values[i] - way.middle + way.distance) / way.spread, way.spread);
      split.member[i] += weight * lower / (usual + lower);
    }
  }
  for (const double m : split.member) split.expected += m;
  return split;
}

}  // namespace plumb::signals
