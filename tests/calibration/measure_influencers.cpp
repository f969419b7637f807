#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/estimate/assess.hpp"
#include "core/snapshot/rfc3339.hpp"
#include "core/stats/robust.hpp"
#include "data_files.hpp"
#include "measurements.hpp"
#include "scorecard_fit.hpp"

namespace calibration {
namespace {

using plumb::CheckState;

const std::string source = "influencers";
constexpr plumb::Time day = 86400;

/// Real posts, a set a platform. Replies are X's comments, and nothing else of theirs counts as engagement here.
struct PostSet {
  std::string id, file, comments;
  plumb::Platform platform;
};

/// The posts of one account in their order.
using Posts = std::vector<OrganicPost>;

plumb::Count exactly(double n) { return {static_cast<std::int64_t>(n), static_cast<std::int64_t>(n)}; }

/// A window of posts as a page shows them when all of it is more than a week old.
plumb::Snapshot as_page(const PostSet& set, const Posts& posts, std::size_t from, std::size_t n) {
  plumb::Snapshot s;
  s.platform = set.platform;
  s.captured_at = posts[from + n - 1].at + 8 * day;
  s.profile.handle = "account";
  for (std::size_t i = from; i < from + n; ++i) {
    plumb::Post post;
    post.id = "p" + std::to_string(i);
    post.at = posts[i].at;
    post.likes = exactly(posts[i].likes);
    post.comments = exactly(posts[i].comments);
    s.posts.push_back(post);
  }
  return s;
}

/// The same page with half of its likes bought: as many on each post as a usual one has by itself.
plumb::Snapshot with_quota(plumb::Snapshot s) {
  std::vector<double> likes;
  for (const plumb::Post& post : s.posts) likes.push_back(post.likes->mid());
  std::nth_element(likes.begin(), likes.begin() + likes.size() / 2, likes.end());
  const double quota = likes[likes.size() / 2];
  for (std::size_t i = 0; i < s.posts.size(); ++i)
    s.posts[i].likes = exactly(s.posts[i].likes->mid() + quota * (1 + 0.03 * (static_cast<double>(i % 3) - 1)));
  return s;
}

std::map<std::string, Posts> read_posts(const std::filesystem::path& file, const std::string& comments) {
  const CsvRows rows = read_csv(file);
  const int account = column(rows, "account"), at = column(rows, "at"), likes = column(rows, "likes"),
            talk = column(rows, comments);
  std::map<std::string, Posts> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;
    const auto time = plumb::parse_time(rows[i][at]);
    if (time)
      out[rows[i][account]].push_back({std::atof(rows[i][likes].c_str()), std::atof(rows[i][talk].c_str()), *time});
  }
  for (auto& [name, posts] : out)
    std::stable_sort(posts.begin(), posts.end(),
                     [](const OrganicPost& a, const OrganicPost& b) { return a.at < b.at; });
  return out;
}

/// What was seen of one half of the accounts: means over accounts, so that one who posts much counts as one.
struct Seen {
  double accounts = 0, windows = 0;
  std::map<plumb::CheckId, double> question, unusual;
  double held = 0, below = 0, predicted = 0, found = 0;
  std::vector<double> honest, bought;  ///< by window: what the likes' check holds for the probability of a large part

