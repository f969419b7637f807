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

}  // namespace plumb
