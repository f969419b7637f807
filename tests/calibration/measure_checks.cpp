#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "check_cases.hpp"
#include "core/base/platforms.hpp"
#include "core/estimate/assess.hpp"
#include "data_files.hpp"
#include "measurements.hpp"

namespace calibration {
namespace {

using plumb::CheckState;
using plumb::Verdict;

const std::string source = "simulator";
/// Far from the seeds of the table, and of what chose a threshold.
constexpr std::uint64_t fresh_seed = 31'000'000;

std::string name_of(plumb::CheckId check) { return std::string(plumb::check_names[static_cast<std::size_t>(check)]); }

/// The table against cases that made none of it, at each size: of those with half inorganic, how many get a fine check.
void judge_power(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 20 : 150;
  std::map<std::pair<plumb::CheckId, int>, Found> by_size;
  for (const Visible& visible : visibles()) {
    for (const int size : visible.sizes) {
      for (const Look& look : looks()) {
        if (look.check != visible.check) continue;
        const Found found = measure_cell(look, visible, size, n, fresh_seed);
        Found& all = by_size[{visible.check, size}];
        // The worst way of being inorganic counts.
        if (found.n > 0 && (all.n == 0 || found.fine / found.n > all.fine / all.n)) all = found;
      }
    }
  }
  for (const auto& [cell, found] : by_size) {
    const std::string id = name_of(cell.first) + "_" + std::to_string(cell.second);
    goals.at_most("check_fine_" + id,
                  "fine with half inorganic, the worst way, " + name_of(cell.first) + ", " +
                      std::to_string(cell.second) + " read",
                  found.n > 0 ? found.fine / found.n : 0, 0.2, source);
  }
  for (const Look& look : looks()) {
    if (!look.kept_out) continue;
    for (const Visible& visible : visibles()) {
      if (visible.check != look.check) continue;
      const int size = visible.sizes[visible.sizes.size() / 2];
      goals.told("check_found_" + name_of(look.check) + "_" + std::string(visible.visible) + "_" +
                     std::string(calibration::name_of(look.attack)),
                 "  found: " + name_of(look.check) + ", " + std::string(visible.visible) + ", " + std::to_string(size) +
                     " read, " + std::string(calibration::name_of(look.attack)) + " (kept out of the table)",
                 short_number(measure_cell(look, visible, size, n, fresh_seed).share()), source);
    }
  }
}

/// Whether the table that ships is what the simulator gives of today's checks: what a page is told of them follows from it.
void judge_table(const Setting& setting, Goals& goals) {
  if (setting.short_form) return;
  std::ostringstream made;
  write_power(made, table_cases);
  std::ifstream file(PLUMB_POWER_TABLE, std::ios::binary);
  std::string shipped, fresh;
  std::istringstream lines(made.str());
  double cells = 0;
  while (std::getline(lines, fresh)) cells += !std::getline(file, shipped) || shipped != fresh;
  while (std::getline(file, shipped)) ++cells;
  goals.at_most("power_table", "cells of wasm/data/power.tsv that are not what the checks find today", cells, 0,
                source);
}

/// Followers that sleep are what the check of the followers looks for, too: beyond 30 % of them it should ask.
void tell_dormant(int n, Goals& goals) {
  double few = 0, asked_few = 0, many = 0, asked_many = 0;
  for (int k = 0; k < n; ++k) {
    const Case c = simulate(
        {Attack::none, Oddity::dormant_audience, View::everything, 0, 0, fresh_seed + static_cast<std::uint64_t>(k)});
    const auto state =
        plumb::assess(c.snapshot, false).checks[static_cast<std::size_t>(plumb::CheckId::followers)].state;
    const bool asks = state == CheckState::question || state == CheckState::unusual;
    (c.truth.phi > 0.3 ? many : few) += 1;
    (c.truth.phi > 0.3 ? asked_many : asked_few) += asks;
  }
  goals.told("check_dormant", "  asked about followers, of a dormant audience up to 30 % asleep, above",
             short_number(asked_few / few) + " " + short_number(asked_many / many), source);
  for (const Look& look : looks()) {
    if (look.check != plumb::CheckId::followers) continue;
    std::string shares;
    for (const int size : {30, 60, 150}) {
      const Found found = measure_cell(look, {look.check, "counts", {}}, size, n, fresh_seed);
      shares += (shares.empty() ? "" : " ") + short_number(found.asked / found.n);
    }
    goals.told("check_asked_" + std::string(calibration::name_of(look.attack)),
               "  asked about followers, half of them " + std::string(calibration::name_of(look.attack)) +
                   ", 30, 60, 150 read",
               shares, source);
  }
}

/// The check of the likes on each platform, whose pages show other things: a mean over all hides the worst.
void judge_platforms(const std::map<plumb::Platform, std::map<CheckState, double>>& likes, Goals& goals) {
  for (const auto& [platform, states] : likes) {
    double all = 0;
    for (const auto& [state, n] : states) all += n;
    const auto share_of = [&](CheckState state) { return states.contains(state) ? states.at(state) / all : 0; };
    const std::string name(plumb::facts_of(platform).name);
    goals.at_most("check_likes_unusual_" + name, "the likes unusual, honest, all oddities, " + name,
                  share_of(CheckState::unusual), 0.01, source);
    goals.at_most("check_likes_question_" + name, "the likes question, honest, all oddities, " + name,
                  share_of(CheckState::question), 0.05, source);
  }
}

/// How often each check speaks on honest accounts.
void judge_honest(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 40 : 1000;
  std::map<plumb::Platform, std::map<CheckState, double>> likes;
  for (std::size_t i = 0; i < oddity_count; ++i) {
    const Oddity oddity = static_cast<Oddity>(i);
    const std::string name(calibration::name_of(oddity));
    std::map<CheckState, double> states[plumb::check_count];
    for (int k = 0; k < n; ++k) {
      const Case c =
          simulate({Attack::none, oddity, View::everything, 0, 0, fresh_seed + static_cast<std::uint64_t>(k)});
      const auto report = plumb::assess(c.snapshot, false);
      ++likes[c.snapshot.platform][report.checks[static_cast<std::size_t>(plumb::CheckId::likes)].state];
      for (const auto& check : report.checks) states[static_cast<std::size_t>(check.id)][check.state] += 1.0 / n;
    }
    double unusual = 0, question = 0;
    std::string worst, asked;
    for (std::size_t c = 0; c < plumb::check_count; ++c) {
      const double u = states[c][CheckState::unusual], q = states[c][CheckState::question];
      if (u >= unusual) unusual = u, worst = plumb::check_names[c];
      if (q >= question) question = q, asked = plumb::check_names[c];
    }
    goals.at_most("check_unusual_" + name, "a check unusual, honest: " + name + " (most: " + worst + ")", unusual, 0.01,
                  source);
    if (oddity == Oddity::dormant_audience) tell_dormant(n, goals);
    goals.at_most("check_question_" + name, "a check question, honest: " + name + " (most: " + asked + ")", question,
                  0.05, source);
  }
  judge_platforms(likes, goals);
}

/// What an honest account is told, by what was read of it.
void tell_answers(const Setting& setting, Goals& goals) {
  const int n = setting.short_form ? 60 : 600;
  struct Reading {
    std::string id, what;
    int people, readings;
  };
  for (const Reading& reading : {Reading{"posts_comments", "24 posts + 60 comments", 0, 1},
                                 Reading{"posts_comments_followers", "24 posts + 60 comments + 30 followers", 30, 1},
                                 Reading{"month", "the same over a month of daily visits", 30, 30}}) {
    std::map<Verdict, double> answers;
    for (int k = 0; k < n; ++k) {
      Case c =
          simulate({Attack::none, Oddity::none, View::everything, 0, 0, fresh_seed + static_cast<std::uint64_t>(k)});
      if (reading.people == 0) c.snapshot.people.clear();
      if (reading.readings == 1) c.snapshot.history.clear();
      answers[plumb::assess(c.snapshot, false).verdict] += 1.0 / n;
    }
    goals.told("answer_" + reading.id,
               "answer for honest accounts, " + reading.what + ": clear, nothing seen, question, unusual",
               short_number(answers[Verdict::clear]) + " " + short_number(answers[Verdict::nothing_seen]) + " " +
                   short_number(answers[Verdict::question]) + " " + short_number(answers[Verdict::unusual]),
               source);
  }
}

/// One set of real videos: where its columns are.
struct RealVideos {
  std::string id, what, file, account, time, likes, views;
  plumb::Platform platform;
};

/// A window of real videos in their order, as a page shows them.
plumb::Snapshot as_page(const RealVideos& set, const std::vector<std::pair<double, double>>& videos, std::size_t from,
                        std::size_t n) {
  constexpr plumb::Time now = 1795341600, day = 86400;
  plumb::Snapshot s;
  s.platform = set.platform;
  s.captured_at = now;
  s.profile.handle = "channel";
  for (std::size_t i = 0; i < n; ++i) {
    const auto [likes, views] = videos[from + i];
    plumb::Post post;
    post.id = "v" + std::to_string(i);
    post.at = now - static_cast<plumb::Time>(10 + n - i) * day;
    post.likes = plumb::Count{static_cast<std::int64_t>(likes), static_cast<std::int64_t>(likes)};
    post.views = plumb::Count{static_cast<std::int64_t>(views), static_cast<std::int64_t>(views)};
    s.posts.push_back(post);
  }
  return s;
}

/// How often the check of the views asks on real channels, of which nobody knows what was promoted.
void tell_real_views(const Setting& setting, Goals& goals) {
  constexpr std::size_t window = 24;
  for (const RealVideos& set :
       {RealVideos{"youtube", "10 YouTube channels", "stelive/videos.csv", "member_id", "published_at", "like_count",
                   "view_count", plumb::Platform::youtube},
        RealVideos{"tiktok", "TikToks of 18 news outlets", "tiktok-news/tiktok.csv", "V3_news_outlet", "M3_create_time",
                   "M4_like_count", "M5_view_count", plumb::Platform::tiktok}}) {
    const std::string id = "check_real_views_" + set.id,
                      what = "  the views asked about, 24 videos in a row of " + set.what;
    if (!std::filesystem::exists(setting.data / set.file)) {
      goals.missing(id, what, "data missing", "labelled data");
      continue;
    }
    const CsvRows rows = read_csv(setting.data / set.file);
    const auto cell = [&](const std::vector<std::string>& row, const std::string& name) {
      return row.at(static_cast<std::size_t>(column(rows, name)));
    };
    std::map<std::string, std::vector<std::pair<std::string, std::pair<double, double>>>> accounts;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i].size() != rows[0].size() || cell(rows[i], set.views).empty()) continue;
      accounts[cell(rows[i], set.account)].push_back(
          {cell(rows[i], set.time),
           {std::atof(cell(rows[i], set.likes).c_str()), std::atof(cell(rows[i], set.views).c_str())}});
    }
    double asked = 0, all = 0;
    for (auto& [account, videos] : accounts) {
      std::sort(videos.begin(), videos.end());
      std::vector<std::pair<double, double>> in_order;
      for (const auto& video : videos) in_order.push_back(video.second);
      for (std::size_t from = 0; from + window <= in_order.size(); from += window) {
        const auto state = plumb::assess(as_page(set, in_order, from, window), false)
                               .checks[static_cast<std::size_t>(plumb::CheckId::views)]
                               .state;
        ++all;
        asked += state == CheckState::question || state == CheckState::unusual;
      }
    }
    goals.told(id, what, short_number(asked / all) + " of " + std::to_string(static_cast<int>(all)), "labelled data");
  }
}

}  // namespace

void measure_checks(const Setting& setting, Goals& goals) {
  use_shipped_models();
  judge_table(setting, goals);
  judge_power(setting, goals);
  judge_honest(setting, goals);
  tell_answers(setting, goals);
  tell_real_views(setting, goals);
}

}  // namespace calibration
