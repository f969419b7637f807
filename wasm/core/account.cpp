#include "account.hpp"

#include <algorithm>
#include <tuple>

#include "model.hpp"

namespace plumb {
namespace {

constexpr double day = 86400;

/// A total order over posts by what they say, so that equal posts are interchangeable.
auto sort_key(const Post& post) {
  const auto count = [](const std::optional<Count>& c) {
    return c ? std::pair(c->low, c->high) : std::pair<std::int64_t, std::int64_t>(-1, -1);
  };
  return std::tuple(post.at.value_or(0), std::string_view(post.id ? *post.id : std::string_view()), count(post.likes),
                    count(post.comments), count(post.views), count(post.shares), count(post.saves),
                    std::string_view(post.caption ? *post.caption : std::string_view()),
                    post.at_step.value_or(-1), post.pinned.value_or(false), post.sponsored.value_or(false));
}

void read_age(PostView& view, const Snapshot& snapshot) {
  const Post& post = *view.post;
  if (!post.at || !snapshot.captured_at) return;
  const double age = static_cast<double>(*snapshot.captured_at - *post.at) / day;
  const double surely = age - static_cast<double>(post.at_step.value_or(0)) / day;
  constexpr double mature_days = model::prior("mature.days");
  view.aged = age > mature_days;
  if (surely > mature_days) {
    view.age_days = surely;
  } else if (view.excluded == Exclusion::none) {
    view.excluded = Exclusion::young;
  }
}

Reading reading(const Count& count) {
  return {static_cast<double>(count.low), count.mid(), static_cast<double>(count.high)};
}

Reading sum(const Reading& a, const Reading& b) { return {a.low + b.low, a.mid + b.mid, a.high + b.high}; }

/// The fullest basis that at least half of the used posts have; else the one that most of them have.
std::optional<Basis> choose_basis(const std::vector<PostView>& posts, std::size_t used) {
  std::size_t both = 0, likes = 0, comments = 0, views = 0;
  for (const auto& view : posts) {
    if (!view.used()) continue;
    both += view.post->likes && view.post->comments;
    likes += view.post->likes.has_value();
    comments += view.post->comments.has_value();
    views += view.post->views.has_value();
  }
  const std::size_t half = (used + 1) / 2;
  if (used == 0 || likes + comments + views == 0) return {};
  if (both >= half) return Basis::likes_and_comments;
  if (likes >= half) return Basis::likes;
  if (comments >= half) return Basis::comments;
  if (views >= half) return Basis::views;
  const std::size_t most = std::max({both, likes, comments, views});
  if (most == both) return Basis::likes_and_comments;
  if (most == likes) return Basis::likes;
  return most == comments ? Basis::comments : Basis::views;
}

void read_value(PostView& view, Basis basis) {
  const Post& post = *view.post;
  view.likes_above_views = post.likes && post.views && post.likes->low > post.views->high;
  const double organic_likes = view.likes_above_views ? 0 : post.likes ? post.likes->mid() : 0;
  switch (basis) {
    case Basis::likes_and_comments:
      if (!post.likes || !post.comments) return;
      view.value = sum(reading(*post.likes), reading(*post.comments));
      view.plausible = organic_likes + post.comments->mid();
      return;
    case Basis::likes:
      if (!post.likes) return;
      view.value = reading(*post.likes);
      view.plausible = organic_likes;
      return;
    case Basis::comments:
      if (!post.comments) return;
      view.value = reading(*post.comments);
      view.plausible = view.value->mid;
      return;
    case Basis::views:
      if (!post.views) return;
      view.value = reading(*post.views);
      view.plausible = view.value->mid;
      return;
  }
}

template <class Read>
std::optional<double> median_of(const std::vector<PostView>& posts, Read read) {
  std::vector<double> values;
  for (const auto& view : posts) {
    if (!view.used()) continue;
    if (const std::optional<double> value = read(view)) values.push_back(*value);
  }
  return median(values);
}

}  // namespace

std::optional<double> median(std::vector<double>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

Account::Account(const Snapshot& given) : snapshot(given) {
  posts.reserve(given.posts.size());
  for (std::size_t i = 0; i < given.posts.size(); ++i) {
    PostView view;
    view.post = &given.posts[i];
    view.index = i;
    if (view.post->pinned.value_or(false)) view.excluded = Exclusion::pinned;
    read_age(view, given);
    posts.push_back(view);
  }
  std::sort(posts.begin(), posts.end(),
            [](const PostView& a, const PostView& b) { return sort_key(*a.post) < sort_key(*b.post); });
  for (const auto& view : posts) {
    used += view.used();
    mature += view.mature();
    aged += view.aged;
  }
  if (given.profile.followers && given.profile.followers->high > 0) followers = given.profile.followers->mid();

  basis = choose_basis(posts, used);
  if (basis) {
    for (auto& view : posts) read_value(view, *basis);
  }
  using Maybe = std::optional<double>;
  const auto part = [this](double Reading::*member) {
    return median_of(posts, [member](const PostView& v) { return v.value ? Maybe((*v.value).*member) : Maybe(); });
  };
  if (basis && basis != Basis::views) {
    if (const auto mid = part(&Reading::mid)) {
      typical_post = Reading{*part(&Reading::low), *mid, *part(&Reading::high)};
      plausible_post = median_of(posts, [](const PostView& v) { return v.value ? Maybe(v.plausible) : Maybe(); });
    }
    engagement_on_viewed = median_of(
        posts, [](const PostView& v) { return v.value && v.post->views ? Maybe(v.plausible) : Maybe(); });
  }
  typical_views = median_of(posts, [](const PostView& v) { return v.post->views ? Maybe(v.post->views->mid()) : Maybe(); });
  typical_age_days = median_of(posts, [](const PostView& v) { return v.age_days; });
}

}  // namespace plumb
