/// @file
/// @brief Random numbers that are the same on every machine, for the simulator and the splits.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace calibration {

/// SplitMix64 (Steele, Lea & Flood 2014) and the distributions that the simulator needs.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  /// In (0, 1).
  double uniform() { return (static_cast<double>(next() >> 11) + 0.5) / 9007199254740992.0; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(uniform() * static_cast<double>(n)); }
  bool chance(double p) { return uniform() < p; }
  double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
  /// Student's t with 4 degrees of freedom, scaled to unit variance.
  double heavy() {
    double chi = 0;
    for (int i = 0; i < 4; ++i) chi += std::pow(normal(), 2);
    return normal() / std::sqrt(chi / 4) / std::sqrt(2.0);
  }
  /// Poisson; a rounded normal above a mean of 50.
  std::int64_t poisson(double mean) {
    if (mean > 50) return std::max<std::int64_t>(0, std::llround(mean + std::sqrt(mean) * normal()));
    std::int64_t n = -1;
    for (double p = 1; p > std::exp(-mean); ++n) p *= uniform();
    return std::max<std::int64_t>(n, 0);
  }
  double gamma(double shape) {  // Marsaglia & Tsang 2000
    if (shape < 1) return gamma(shape + 1) * std::pow(uniform(), 1 / shape);
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double x = normal(), v = std::pow(1 + c * x, 3);
      if (v > 0 && std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
  }
  double beta(double a, double b) {
    const double x = gamma(a);
    return x / (x + gamma(b));
  }

 private:
  std::uint64_t state_;
};

}  // namespace calibration
