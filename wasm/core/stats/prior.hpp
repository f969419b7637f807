/// @file
/// @brief The distributions of φ and γ before any evidence.
#pragma once

#include "base/model.hpp"

namespace plumb {

/// Probabilities of the cells of φ: a mixture of two Beta distributions (wasm/data/priors.tsv), the first with its
/// highest density at 0, so that a clean audience can lie inside a highest-density interval.
const model::PhiCurve& phi_prior();

/// Probabilities of the cells of γ: one Beta distribution with its highest density at 0.
const model::GammaCurve& gamma_prior();

/// The same for what is told as a figure: wider, for it has to hold what leaves no trace on a page. The checks and the
/// verdict ask against gamma_prior(), with thresholds that were calibrated on it.
const model::GammaCurve& gamma_told_prior();

}  // namespace plumb
