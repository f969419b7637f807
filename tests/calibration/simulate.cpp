#include "simulate.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "simulate_comments.hpp"
#include "simulate_people.hpp"

namespace calibration {
namespace {

using plumb::Count;
using plumb::Platform;
constexpr plumb::Time day = 86400;
constexpr plumb::Time now = 1795341600;  // 2026-11-22T10:00:00Z

constexpr PlatformShape shapes[] = {
    {Platform::instagram, -4.0, -0.05, 1.05, 0.45, 0.02, 0, false},
    {Platform::tiktok, -2.2, -0.22, 1.15, 0.8, 0.012, 0.07, true},
    {Platform::youtube, -3.6, -0.12, 1.2, 0.75, 0.06, 0.035, true},
    {Platform::x, -5.6, -0.15, 1.2, 0.9, 0.08, 0, false},
};

Count exactly(double x) {
  const auto n = static_cast<std::int64_t>(std::max(0.0, std::floor(x + 0.5)));
  return {n, n};
}

/// As a page prints large numbers: three digits, cut.
Count rounded(double x) {
  double unit = 1;
  while (x / unit >= 1000) unit *= 10;
  const double low = std::floor(x / unit) * unit;
  return {static_cast<std::int64_t>(low), static_cast<std::int64_t>(low + unit - 1)};
}

struct OrganicDraw {
  double likes, comments, views;
};

class Simulator {
 public:
  explicit Simulator(const Scenario& scenario)
      : sc_(scenario),
        random_(scenario.seed * 7919 + static_cast<std::uint64_t>(scenario.attack) * 101 +
                static_cast<std::uint64_t>(scenario.oddity) * 13 + 1),
        shape_(shapes[random_.below(4)]) {}

  Case run() {
    out_.family = sc_.attack != Attack::none ? name_of(sc_.attack) : name_of(sc_.oddity);
    out_.visibility = name_of(sc_.view);
    out_.pool = "simulated";
    draw_account();
    draw_profile();
    if (sc_.view != View::followers_only) draw_posts();
    if (sc_.attack == Attack::views_spikes) add_spikes();
    if (sc_.view == View::posts_12_names_30 || sc_.view == View::posts_12_people_30 || sc_.view == View::everything)
      draw_people();
    if (sc_.view == View::posts_12_comments_60 || sc_.view == View::everything) draw_comments();
    if (sc_.view == View::everything) draw_history();
    return out_;
  }

