#include "narrow.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/limits.hpp"
#include "signals/sample.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

/// What a page lists of the people around an account, as far as the readers in extension/platforms read it.
struct Listed {
  bool comments = false, followers = false;
  bool counts = false;  ///< followers are listed with their own counts
  std::size_t read = 0;  ///< followers
};

/// By the platform's row; followers that were seen tell what is listed.
Listed listed_for(const Snapshot& snapshot) {
  const PlatformFacts& platform = facts_of(snapshot.platform);
  Listed here{platform.comments, platform.followers, platform.follower_counts};
  bool any = false, counts = false;
  for (const auto& person : snapshot.people) {
    if (person.relation != Relation::follower) continue;
    any = true;
    here.read += 1;
    counts = counts || (person.followers && person.following);
  }
  here.followers = here.followers || any;
  if (any) here.counts = counts;
  return here;
}

/// Nodes and weights of Gauss and Hermite for a normal variable: the mean over three outcomes of a quantity that
/// changes smoothly is that over all.
constexpr std::array<std::pair<double, double>, 3> outcomes{
    {{-1.7320508, 1.0 / 6}, {0, 2.0 / 3}, {1.7320508, 1.0 / 6}}};

/// The signal that counts people of one visibility class.
const Signal& signal_of(Visibility visibility) {
  return signal_of(visibility == Visibility::counts ? SignalId::people_with_counts : SignalId::people_names_only);
}

/// Expected width of audience.share after `count` more followers. Those that were seen before belong to the same crowd:
/// all are then one sample, which takes the place of the one that there is.
double audience_width_after(const Observed& observed, std::span<const Found> found, const Estimate& estimate,
                            Visibility visibility, double count) {
  const Signal& signal = signal_of(visibility);
  const auto own = std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.signal->id == signal.id; });
  const SamplesApart rest = estimate.samples_apart({.without = own == found.end() ? nullptr : &*own});
  const auto seen = signals::followers_seen(observed, visibility);
  const auto with = [&](const signals::SampleCount& followers) {
    auto sample = signals::sample_likelihood(visibility, followers);
    for (double& value : sample) value *= signal.weight;
    return estimate.phi_with_sample(rest, sample);
  };
  const auto now = with(seen);
  // The share flagged among the next: its mean is linear in φ.
  const auto classifier = signals::classifier_of(visibility);
  double mean = 0, square = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const double p = classifier.flagged(model::phi_at(i));
    mean += now[i] * p;
    square += now[i] * (p * p + p * (1 - p) / count + classifier.spread * classifier.spread);
  }
  const double sd = sqrt(std::max(square - mean * mean, 0.0));
  double width = 0;
  for (const auto& [step, weight] : outcomes) {
    const double flagged = std::clamp(mean + step * sd, 0.0, 1.0) * count;
    const auto then = with({seen.flagged + flagged, seen.of + count});
    width += weight * shortest_interval(then, interval_level).width();
  }
  return width;
}

/// Most posts that there can be.
double posts_of(const Snapshot& snapshot) {
  const auto& posts = snapshot.profile.posts;
  return posts ? static_cast<double>(posts->high) : static_cast<double>(limits::count);
}

}  // namespace

double comments_left(const Account& account, const Snapshot& snapshot) {
  double there = 0;
  for (const auto& view : account.posts) {
    if (!view.may_have_comments()) continue;
    if (!view.post->comments) return static_cast<double>(limits::count);
    there += static_cast<double>(view.post->comments->high);
  }
  return std::max(there - static_cast<double>(snapshot.comments.size()), 0.0);
}

std::vector<Narrowing> narrowings(const Observed& observed, std::span<const Found> found, const Estimate& estimate) {
  std::vector<Narrowing> out;
  const Account& account = observed.account;
  const Snapshot& snapshot = observed.snapshot;
  if (snapshot.profile.is_private.value_or(false)) return out;
  const Listed here = listed_for(snapshot);
  const double audience = shortest_interval(estimate.phi(), interval_level).width();
  const double engagement = shortest_interval(estimate.gamma_told(), interval_level).width();
  const auto add = [&out](std::string_view action, double count, On of, double width) {
    out.push_back({action, static_cast<int>(count), of, width});
  };

  const double needed = model::prior("verdict.posts");
  const auto mature = static_cast<double>(account.mature);
  if (mature < needed) {
    const auto young = static_cast<double>(std::count_if(
        account.posts.begin(), account.posts.end(), [](const PostView& v) { return v.excluded == Exclusion::young; }));
    const double more = std::min(model::prior("narrow.posts"), posts_of(snapshot)) - mature;
    // Where posts are there but tell no date or no number, more of them would not either.
    const bool listed_well = static_cast<double>(account.used) < needed && facts_of(snapshot.platform).scrolls;
    if (mature + young >= needed) {
      add("revisit", 1, On::engagement, engagement);
    } else if (listed_well && more >= 1) {
      add("scroll_posts", more, On::engagement, engagement);
    }
  }
  const double count = model::prior("narrow.followers");
  if (here.followers && static_cast<double>(here.read) < count) {
    const auto visibility = here.counts ? Visibility::counts : Visibility::names_only;
    const double after = audience_width_after(observed, found, estimate, visibility, count);
    if (after < audience - model::prior("narrow.least")) add("open_followers", count, On::audience, after);
  }
  const auto read = static_cast<double>(observed.conversation.judged);
  const double comments = model::prior("narrow.comments");
  const bool have = std::any_of(account.posts.begin(), account.posts.end(), std::mem_fn(&PostView::may_have_comments));
  const bool enough = comments_left(account, snapshot) >= comments - read;
  if (here.comments && account.used > 0 && read < comments && have && enough) {
    // Those that were read have done their part.
    const double left = 1 - (1 - model::prior("narrow.comments.left")) * (comments - read) / comments;
    add("open_posts", comments - read, On::engagement, engagement * left);
  }
  return out;
}

}  // namespace plumb
