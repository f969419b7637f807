#include "robust.hpp"

#include <algorithm>

#include "normal.hpp"

namespace plumb {

std::optional<double> median(std::vector<double>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

double robust_deviation(std::span<const double> values, double centre) {
  std::vector<double> distances;
  distances.reserve(values.size());
  for (const double v : values) distances.push_back(v < centre ? centre - v : v - centre);
  return mad_to_deviation * *median(distances);
}

}  // namespace plumb
