#include "like_dispersion.hpp"

#include <algorithm>
#include <vector>

#include "../stats/elementary.hpp"
#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> like_dispersion(const Observed& observed) {
  std::vector<Count> likes;
  std::vector<double> middles;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || view.post->likes->high < 10) continue;
    likes.push_back(*view.post->likes);
    middles.push_back(view.post->likes->mid());
  }
  if (likes.size() < 8) return {};
  const double centre = *median(middles);
  // Rounded counts may differ more than they show: the largest spread that they allow counts.
  double sum = 0, square = 0;
  for (const auto& count : likes) {
    const double value = log((count.mid() < centre ? static_cast<double>(count.low) : static_cast<double>(count.high)) + 0.5);
    sum += value;
    square += value * value;
  }
  const auto n = static_cast<double>(likes.size());
  const double spread = sqrt(std::max(square / n - sum / n * (sum / n), 0.0) * n / (n - 1));
  Evidence evidence;
  evidence.seen = {.value = spread, .of = {}, .unit = "spread"};
  evidence.typical = Typical{model::prior("like_dispersion.low"), model::prior("like_dispersion.high"), 0.9, {}};
  const double scale = model::prior("like_dispersion.scale");
  evidence.engagement = lowered_by_gamma(log(std::max(spread, 0.01)) - log(model::prior("like_dispersion.median")),
                                         sqrt(scale * scale + 0.5 / (n - 1)));
  return evidence;
}

}  // namespace plumb::signals
