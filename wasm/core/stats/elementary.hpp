/// @file
/// @brief exp, log, lgamma and the normal distribution, the same bits natively and in WebAssembly.
///
/// The C libraries of the two builds differ in the last bit, so nothing in the core may call std::exp, std::log,
/// std::pow and their kin: a CTest (`no_libm`) looks for them. Only +, -, *, /, sqrt and floor are used here, all
/// of which IEEE 754 fixes. So own code: Boost.Math calls the C library. Errors are below 2.5 units in the last place where not stated otherwise.
#pragma once

#include <span>

namespace plumb {

/// e^x; 0 below -745.2, +infinity above 709.8.
double exp(double x);

/// Replaces each value by its exp, by its log: the same bits as one after the other, several at a time where the processor can.
void exp_each(std::span<double> values);
void log_each(std::span<double> values);

inline constexpr double ln_2 = 0.69314718055994530942;

/// Natural logarithm; -infinity at 0, NaN below 0.
double log(double x);

/// ln(1 + x) for x > -1, exact also near 0.
double log1p(double x);

/// ln Γ(x) for x > 0; absolute error below 2e-14 · max(1, |ln Γ|). (Stirling's series, shifted to x >= 10.)
double lgamma(double x);

/// Φ(z), the standard normal distribution function; absolute error below 1e-12.
double normal_cdf(double z);

/// The z with Φ(z) = p for p in (0, 1); absolute error below 1e-9. (Bisection free: Newton from a rational start.)
double normal_quantile(double p);

/// 1 / (1 + e^-x).
double logistic(double x);

/// Square root (IEEE 754 exact in both builds).
double sqrt(double x);

}  // namespace plumb
