#include "account.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/model.hpp"
#include "base/table.hpp"
#include "base/units.hpp"
#include "data/giveaway_cues.hpp"
#include "stats/elementary.hpp"
#include "stats/normal.hpp"
#include "text/characters.hpp"

namespace plumb {
namespace {

/// A total order over posts by what they say, so that equal posts are interchangeable.
auto sort_key(const Post& post) {
  const auto count = [](const std::optional<Count>& c) {
    return c ? std::pair(c->low, c->high) : std::pair<std::int64_t, std::int64_t>(-1, -1);
  };
  return std::tuple(post.at.value_or(0), std::string_view(post.id ? *post.id : std::string_view()), count(post.likes),
                    count(post.comments), count(post.views), count(post.shares), count(post.saves),
                    std::string_view(post.caption ? *post.caption : std::string_view()), post.at_step.value_or(-1),
                    post.pinned.value_or(false), post.sponsored.value_or(false));
}

void read_age(PostView& view, const Snapshot& snapshot) {
  const Post& post = *view.post;
  if (!post.at || !snapshot.captured_at) return;
  const double age = static_cast<double>(*snapshot.captured_at - *post.at) / seconds_per_day;
  const double surely = age - static_cast<double>(post.at_step.value_or(0)) / seconds_per_day;
  constexpr double mature_days = model::prior("mature.days");
  view.aged = view.numbered && age > mature_days;
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

void read_value(PostView& view, Basis basis, double part_of_likes) {
  const Post& post = *view.post;
  view.likes_above_views = post.likes && post.views && post.likes->low > post.views->high;
  const double organic_likes = view.likes_above_views ? 0 : post.likes ? part_of_likes * post.likes->mid() : 0;
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

/// Whether a caption speaks of a giveaway (wasm/data/giveaway_cues.tsv).
bool has_giveaway_cue(std::string_view caption) {
  std::string text(caption);
  // Cues of other scripts are written as people write them.
  std::transform(text.begin(), text.end(), text.begin(), text::lower_ascii);
  std::string_view rest = data::giveaway_cues;
  table::cut(rest, '\n');
  while (!rest.empty()) {
    std::string_view row = table::cut(rest, '\n');
    table::cut(row, '\t');
    if (text.find(row) != std::string::npos) return true;
  }
  return false;
}

/// What the comments under one post do: how many call somebody, and how many different texts call nobody.
struct Calls {
  double mentions = 0;
  std::vector<std::string_view> others;
  bool counted = false;

  /// Copies must not turn a giveaway into a good post: each text that calls nobody counts once.
  double different() {
    if (!counted) {
      std::sort(others.begin(), others.end());
      others.erase(std::unique(others.begin(), others.end()), others.end());
      counted = true;
    }
    return static_cast<double>(others.size());
  }
};

/// The comments by the post that they stand under. Made once: posts may share an id, and a page may give 1,000 of them.
std::unordered_map<std::string_view, Calls> calls_by_post(const Snapshot& snapshot) {
  std::unordered_map<std::string_view, Calls> calls;
  for (const auto& comment : snapshot.comments) {
    if (!comment.text || !comment.post_id) continue;
    Calls& of = calls[*comment.post_id];
    if (comment.text->find('@') != std::string::npos) {
      of.mentions += 1;
    } else {
      of.others.emplace_back(*comment.text);
    }
  }
  return calls;
}

/// Whether the comments read under a post call others as giveaways ask for; also where hardly any were read.
bool mentions_allow_giveaway(std::unordered_map<std::string_view, Calls>& calls, const Post& post) {
  const auto found = post.id ? calls.find(*post.id) : calls.end();
  if (found == calls.end()) return true;
  const double mentions = found->second.mentions;
  const double of = mentions + found->second.different();
  return of < model::prior("giveaway.comments") || mentions >= model::prior("giveaway.mentions") * of;
}

}  // namespace

Account::Account(const Snapshot& given) : snapshot(given) {
  read_posts();
  exclude_giveaways();
  summarise();
  read_cadence();
  read_sponsored_effect();
}

void Account::read_posts() {
  posts.reserve(snapshot.posts.size());
  for (std::size_t i = 0; i < snapshot.posts.size(); ++i) {
    PostView view;
    view.post = &snapshot.posts[i];
    view.index = i;
    view.numbered = view.post->likes || view.post->comments || view.post->views;
    if (view.post->pinned.value_or(false)) view.excluded = Exclusion::pinned;
    read_age(view, snapshot);
    posts.push_back(view);
  }
  std::sort(posts.begin(), posts.end(),
            [](const PostView& a, const PostView& b) { return sort_key(*a.post) < sort_key(*b.post); });
  if (snapshot.profile.followers && snapshot.profile.followers->high > 0) followers = snapshot.profile.followers->mid();
}

void Account::exclude_giveaways() {
  std::vector<double> values;
  for (const auto& view : posts) {
    if (view.used() && view.post->comments) values.push_back(log(view.post->comments->mid() + 1));
  }
  if (values.size() < model::prior_count("giveaway.posts")) return;
  const double middle = *median(values);
  const double deviation = std::max(robust_deviation(values, middle), model::prior("giveaway.least_spread"));
  auto calls = calls_by_post(snapshot);
  for (auto& view : posts) {
    if (!view.used() || !view.post->comments || !view.post->caption) continue;
    if (log(view.post->comments->mid() + 1) - middle <= model::prior("giveaway.z") * deviation) continue;
    if (has_giveaway_cue(*view.post->caption) && mentions_allow_giveaway(calls, *view.post)) {
      view.excluded = Exclusion::giveaway;
    }
  }
}

void Account::summarise() {
  for (const auto& view : posts) {
    used += view.used();
    mature += view.mature();
    aged += view.aged;
  }
  basis = choose_basis(posts, used);
  if (basis) {
    const double part = plausible_part_of_likes();
    for (auto& view : posts) read_value(view, *basis, part);
  }
  using Maybe = std::optional<double>;
  const auto part = [this](double Reading::* member) {
    return median_of(posts, [member](const PostView& v) { return v.value ? Maybe((*v.value).*member) : Maybe(); });
  };
  if (basis && basis != Basis::views) {
    if (const auto mid = part(&Reading::mid)) {
      typical_post = Reading{*part(&Reading::low), *mid, *part(&Reading::high)};
      plausible_post = median_of(posts, [](const PostView& v) { return v.value ? Maybe(v.plausible) : Maybe(); });
    }
    engagement_on_viewed =
        median_of(posts, [](const PostView& v) { return v.value && v.post->views ? Maybe(v.value->mid) : Maybe(); });
  }
  typical_views =
      median_of(posts, [](const PostView& v) { return v.post->views ? Maybe(v.post->views->mid()) : Maybe(); });
  const auto ends = [this](auto end) {
    return median_of(posts, [end](const PostView& v) { return v.post->views ? Maybe(end(*v.post->views)) : Maybe(); });
  };
  for (const auto& view : posts) with_views += view.used() && view.post->views;
  if (typical_views) {
    views = Reading{*ends([](const Count& c) { return static_cast<double>(c.low); }), *typical_views,
                    *ends([](const Count& c) { return static_cast<double>(c.high); })};
  }
  typical_age_days = median_of(posts, [](const PostView& v) { return v.age_days; });
  std::vector<double> logs;
  for (const auto& view : posts) {
    if (view.used() && view.value) logs.push_back(log(view.value->mid + 0.5));
  }
  centre = median(logs);
  if (logs.size() < model::prior_count("spread.posts")) return;
  spread = std::max(robust_deviation(logs, *centre), model::prior("spread.least"));
}

double Account::plausible_part_of_likes() const {
  std::vector<double> middles;
  double sum = 0, square = 0, n = 0;
  for (const auto& view : posts) {
    if (view.used() && view.post->likes) middles.push_back(view.post->likes->mid());
  }
  if (middles.size() < model::prior_count("like_quota.posts")) return 1;
  const double middle = *median(middles);
  const double chance = model::prior("like_quota.chance");
  if (middle <= chance) return 1;
  for (const auto& view : posts) {
    if (!view.used() || !view.post->likes) continue;
    // Rounded counts may differ more than they show.
    const Count& likes = *view.post->likes;
    const double value = static_cast<double>(likes.mid() < middle ? likes.low : likes.high) / middle;
    sum += value;
    square += value * value;
    n += 1;
  }
  const double variation = sqrt(std::max(square / n - sum / n * (sum / n), 0.0));
  // So many likes may be alike by chance: the bound rises with the likes and has no step in it.
  return std::clamp(variation / model::prior("like_quota.spread"), chance / middle, 1.0);
}

void Account::read_cadence() {
  if (snapshot.posts_order == PostsOrder::top) return;
  std::vector<Time> times;
  for (const auto& view : posts) {
    if (view.post->at && view.excluded != Exclusion::pinned) times.push_back(*view.post->at);
  }
  if (times.size() < 2) return;
  std::sort(times.begin(), times.end());
  const double days = static_cast<double>(times.back() - times.front()) / seconds_per_day;
  if (days <= 0) return;
  Rhythm rhythm{days_per_week * static_cast<double>(times.size() - 1) / days, days / days_per_month, 1};
  for (std::size_t i = 1; i < times.size(); ++i) {
    rhythm.active_months +=
        (times[i] - times.front()) / seconds_per_month != (times[i - 1] - times.front()) / seconds_per_month;
  }
  cadence = rhythm;
}

void Account::read_sponsored_effect() {
  if (!spread) return;
  std::vector<double> with, without;
  for (const auto& view : posts) {
    if (view.used() && view.value) (view.sponsored() ? with : without).push_back(log(view.value->mid + 0.5));
  }
  constexpr std::size_t least = model::prior_count("sponsored.posts");
  if (with.size() < least || without.size() < least) return;
  const double deviation =
      *spread *
      sqrt(median_variance * (1 / static_cast<double>(with.size()) + 1 / static_cast<double>(without.size())));
  const double difference = *median(with) - *median(without);
  const double reach = z_90 * deviation;
  sponsored_effect = Interval{exp(difference - reach), exp(difference), exp(difference + reach)};
}

bool one_list_of(const Snapshot& snapshot) {
  return std::any_of(snapshot.missing.begin(), snapshot.missing.end(),
                     [](const Missing& m) { return m.field == "posts[].kind" && m.why == "not_on_page"; });
}

}  // namespace plumb