  void judge(const plumb::Report& report, double next, double weight) {
    windows += 1;
    for (const auto& check : report.checks) {
      question[check.id] += weight * (check.state == CheckState::question);
      unusual[check.id] += weight * (check.state == CheckState::unusual);
    }
    if (!report.engagement.next_post) return;
    predicted += weight;
    held += weight * (next >= report.engagement.next_post->low && next <= report.engagement.next_post->high);
    below += weight * (next < report.engagement.next_post->low);
  }
};

void judge_half(const PostSet& set, const std::map<std::string, Posts>& accounts, int half, std::size_t n,
                Goals& goals) {
  Seen seen;
  for (const auto& [name, posts] : accounts) {
    if (static_cast<int>(stable_hash(set.id + name, split_seed) % 2) != half || posts.size() <= n) continue;
    const std::size_t windows = (posts.size() - 1) / n;
    seen.accounts += 1;
    for (std::size_t w = 0; w < windows; ++w) {
      const OrganicPost& next = posts[w * n + n];
      const plumb::Snapshot page = as_page(set, posts, w * n, n);
      const plumb::Report as_it_is = plumb::assess(page, false);
      seen.judge(as_it_is, next.likes + next.comments, 1.0 / windows);
      const plumb::Check& likes =
          plumb::assess(with_quota(page), false).checks[static_cast<std::size_t>(plumb::CheckId::likes)];
      seen.found +=
          (likes.state == CheckState::question || likes.state == CheckState::unusual) / static_cast<double>(windows);
      seen.honest.push_back(as_it_is.checks[static_cast<std::size_t>(plumb::CheckId::likes)].probability);
      seen.bought.push_back(likes.probability);
    }
  }
  const std::string id = set.id + "_" + std::to_string(n) + (half ? "_fitted" : "_left_out");
  const std::string what = std::to_string(n) + " posts in a row of influencers on " + set.id + ", " +
                           (half ? "accounts that fitted" : "accounts left out") + " (" + short_number(seen.accounts) +
                           " accounts, " + short_number(seen.windows) + " windows)";
  for (const plumb::CheckId check : {plumb::CheckId::likes, plumb::CheckId::comments, plumb::CheckId::growth}) {
    const std::string name(plumb::check_names[static_cast<std::size_t>(check)]);
    const auto row = [&](const std::string& state, double share, double goal) {
      const std::string row_id = "influencers_" + state + "_" + name + "_" + id,
                        words = name + " " + state + ", " + what;
      if (half) goals.told(row_id, words, short_number(share), source);
      else goals.at_most(row_id, words, share, goal, source);
    };
    if (check == plumb::CheckId::likes || seen.question[check] + seen.unusual[check] > 0) {
      row("question", seen.question[check] / seen.accounts, 0.05);
      row("unusual", seen.unusual[check] / seen.accounts, 0.01);
    }
  }
  goals.told("influencers_found_" + id, "  half of the likes added in equal parts: the likes' check asks",
             short_number(seen.found / seen.accounts), source);
  goals.told("influencers_found_at_" + id, "  the same windows, found at 1 % false alarms by its probability",
             short_number(found_at(0.01, seen.honest, seen.bought)), source);
  const std::string words = "next post in its 90 % interval, " + what;
  if (half) goals.told("influencers_next_" + id, words, short_number(seen.held / seen.predicted), source);
  else goals.between("influencers_next_" + id, words, seen.held / seen.predicted, 0.88, 0.92, source);
  goals.told("influencers_next_below_" + id, "  of them below it", short_number(seen.below / seen.predicted), source);
}

double deviation(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double x : values) sum += x / n;
  for (const double x : values) squares += (x - sum) * (x - sum);
  return std::sqrt(squares / (n - 1));
}

/// How accounts differ in comments for each like, and posts of one account.
void tell_spread(const PostSet& set, const std::map<std::string, Posts>& accounts, Goals& goals) {
  std::vector<double> middles, spreads;
  for (const auto& [name, posts] : accounts) {
    std::vector<double> ratios;
    for (const OrganicPost& post : posts) {
      if (post.likes > 0 && post.comments > 0) ratios.push_back(std::log(post.comments / post.likes));
    }
    if (ratios.size() < 24) continue;
    middles.push_back(*plumb::median(ratios));
    spreads.push_back(deviation(ratios));
  }
  goals.told("influencers_spread_" + set.id,
             "ln comments for each like, " + set.id + " (" + std::to_string(middles.size()) +
                 " accounts): spread between accounts' middles; middle spread between posts",
             short_number(deviation(middles)) + " " + short_number(*plumb::median(spreads)), source);
}

}  // namespace

void measure_influencers(const Setting& setting, Goals& goals) {
  for (const PostSet& set : {PostSet{"instagram", "influencers/instagram.csv", "comments", plumb::Platform::instagram},
                             PostSet{"x", "influencers/x.csv", "replies", plumb::Platform::x}}) {
    const auto file = setting.data / set.file;
    if (!std::filesystem::exists(file)) {
      goals.missing("influencers_" + set.id, "honest influencers on " + set.id, "data missing", source);
      continue;
    }
    const auto accounts = read_posts(file, set.comments);
    tell_spread(set, accounts, goals);
    for (const std::size_t n : {std::size_t{12}, std::size_t{24}})
      for (const int half : {0, 1}) judge_half(set, accounts, half, n, goals);
  }
}

}  // namespace calibration
