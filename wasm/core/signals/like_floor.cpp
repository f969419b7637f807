#include <algorithm>
#include <vector>

#include "shares.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "stats/robust.hpp"

namespace plumb::signals {
namespace {

/// How far counts fall on the posts below the middle one: sum of the squares of the ln of what they lack.
struct Fall {
  double square = 0, posts = 0;  // one at least: the middle of the counts, or the one below it
  double mean() const { return sqrt(std::max(square, 0.0) / posts); }
};

/// What lies above the middle, a viral post or a giveaway, does not matter.
/// @param read    the count of a post as it shall be taken, given the middle
/// @param chance  the part of a square that chance alone makes of a count
template <class Read, class Chance>
Fall fall_below(const std::vector<const Count*>& counts, double middle, Read read, Chance chance) {
  Fall fall;
  for (const Count* count : counts) {
    if (count->mid() > middle) continue;
    const double value = read(*count);
    const double lack = log(middle + 0.5) - log(value + 0.5);
    fall.square += lack * lack - chance(value);
    fall.posts += 1;
  }
  return fall;
}

double middle_of(const std::vector<const Count*>& counts) {
  std::vector<double> mids;
  for (const Count* count : counts) mids.push_back(count->mid());
  return *median(mids);
}

}  // namespace

std::optional<Evidence> like_floor(const Observed& observed) {
  // Likes above the views are no audience's: they don't fall, and count as the middle of the others.
  std::vector<const Count*> likes, believed, comments;
  for (const auto& view : observed.account.posts) {
    if (!view.used() || !view.post->likes || !view.post->comments) continue;
    likes.push_back(&*view.post->likes);
    comments.push_back(&*view.post->comments);
    if (!view.likes_above_views) believed.push_back(likes.back());
  }
  if (likes.size() < model::prior_count("like_floor.posts")) return {};
  const double usual_likes = middle_of(believed.empty() ? likes : believed), usual_comments = middle_of(comments);
  // Rounded counts may differ otherwise than they show: likes as much as they can, comments as little.
  const Fall believed_fall = fall_below(
      believed, usual_likes, [](const Count& c) { return static_cast<double>(c.low); }, [](double) { return 0.0; });
  const double unbelieved = static_cast<double>(likes.size() - believed.size());
  const double likes_fall = Fall{believed_fall.square, believed_fall.posts + unbelieved}.mean();
  const double comments_fall =
      fall_below(
          comments, usual_comments,
          [&](const Count& c) { return std::min(static_cast<double>(c.high), usual_comments); },
          [](double value) { return 1 / (value + 0.5); })
          .mean();
  if (comments_fall <= 0) return {};
  const double ratio = likes_fall / comments_fall;
  const double usual = model::prior("like_floor.median");
  const auto n = static_cast<double>(likes.size());
  const double scale = sqrt(model::prior("like_floor.scale") * model::prior("like_floor.scale") +
                            model::prior("like_floor.sampling") / n);
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  evidence.typical =
      Typical{usual * exp(-z_90 * scale), usual * exp(z_90 * scale), model::prior("like_floor.level"), {}};
  // Comments that hardly differ, and few of either, tell little.
  const double part =
      part_between(comments_fall, model::prior("like_floor.level_fall"), model::prior("like_floor.clear_fall")) *
      part_between(usual_comments, model::prior("like_floor.few"), model::prior("like_floor.many"));
  const double lack = log(std::max(ratio, model::prior("like_floor.least"))) - log(usual);
  evidence.engagement = lowered_by_gamma(part * std::min(lack, 0.0), scale);
  return evidence;
}

}  // namespace plumb::signals
