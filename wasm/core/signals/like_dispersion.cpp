#include <algorithm>
#include <vector>

#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> like_dispersion(const Observed& observed) {
  // Likes above the views are no audience's: they are no sign of spread either, and count as the middle of the others.
  std::vector<double> middles, believed;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes) continue;
    middles.push_back(view.post->likes->mid());
    if (!view.likes_above_views) believed.push_back(middles.back());
  }
  if (middles.size() < model::prior_count("like_dispersion.posts")) return {};
  const double centre = *median(believed.empty() ? middles : believed);
  // The coefficient of variation, which scaled likes don't change. Rounded counts may differ more than they show: the
  // largest spread that they allow counts.
  double sum = 0, square = 0;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes) continue;
    const Count& likes = *view.post->likes;
    const auto value =
        view.likes_above_views ? centre : static_cast<double>(likes.mid() < centre ? likes.low : likes.high);
    sum += value;
    square += value * value;
  }
  if (sum <= 0) return {};
  const auto n = static_cast<double>(middles.size());
  const double mean = sum / n;
  const double spread = sqrt(std::max(square / n - mean * mean, 0.0) * n / (n - 1)) / mean;
  Evidence evidence;
  evidence.seen = {.value = spread, .of = {}, .unit = "spread"};
  evidence.typical = Typical{model::prior("like_dispersion.low"),
                             model::prior("like_dispersion.high"),
                             model::prior("like_dispersion.level"),
                             {}};
  const double scale = model::prior("like_dispersion.scale");
  const double lack =
      log(std::max(spread, model::prior("like_dispersion.least"))) - log(model::prior("like_dispersion.median"));
  // Few likes are alike by chance; the part rises with them, so that likes that are bought only ever speak louder.
  const double part = part_between(centre, model::prior("like_dispersion.few"), model::prior("like_dispersion.many"));
  evidence.engagement = lowered_by_gamma(part * std::min(lack, 0.0), sqrt(scale * scale + 0.5 / (n - 1)));
  return evidence;
}

}  // namespace plumb::signals
