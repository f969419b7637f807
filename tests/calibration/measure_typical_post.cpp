#include <algorithm>
#include <string>
#include <vector>

#include "core/estimate/assess.hpp"
#include "measurements.hpp"
#include "models_under_test.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {

const std::string source = "simulator";
/// Apart from the seeds on which a number was chosen (4'200'000 and 9'500'000 on).
constexpr std::uint64_t fresh_seed = 77'000'000;

struct Held {
  double n = 0, held = 0, width = 0, moved = 0;
};

/// Whether perPost.real holds the median organic engagement of the account's latest 24 posts.
Held measure(Attack attack, double gamma, int posts, bool comments, int accounts) {
  Held out;
  for (int i = 0; i < accounts; ++i) {
    Scenario scenario{attack, Oddity::none, comments ? View::posts_12_comments_60 : View::posts_12,
                      0,      gamma,        fresh_seed + static_cast<std::uint64_t>(i)};
    scenario.sizes.posts = posts;
    const Case c = simulate(scenario);
    const plumb::Report report = plumb::assess(c.snapshot, false);
    const auto& post = report.engagement.per_post;
    if (!post || post->mid <= 0) continue;
    ++out.n;
    out.held += post->real.low <= *c.truth.typical && *c.truth.typical <= post->real.high;
    out.width += (post->real.high - post->real.low) / post->mid;
    out.moved += post->moved;
  }
  return out;
}

void judge(Attack attack, int posts, bool comments, int accounts, Goals& goals) {
  const std::string name(attack == Attack::none ? "organic" : name_of(attack));
  const std::string id = name + "_" + std::to_string(posts) + (comments ? "_comments" : ""),
                    what = name + (held_out(attack) ? " (held out)" : "") + ", " + std::to_string(posts) + " posts" +
                           (comments ? " + 60 comments" : "");
  double least = 1, width = 0, moved = 0, shares = 0;
  for (const double gamma : {0.2, 0.35, 0.5}) {
    const Held held = measure(attack, attack == Attack::none ? 0 : gamma, posts, comments, accounts);
    least = std::min(least, held.held / held.n);
    width += held.width / held.n;
    moved += held.moved / held.n;
    ++shares;
    if (attack == Attack::none) break;
  }
  goals.at_least("typical_" + id,
                 "perPost.real holds the organic median of 24 posts, least of gamma .2, .35, .5: " + what, least, 0.88,
                 source);
  goals.told("typical_width_" + id, "the same, mean width as a share of what is shown; told as moved",
             short_number(width / shares) + " " + short_number(moved / shares), source);
}

}  // namespace

void measure_typical_post(const Setting& setting, Goals& goals) {
  use_shipped_models();
  const int n = setting.short_form ? 30 : 900;
  for (const Attack attack : {Attack::none, Attack::likes_quota, Attack::likes_proportional, Attack::likes_delayed,
                              Attack::comments_templates, Attack::comments_paraphrased, Attack::pod,
                              Attack::views_bought, Attack::comments_copied, Attack::comments_tokens}) {
    for (const int posts : {12, 24}) {
      for (const bool comments : {false, true}) judge(attack, posts, comments, n, goals);
    }
  }
}

}  // namespace calibration