 private:
  void draw_account() {
    if (sc_.own_ratios) {
      Random own(sc_.seed * 104'729 + 3);  // its own, so that all else is drawn as without
      shape_.comments_per_like *= std::exp(own_comments_per_like * own.normal());
      shape_.likes_per_view *= std::exp(own_likes_per_view * own.normal());
    }
    const double size = random_.uniform(std::log(2000.0), std::log(2e6));
    real_ = std::exp(size);
    const bool dormant = sc_.oddity == Oddity::dormant_audience;
    dormant_ = dormant ? random_.uniform(0.2, 0.5) : 0;
    shown_ = real_ / (1 - sc_.phi) / (1 - dormant_);
    level_ = shape_.level(size) + shape_.tau * random_.heavy();
    sigma_ = shape_.sigma * std::exp(sigma_spread * random_.normal());
    language_ = random_.below(comment_languages);
    out_.truth.phi = 1 - (1 - sc_.phi) * (1 - dormant_);
    if (dormant) out_.truth.dormant = dormant_;
    out_.truth.gamma = sc_.gamma;
  }

  void draw_profile() {
    plumb::Snapshot& s = out_.snapshot;
    s.platform = shape_.platform;
    s.captured_at = now;
    s.posts_order = plumb::PostsOrder::latest;
    s.people_order = plumb::PeopleOrder::newest;
    s.profile.handle = "creator";
    s.profile.followers = sc_.oddity == Oddity::rounded_counts || shown_ > 1e6 ? rounded(shown_) : exactly(shown_);
    s.profile.following = exactly(sc_.oddity == Oddity::follow_for_follow ? shown_ * random_.uniform(0.7, 1.3)
                                                                          : std::exp(std::log(400) + random_.normal()));
    const bool fresh = sc_.oddity == Oddity::new_account;
    s.profile.posts = exactly(fresh ? 14 : std::exp(std::log(500) + random_.normal()));
    s.profile.created_at =
        now - day * static_cast<plumb::Time>(fresh ? random_.uniform(40, 90) : random_.uniform(600, 4000));
  }

  /// One post's organic numbers; AR(.27) between neighbours, tails of a t with 4 degrees of freedom now and then.
  OrganicDraw draw_organic(double trend) {
    noise_ = neighbours * noise_ +
             std::sqrt(1 - neighbours * neighbours) * (random_.chance(0.1) ? random_.heavy() : random_.normal());
    OrganicDraw d;
    const double mean = std::exp(level_ + trend + sigma_ * noise_);
    d.views = shape_.views ? mean / shape_.likes_per_view * std::exp(views_spread * random_.normal()) : 0;
    d.likes = static_cast<double>(random_.poisson(mean));
    d.comments = static_cast<double>(
        random_.poisson(mean * shape_.comments_per_like * random_.gamma(comments_shape) / comments_shape));
    if (shape_.views) d.views = std::max(d.views, d.likes);
    return d;
  }

  void add_bought(OrganicDraw& d, std::size_t index, double quota) {
    const double odds = sc_.gamma / (1 - sc_.gamma);
    switch (sc_.attack) {
      case Attack::likes_quota: d.likes += quota * std::exp(0.03 * random_.normal()); break;
      case Attack::likes_delayed:
        d.likes += quota * std::min(1.0, 0.3 + 0.2 * static_cast<double>(index)) * random_.uniform(0.8, 1.2);
        break;
      case Attack::likes_proportional: d.likes *= 1 + odds * random_.uniform(0.8, 1.2); break;
      case Attack::comments_templates:
      case Attack::comments_paraphrased: d.comments *= 1 + odds; break;
      case Attack::pod:
        d.comments += std::min(d.comments * odds, 40.0), d.likes += std::min(d.likes * odds, 60.0);
        break;
      case Attack::comments_copied:
      case Attack::comments_tokens:
      case Attack::crowd: d.comments *= 1 + odds; break;
      case Attack::views_steady: d.views *= 1 + odds * random_.uniform(0.8, 1.2); break;
      case Attack::views_bought:
        if (index % 3 == 0) d.views *= random_.uniform(5, 20);
        break;
      default: break;
    }
    if (shape_.views) d.views = std::max(d.views, d.likes * random_.uniform(1.02, 1.5));
  }

  /// γ of all views stand on part of the posts, in equal multiples.
  void add_spikes() {
    const double part = random_.uniform(0.1, 0.5), times = 1 + sc_.gamma / (1 - sc_.gamma) / part;
    for (auto& post : out_.snapshot.posts) {
      if (!post.views || !random_.chance(part)) continue;
      const double views = post.views->mid() * times * random_.uniform(0.8, 1.2);
      post.views = views >= 1e4 ? rounded(views) : exactly(views);
    }
  }

  void draw_posts() {
    std::size_t count = sc_.view == View::everything ? 24 : 12;
    if (sc_.sizes.posts >= 0) count = static_cast<std::size_t>(sc_.sizes.posts);
    if (sc_.oddity == Oddity::few_posts) count = 3;
    const double quota = std::exp(level_) * sc_.gamma / (1 - sc_.gamma), trend = 0.01 * random_.normal();
    double age = sc_.oddity == Oddity::young_posts ? 0.1 : random_.uniform(3, 9);
    const double pace = sc_.oddity == Oddity::young_posts ? 0.2 : std::exp(std::log(3) + 0.6 * random_.normal());
    OrganicDraw next = draw_organic(trend);
    add_bought(next, 0, quota);
    out_.truth.next_post = next.likes + next.comments;
    const std::size_t odd = random_.below(count);
    std::vector<double> organic;
    for (std::size_t i = 0; i < count; ++i) {
      OrganicDraw d = draw_organic(-trend * static_cast<double>(i));
      if (sc_.oddity == Oddity::viral_post && i == odd) d.likes *= 40, d.comments *= 25, d.views *= 60;
      if (sc_.oddity == Oddity::giveaway && i == odd) d.comments = d.comments * 30 + 200, d.likes *= 2;
      organic.push_back(d.likes + d.comments);
      add_bought(d, i, quota);
      out_.snapshot.posts.push_back(as_post(d, i, age, sc_.oddity == Oddity::giveaway && i == odd));
      age += pace * -std::log(random_.uniform());
    }
    draw_unseen(organic, trend);
  }

  /// What the truth of a typical post needs beyond the posts seen; what is drawn afterwards does not follow from it.
  void draw_unseen(std::vector<double> organic, double trend) {
    const Random random = random_;
    const double noise = noise_;
    for (std::size_t i = organic.size(); i < 24; ++i) {
      const OrganicDraw d = draw_organic(-trend * static_cast<double>(i));
      organic.push_back(d.likes + d.comments);
    }
    random_ = random, noise_ = noise;
    organic.resize(24);
    std::nth_element(organic.begin(), organic.begin() + 12, organic.end());
    const double above = organic[12], below = *std::max_element(organic.begin(), organic.begin() + 12);
    out_.truth.typical = 0.5 * (above + below);
  }

  plumb::Post as_post(const OrganicDraw& d, std::size_t index, double age, bool giveaway) {
    plumb::Post post;
    post.id = "post" + std::to_string(index);
    post.at = now - static_cast<plumb::Time>(age * day);
    post.kind = shape_.views ? plumb::PostKind::video : plumb::PostKind::photo;
    const auto print = [&](double x) { return shape_.views && x >= 1e4 ? rounded(x) : exactly(x); };
    if (sc_.oddity == Oddity::hidden_likes) post.likes_hidden = true;
    else post.likes = print(d.likes);
    if (sc_.sizes.post_comments) post.comments = exactly(d.comments);
    if (shape_.views) post.views = print(d.views);
    post.caption = giveaway ? "GIVEAWAY! Tag two friends and follow to win" : "a day at the harbour";
    return post;
  }

  void draw_people() {
    const Audience audience = draw_audience(shape_.platform, random_);
    for (int i = 0, n = sc_.sizes.people >= 0 ? sc_.sizes.people : 30; i < n; ++i) {
      // Newest first: an old purchase lies deeper in the list, a running one lies on top.
      double share = sc_.phi;
      if (sc_.attack == Attack::followers_burst || sc_.attack == Attack::followers_purged)
        share *= random_.uniform(0.85, 1.0);
      if (sc_.attack == Attack::followers_drip) share = std::min(1.0, share * random_.uniform(1.0, 1.15));
      const bool idle = sc_.attack == Attack::followers_idle;
      plumb::Person p = random_.chance(share) ? idle ? draw_idle(audience, random_) : draw_bought(audience, random_)
                        : random_.chance(dormant_) ? draw_dormant(audience, random_)
                                                   : draw_real(audience, random_);
      p.relation = plumb::Relation::follower;
      if (sc_.view == View::posts_12_names_30 || !sc_.sizes.counts)
        p.followers.reset(), p.following.reset(), p.posts.reset(), p.bio.reset();
      out_.snapshot.people.push_back(p);
    }
  }

  void draw_comments() {
    const bool scripted = sc_.attack == Attack::comments_templates || sc_.attack == Attack::comments_paraphrased;
    const bool pod = sc_.attack == Attack::pod;
    const double returning = random_.beta(2, 5);
    const Templates templates = draw_templates(random_, 4 + random_.below(5), language_);
    const std::size_t all = sc_.sizes.comments >= 0 ? static_cast<std::size_t>(sc_.sizes.comments) : 60;
    const std::string copied = sc_.attack == Attack::comments_copied ? draw_praise(random_, language_) : "";
    const std::string token = sc_.attack == Attack::comments_tokens ? draw_token(random_) : "";
    const std::size_t posts = std::min<std::size_t>(out_.snapshot.posts.size(), 6);
    for (std::size_t i = 0; i < all && posts > 0; ++i) {
      plumb::Comment c;
      c.id = "c" + std::to_string(i);
      const std::size_t post = i % posts;
      c.post_id = out_.snapshot.posts[post].id;
      const plumb::Time posted = *out_.snapshot.posts[post].at;
      c.at = posted + static_cast<plumb::Time>(day * -std::log(random_.uniform()) * 0.6);
      if (!sc_.sizes.timed) c.at.reset();
      const std::size_t tongue = random_.chance(0.75) ? language_ : random_.below(comment_languages);
      const bool bought = random_.chance(sc_.gamma);
      if (scripted && bought) {
        c.text = draw_scripted_comment(templates, sc_.attack == Attack::comments_paraphrased, random_);
        c.author = "u" + std::to_string(random_.below(100000));
      } else if (pod && bought) {
        c.text = draw_templates(random_, 1, tongue).texts[0];
        c.author = "pod" + std::to_string(i / posts);
        if (sc_.sizes.timed) c.at = posted + static_cast<plumb::Time>(random_.uniform(60, 3000));
      } else if (sc_.attack == Attack::comments_copied && bought) {
        c.text = copied;
        c.author = "u" + std::to_string(random_.below(100000));
      } else if (sc_.attack == Attack::comments_tokens && bought) {
        c.text = disguised(token, random_) + " " + draw_organic_comment(random_, tongue);
        c.author = "u" + std::to_string(random_.below(100000));
      } else if (sc_.attack == Attack::crowd && bought) {
        c.text = draw_organic_comment(random_, tongue);
        c.author = "once" + std::to_string(i);
      } else {
        c.text = draw_organic_comment(random_, tongue);
        c.author = random_.chance(returning) ? "fan" + std::to_string(random_.below(12))
                                             : "u" + std::to_string(random_.below(100000));
        if (sc_.oddity == Oddity::giveaway && random_.chance(0.5))
          c.text = "@friend" + std::to_string(random_.below(999)) + " @pal" + std::to_string(random_.below(999));
      }
      out_.snapshot.comments.push_back(c);
      if (random_.chance(0.1)) add_reply(c);
    }
  }

  void add_reply(const plumb::Comment& to) {
    plumb::Comment reply;
    reply.id = *to.id + "r";
    reply.post_id = to.post_id;
    if (to.at) reply.at = *to.at + 3600;
    reply.author = "creator";
    reply.by_creator = true;
    reply.reply_to = to.id;
    reply.text = draw_organic_comment(random_, language_);
    out_.snapshot.comments.push_back(reply);
  }

  void draw_history() {
    const double growth = std::exp(std::log(0.0012) + 0.8 * random_.normal());
    double f = shown_;
    std::vector<double> back{f};
    const std::size_t readings = sc_.sizes.readings >= 0 ? static_cast<std::size_t>(sc_.sizes.readings) : 30;
    const bool any_day = sc_.sizes.readings >= 0;
    const std::size_t event = any_day ? 1 + random_.below(readings - 1) : 5 + random_.below(15);
    for (std::size_t d = 1; d < readings; ++d) {
      double step = growth * sc_.sizes.gap_days * random_.gamma(2) / 2;
      if (sc_.oddity == Oddity::news_shock && d >= event && d < event + 3) step += random_.uniform(0.01, 0.03);
      if (sc_.attack == Attack::followers_burst && d == event) step += sc_.phi / (1 - sc_.phi) * 0.7;
      if (sc_.attack == Attack::followers_drip) step += sc_.phi * 0.01;
      if (sc_.attack == Attack::followers_purged && d == event) step -= sc_.phi * random_.uniform(0.1, 0.4);
      f /= 1 + step;
      back.push_back(f);
    }
    for (std::size_t d = back.size(); d-- > 1;) {
      plumb::HistoryReading r;
      r.at = now - static_cast<plumb::Time>(static_cast<double>(d) * sc_.sizes.gap_days * day);
      r.followers = exactly(back[d]);
      out_.snapshot.history.push_back(r);
    }
  }

  Scenario sc_;
  Random random_;
  PlatformShape shape_;
  Case out_;
  double real_ = 0, shown_ = 0, level_ = 0, sigma_ = 0, noise_ = 0, dormant_ = 0;
  std::size_t language_ = 0;
};

}  // namespace

std::string_view name_of(Attack attack) {
  static constexpr std::string_view names[all_attack_count] = {"clean",
                                                               "followers_burst",
                                                               "followers_drip",
                                                               "followers_purged",
                                                               "likes_quota",
                                                               "likes_proportional",
                                                               "likes_delayed",
                                                               "comments_templates",
                                                               "comments_paraphrased",
                                                               "pod",
                                                               "views_bought",
                                                               "views_steady",
                                                               "views_spikes",
                                                               "comments_copied",
                                                               "comments_tokens",
                                                               "crowd",
                                                               "followers_idle"};
  return names[static_cast<std::size_t>(attack)];
}

bool held_out(Attack attack) {
  switch (attack) {
    case Attack::followers_drip:
    case Attack::followers_purged:
    case Attack::likes_proportional:
    case Attack::likes_delayed:
    case Attack::comments_paraphrased:
    case Attack::views_bought: return true;
    default: return false;
  }
}

std::string_view name_of(Oddity oddity) {
  static constexpr std::string_view names[oddity_count] = {
      "clean",       "viral_post", "news_shock",  "dormant_audience", "hidden_likes",     "rounded_counts",
      "young_posts", "few_posts",  "new_account", "giveaway",         "follow_for_follow"};
  return names[static_cast<std::size_t>(oddity)];
}

std::string_view name_of(View view) {
  static constexpr std::string_view names[view_count] = {
      "followers_only", "posts_12", "posts_12_names_30", "posts_12_people_30", "posts_12_comments_60", "everything"};
  return names[static_cast<std::size_t>(view)];
}

double PlatformShape::level(double ln_followers) const {
  return ln_rate + slope * (ln_followers - std::log(1e4)) + ln_followers;
}

const PlatformShape& shape_of(plumb::Platform platform) {
  return *std::find_if(std::begin(shapes), std::end(shapes),
                       [&](const auto& shape) { return shape.platform == platform; });
}

Case simulate(const Scenario& scenario) { return Simulator(scenario).run(); }

}  // namespace calibration
