/// @file
/// @brief Distributions over the cells of a grid that divides [0, 1] evenly, and likelihoods on them.
#pragma once

#include <span>
#include <vector>

#include "interval.hpp"

namespace plumb {

/// Turns log weights into probabilities that sum to 1.
void normalise(std::span<const double> log_weights, std::span<double> probabilities);

/// ln of the Beta(a, b) density at each cell's middle, up to a constant.
double log_beta_density(double x, double a, double b);

/// Mean of the cells' middles.
double mean_of(std::span<const double> probabilities);

/// Quantile, with the mass spread evenly inside a cell.
double quantile_of(std::span<const double> probabilities, double p);

/// Where half of the mass lies on either side: the middle of the shortest interval, to the last bit.
double median_of(std::span<const double> probabilities);

/// P(x > threshold), with the mass spread evenly inside a cell.
double mass_above(std::span<const double> probabilities, double threshold);

/// The shortest interval that holds `level` of the mass, and the median. Of equally short ones the lowest.
/// For one peak this is the highest-density interval; for two it is one interval that spans both where it must.
Interval shortest_interval(std::span<const double> probabilities, double level);

/// Log likelihood of one observation y of a location family with a Gaussian core and linear tails (Huber).
///
/// It is log-concave, so that more of y always speaks for the cells with the higher mean. The tails begin where
/// they must for the likelihoods of two cells never to differ by more than `cap` in ln, whatever y is: that is the
/// same as to winsorise y.
/// @param y     observation
/// @param mean  what is expected of y in each cell
/// @param scale standard deviation of y around the mean, in the unit of y
/// @param cap   largest difference, ln odds
/// @param cap_below  the same where y lies below the mean: lower for what rules out little by being usual
std::vector<double> location_likelihood(double y, std::span<const double> mean, double scale, double cap,
                                        double cap_below);
inline std::vector<double> location_likelihood(double y, std::span<const double> mean, double scale, double cap) {
  return location_likelihood(y, mean, scale, cap, cap);
}

/// Replaces values over evenly spaced points by the least concave function above them (upper hull, Andrew 1979).
void make_concave(std::span<double> values);

}  // namespace plumb
