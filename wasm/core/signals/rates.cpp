#include "rates.hpp"

#include <algorithm>

#include "../stats/elementary.hpp"

namespace plumb::signals {

double rate_scale(Platform platform, Basis basis, std::size_t posts) {
  double tau = model::prior("tau.other");
  if (platform == Platform::instagram) tau = model::prior("tau.instagram");
  if (platform == Platform::tiktok) tau = model::prior("tau.tiktok");
  if (platform == Platform::youtube) tau = model::prior("tau.youtube");
  const double sigma = basis == Basis::views ? model::prior("sigma.views") : model::prior("sigma.likes");
  return sqrt(tau * tau + sigma * sigma / static_cast<double>(std::max<std::size_t>(posts, 1)));
}

double per_view_scale(std::size_t posts) {
  const double tau = model::prior("tau.per_view"), sigma = model::prior("sigma.per_view");
  return sqrt(tau * tau + sigma * sigma / static_cast<double>(std::max<std::size_t>(posts, 1)));
}

double log_part_arrived(Platform platform, std::optional<double> age_days) {
  if (!age_days) return 0;
  double half_life = model::prior("halflife.other");
  switch (platform) {
    case Platform::instagram: half_life = model::prior("halflife.instagram"); break;
    case Platform::youtube: half_life = model::prior("halflife.youtube"); break;
    case Platform::linkedin: half_life = model::prior("halflife.linkedin"); break;
    case Platform::pinterest: half_life = model::prior("halflife.pinterest"); break;
    case Platform::x: half_life = model::prior("halflife.x"); break;
    case Platform::facebook: half_life = model::prior("halflife.facebook"); break;
    default: break;
  }
  const double arrived = 1.0 - exp(-0.69314718055994530942 * *age_days / half_life);
  return log(std::max(arrived, 1.0 / model::prior("halflife.most")));
}

model::PhiCurve expected_rate(const Peers& peers, Platform platform, double followers, double part) {
  double slope = model::prior("rate.slope.instagram");
  if (platform == Platform::tiktok) slope = model::prior("rate.slope.tiktok");
  if (platform == Platform::youtube) slope = model::prior("rate.slope.youtube");
  const double centre = peers.log_mid(followers);
  model::PhiCurve mean{};
  for (std::size_t i = 0; i < mean.size(); ++i) {
    // Beyond 95 % nothing is left to learn from a rate, and the logarithm has no end.
    const double real = std::max(1.0 - model::phi_at(i), 0.05);
    mean[i] = centre + (1 + slope) * log(1.0 - part * (1.0 - real));
  }
  return mean;
}

}  // namespace plumb::signals
