#include "prior.hpp"

#include "elementary.hpp"
#include "posterior.hpp"

namespace plumb {

const model::PhiCurve& phi_prior() {
  static const model::PhiCurve prior = [] {
    model::PhiCurve log_density{}, probabilities{};
    for (std::size_t i = 0; i < log_density.size(); ++i) {
      const double x = model::phi_at(i);
      const double weight = model::prior("phi.low.weight");
      const double low = log_beta_density(x, model::prior("phi.low.a"), model::prior("phi.low.b"));
      const double high = log_beta_density(x, model::prior("phi.high.a"), model::prior("phi.high.b"));
      log_density[i] = log(weight * exp(low) + (1 - weight) * exp(high));
    }
    normalise(log_density, probabilities);
    return probabilities;
  }();
  return prior;
}

namespace {

model::GammaCurve beta_of_gamma(double a, double b) {
  model::GammaCurve log_density{}, probabilities{};
  for (std::size_t i = 0; i < log_density.size(); ++i) log_density[i] = log_beta_density(model::gamma_at(i), a, b);
  normalise(log_density, probabilities);
  return probabilities;
}

}  // namespace

const model::GammaCurve& gamma_prior() {
  static const model::GammaCurve prior = beta_of_gamma(model::prior("gamma.a"), model::prior("gamma.b"));
  return prior;
}

const model::GammaCurve& gamma_told_prior() {
  static const model::GammaCurve prior = beta_of_gamma(model::prior("gamma.a"), model::prior("gamma.told.b"));
  return prior;
}

}  // namespace plumb
