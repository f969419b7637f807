#include "rates.hpp"

#include <algorithm>
#include <array>

#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb::signals {

double rate_scale(Platform platform, Basis basis, std::size_t posts) {
  const double tau = facts_of(platform).tau;
  const double sigma = basis == Basis::views ? model::prior("sigma.views") : model::prior("sigma.likes");
  return sqrt(tau * tau + sigma * sigma / static_cast<double>(std::max<std::size_t>(posts, 1)));
}

double per_view_scale(std::size_t posts) {
  const double tau = model::prior("tau.per_view"), sigma = model::prior("sigma.per_view");
  return sqrt(tau * tau + sigma * sigma / static_cast<double>(std::max<std::size_t>(posts, 1)));
}

double log_part_arrived(Platform platform, std::optional<double> age_days) {
  if (!age_days) return 0;
  const double half_life = facts_of(platform).half_life;
  const double arrived = 1.0 - exp(-ln_2 * *age_days / half_life);
  return log(std::max(arrived, 1.0 / model::prior("halflife.most")));
}

std::vector<double> expected_by_size(const Peers& peers) {
  const auto middles = peers.middles();
  std::vector<double> expected(rate_nodes);
  std::size_t after = 0;
  for (std::size_t k = 0; k < rate_nodes; ++k) {
    const double size = rate_node(k);
    while (after < middles.size() && middles[after].log_size < size) ++after;
    const auto& right = middles[std::min(after, middles.size() - 1)];
    const auto& left = middles[after > 0 ? after - 1 : 0];
    const double across = right.log_size - left.log_size;
    const double part = across > 0 ? std::clamp((size - left.log_size) / across, 0.0, 1.0) : 0.0;
    expected[k] = size + left.log_mid + part * (right.log_mid - left.log_mid);
  }
  return expected;
}

model::PhiCurve log_real_followers(double followers, double part) {
  model::PhiCurve real{};
  for (std::size_t i = 0; i < real.size(); ++i) {
    real[i] = log(followers) + log(std::max(1.0 - part * model::phi_at(i), model::prior("share.least_real")));
  }
  return real;
}

model::PhiCurve rate_likelihood(const RateEvidence& rate, double observed) {
  // The tails begin where they must for no two cells to differ by more than the cap, at any number of followers.
  double steepest = 0;
  for (std::size_t k = 1; k < rate_nodes; ++k) steepest = std::max(steepest, rate.expected[k] - rate.expected[k - 1]);
  const double range = (rate.real.front() - rate.real.back()) * steepest / rate_step;
  const double bend = odds_cap() * rate.scale / range;
  std::array<double, rate_nodes> curve;
  for (std::size_t k = 0; k < rate_nodes; ++k) {
    const double z = (observed - rate.expected[k]) / rate.scale;
    const double size = z < 0 ? -z : z;
    curve[k] = size <= bend ? -0.5 * size * size : -bend * (size - 0.5 * bend);
  }
  make_concave(curve);
  model::PhiCurve out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double place = std::clamp((rate.real[i] - rate_node(0)) / rate_step, 0.0, rate_nodes - 1.001);
    const auto k = static_cast<std::size_t>(place);
    out[i] = curve[k] + (place - static_cast<double>(k)) * (curve[k + 1] - curve[k]);
  }
  return out;
}

}  // namespace plumb::signals
