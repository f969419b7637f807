#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "core/signals/split.hpp"
#include "core/stats/robust.hpp"
#include "data_files.hpp"
#include "measurements.hpp"
#include "random.hpp"

namespace calibration {
namespace {

const std::string source = "influencers";
constexpr std::size_t posts_each = 24, windows_each = 10;
constexpr double least_likes = 20, false_alarms = 0.01;

/// A set of posts that show more than likes: its columns, the talk (comments or replies) first.
struct Shown {
  std::string id, file, account, likes;
  std::vector<std::string> columns, names;
};

struct SeenPost {
  double likes = 0;
  std::vector<double> others;
};

using Window = std::vector<SeenPost>;

struct Account {
  int half = 0;
  std::vector<Window> windows;
};

std::vector<Account> read_windows(const std::filesystem::path& file, const Shown& set) {
  const CsvRows rows = read_csv(file);
  const int account = column(rows, set.account), likes = column(rows, set.likes);
  std::map<std::string, Window> posts;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;
    SeenPost post{std::atof(rows[i][likes].c_str()), {}};
    for (const auto& name : set.columns) post.others.push_back(std::atof(rows[i][column(rows, name)].c_str()));
    if (post.likes >= least_likes) posts[rows[i][account]].push_back(post);
  }
  std::vector<Account> out;
  for (const auto& [name, all] : posts) {
    Account one{static_cast<int>(stable_hash(set.id + name, split_seed) % 2), {}};
    for (std::size_t from = 0; from + posts_each <= all.size() && one.windows.size() < windows_each; from += posts_each)
      one.windows.emplace_back(all.begin() + static_cast<long>(from),
                               all.begin() + static_cast<long>(from + posts_each));
    if (!one.windows.empty()) out.push_back(one);
  }
  return out;
}

/// How likes are bought: on a part of the posts, as a factor of each one's own.
struct Purchase {
  std::string words;
  double part, factor;
};

Window bought(Window window, const Purchase& purchase, Random& random) {
  // The first of a random order: just that part of them.
  for (std::size_t i = 0; i < window.size(); ++i) std::swap(window[i], window[i + random.below(window.size() - i)]);
  const auto n = static_cast<std::size_t>(std::lround(purchase.part * static_cast<double>(window.size())));
  for (std::size_t i = 0; i < n; ++i) window[i].likes *= purchase.factor;
  return window;
}

/// How much the likes exceed what another count tells: where all posts were bought by the account's level, else by the part
/// that does not go with the others.
double excess(const Window& window, std::size_t kind, bool level) {
  std::vector<double> logs;
  for (const auto& post : window) logs.push_back(std::log((post.others[kind] + 0.5) / (post.likes + 0.5)));
  return level ? -*plumb::median(logs) : plumb::signals::lower_group(logs, 0.5).share;
}

/// Standard deviation between accounts of ln of a count for each like, of a usual post.
double spread_between(const std::vector<Account>& accounts, std::size_t kind) {
  std::vector<double> levels;
  for (const auto& account : accounts) {
    double sum = 0;
    for (const auto& window : account.windows) sum -= excess(window, kind, true);
    levels.push_back(sum / static_cast<double>(account.windows.size()));
  }
  const double mean = std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
  double square = 0;
  for (const double level : levels) square += (level - mean) * (level - mean);
  return std::sqrt(square / static_cast<double>(levels.size() - 1));
}

struct Scored {
  double score = 0, weight = 0;
  int half = 0;
};

/// The share of windows above the score that all but 1 % of the other half's honest windows keep below; an account counts as one.
struct Found {
  double bought = 0, honest = 0;
};

Found found(const std::vector<Scored>& honest, const std::vector<Scored>& tampered) {
  Found out;
  double all = 0;
  for (const int half : {0, 1}) {
    std::vector<Scored> other;
    double weight = 0;
    for (const auto& one : honest)
      if (one.half != half) other.push_back(one), weight += one.weight;
    std::sort(other.begin(), other.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    double above = 0, limit = 0;
    for (const auto& one : other) {
      limit = one.score;
      above += one.weight;
      if (above > false_alarms * weight) break;
    }
    for (std::size_t i = 0; i < honest.size(); ++i) {
      if (honest[i].half != half) continue;
      all += honest[i].weight;
      out.honest += honest[i].weight * (honest[i].score > limit);
      out.bought += tampered[i].weight * (tampered[i].score > limit);
    }
  }
  return {out.bought / all, out.honest / all};
}

/// Scores of every window by the kinds that a mask names, summed.
std::vector<Scored> scores(const std::vector<Account>& accounts, const Purchase* purchase, unsigned kinds, bool level) {
  std::vector<Scored> out;
  Random random(split_seed);
  for (const auto& account : accounts) {
    for (const auto& window : account.windows) {
      const Window seen = purchase ? bought(window, *purchase, random) : window;
      Scored one{0, 1.0 / static_cast<double>(account.windows.size()), account.half};
      for (std::size_t kind = 0; kind < window[0].others.size(); ++kind)
        if (kinds >> kind & 1) one.score += excess(seen, kind, level);
      out.push_back(one);
    }
  }
  return out;
}

}  // namespace

void measure_resharing(const Setting& setting, Goals& goals) {
  const std::array<Shown, 2> sets{Shown{"x",
                                        "influencers/x.csv",
                                        "account",
                                        "likes",
                                        {"replies", "reposts", "quotes"},
                                        {"replies", "reposts", "quotes"}},
                                  Shown{"tiktok",
                                        "tiktok-news/tiktok.csv",
                                        "V3_news_outlet",
                                        "M4_like_count",
                                        {"M6_comment_count", "M7_share_count", "M5_view_count"},
                                        {"comments", "shares", "views"}}};
  const std::array<Purchase, 4> purchases{Purchase{"tripled on half of the posts", 0.5, 3},
                                          Purchase{"five times on a quarter", 0.25, 5},
                                          Purchase{"doubled on all", 1, 2}, Purchase{"ten times on all", 1, 10}};
  for (const auto& set : sets) {
    if (!std::filesystem::exists(setting.data / set.file)) {
      goals.missing("resharing_" + set.id, "what other counts tell of bought likes, " + set.id, "data missing", source);
      continue;
    }
    const auto accounts = read_windows(setting.data / set.file, set);
    for (std::size_t kind = 0; kind < set.names.size(); ++kind)
      goals.told("resharing_spread_" + set.id + "_" + set.names[kind],
                 set.names[kind] + " for each like, " + set.id + ": factor from one account to the next (e^sd)",
                 short_number(std::exp(spread_between(accounts, kind))), source);
    for (const auto& purchase : purchases) {
      const bool level = purchase.part == 1;
      std::string figure;
      for (const unsigned kinds : {1u, 2u, 4u, 3u, 7u}) {
        std::string name;
        for (std::size_t kind = 0; kind < set.names.size(); ++kind)
          if (kinds >> kind & 1) name += (name.empty() ? "" : " + ") + set.names[kind];
        const Found at = found(scores(accounts, nullptr, kinds, level), scores(accounts, &purchase, kinds, level));
        figure +=
            (figure.empty() ? "" : "; ") + name + " " + short_number(at.bought) + " (" + short_number(at.honest) + ")";
      }
      goals.told("resharing_" + set.id + "_" + short_number(purchase.part) + "_" + short_number(purchase.factor),
                 "likes " + purchase.words + ", " + set.id + " (" + std::to_string(accounts.size()) +
                     " accounts): found at 1 % false by (false on the half left out)",
                 figure, source);
    }
  }
}

}  // namespace calibration
