#include <algorithm>
#include <vector>

#include "shares.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"

namespace plumb::signals {

std::optional<Evidence> like_comment_correlation(const Observed& observed) {
  std::vector<double> likes, comments;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->comments) continue;
    if (!view.post->likes->exact() || !view.post->comments->exact()) continue;  // rounding makes ties
    likes.push_back(view.post->likes->mid());
    comments.push_back(view.post->comments->mid());
  }
  if (likes.size() < model::prior_count("like_comment_correlation.posts")) return {};
  const double correlation = rank_correlation(likes, comments);
  const double usual = model::prior("like_comment_correlation.median");
  const double spread = model::prior("like_comment_correlation.spread");
  const auto n = static_cast<double>(likes.size());
  Evidence evidence;
  evidence.seen = {.value = correlation, .of = {}, .unit = "correlation"};
  evidence.typical = Typical{usual - z_80 * spread, usual + z_80 * spread};
  // The correlation falls from the usual one to 0 as γ rises; more than usual is no proof.
  const double lack = std::max(usual - correlation, 0.0);
  const double scale = sqrt(spread * spread + 1 / (n - 1));
  evidence.engagement = lack_likelihood(lack, usual, scale);
  return evidence;
}

}  // namespace plumb::signals
