#include "split.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "base/wide.hpp"
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

/// One way of two groups, and how well it fits.
struct Way {
  double log_weight, middle, spread, distance, part;
};

/// Density of Student's t with four degrees of freedom around a middle, up to a factor, for each value.
PLUMB_WIDE void densities(std::span<const double> values, double middle, double distance, double spread,
                          std::span<double> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double z = (values[i] - middle + distance) / spread;
    const double q = 1 + z * z / 4;
    out[i] = 1 / (q * q * std::sqrt(q) * spread);
  }
}

/// ln Σ of the ways' weights, and the weights divided by that sum.
struct Weights {
  std::vector<double> share;
  double log_sum = 0;
};

Weights weights_of(const std::vector<Way>& ways) {
  Weights out;
  double top = -1e300, sum = 0;
  for (const auto& way : ways) top = std::max(top, way.log_weight);
  for (const auto& way : ways) out.share.push_back(way.log_weight - top);
  exp_each(out.share);
  for (const double share : out.share) sum += share;
  for (double& share : out.share) share /= sum;
  out.log_sum = top + log(sum);
  return out;
}

constexpr std::size_t factors = 8;  // of one product

/// Densities of the values in the two groups of a way; those of a way that differs from the one before in its part alone are
/// the same.
class Groups {
 public:
  explicit Groups(std::span<const double> values)
      : values_(values), usual_(values.size()), lower_(values.size()), mixed_(values.size()) {}

  void usual(double middle, double spread) { densities(values_, middle, 0, spread, usual_); }
  void lower(double middle, double distance, double spread) { densities(values_, middle, distance, spread, lower_); }

  /// Adds the products of the values' densities. Logarithms are most of the work: one is taken of as many densities as can't
  /// leave the range of a double (each lies above 10^-20 for values that are logarithms of counts).
  void add_products(double part, std::vector<double>& products) {
    for (std::size_t i = 0; i < mixed_.size(); ++i) mixed_[i] = (1 - part) * usual_[i] + part * lower_[i];
    for (std::size_t from = 0; from < mixed_.size(); from += factors) {
      double product = 1;
      for (std::size_t i = from; i < std::min(from + factors, mixed_.size()); ++i) product *= mixed_[i];
      products.push_back(product);
    }
  }

  /// Adds the probability that each value is of the lower group.
  void add_members(double part, double weight, std::span<double> member) const {
    for (std::size_t i = 0; i < member.size(); ++i) {
      const double usual = (1 - part) * usual_[i], lower = part * lower_[i];
      member[i] += weight * lower / (usual + lower);
    }
  }

 private:
  std::span<const double> values_;
  std::vector<double> usual_, lower_, mixed_;
};

/// Adds ln likelihood to the weights of ways, of each of which as many products are there.
void add_fits(std::vector<Way>& ways, std::vector<double>& products) {
  log_each(products);
  const std::size_t each = products.size() / ways.size();
  for (std::size_t k = 0; k < products.size(); ++k) ways[k / each].log_weight += products[k];
}

}  // namespace

Split lower_group(const std::vector<double>& values, double prior) {
  Split split;
  split.member.assign(values.size(), 0);
  std::vector<double> sorted = values;
  const double middle = *median(sorted);
  Groups groups(sorted);
  std::vector<Way> one, two;
  std::vector<double> products_of_one, products_of_two;
  for (const auto& [spread, usual] : spreads) {
    groups.usual(middle, spread);
    groups.add_products(0, products_of_one);
    one.push_back({log(usual), middle, spread, 0, 0});
    const double log_usual = log(usual / (places.size() * distances.size() * parts.size()));
    for (const double place : places) {
      const double at = sorted[static_cast<std::size_t>(place * static_cast<double>(sorted.size() - 1))];
      groups.usual(at, spread);
      for (const double distance : distances) {
        groups.lower(at, distance, spread);
        for (const double part : parts) {
          groups.add_products(part, products_of_two);
          two.push_back({log_usual, at, spread, distance, part});
        }
      }
    }
  }
  add_fits(one, products_of_one);
  add_fits(two, products_of_two);
  const Weights weights = weights_of(two);
  const double odds = log(prior) - log(1 - prior) + weights.log_sum - weights_of(one).log_sum;
  const double sure = logistic(odds);
  Groups own(values);
  for (std::size_t k = 0; k < two.size(); ++k) {
    const Way& way = two[k];
    const double weight = sure * weights.share[k];
    if (weight < 1e-6) continue;
    const double more = way.part * (exp(way.distance) - 1);
    split.share += weight * more / (1 + more);
    own.usual(way.middle, way.spread);
    own.lower(way.middle, way.distance, way.spread);
    own.add_members(way.part, weight, split.member);
  }
  for (const double m : split.member) split.expected += m;
  return split;
}

}  // namespace plumb::signals
