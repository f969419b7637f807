#include "campaign_sets.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <regex>

#include "core/snapshot/rfc3339.hpp"
#include "data_files.hpp"

namespace calibration {
namespace {
namespace fs = std::filesystem;

/// Replies begin with the name of whom they answer, which people's comments elsewhere do not: it would give them away.
std::string without_leading_names(std::string text) {
  static const std::regex names(R"(^(\s*@[^\s]+)+\s*)");
  return std::regex_replace(text, names, "");
}

void split_by_label(const CsvRows& rows, const char* text_column, const char* label_column, CampaignSet& set) {
  const int text = column(rows, text_column), label = column(rows, label_column);
  set.scripted.resize(1), set.people.resize(1);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() <= static_cast<std::size_t>(std::max(text, label))) continue;
    (rows[i][label] == "1" ? set.scripted : set.people)[0].push_back(rows[i][text]);
  }
}

bool looks_like_scam(const std::string& text) {
  static const std::regex scam(
      R"((invest|trad(er|ing|e with)|crypto|bitcoin|forex|profit|winscoin|financial (story|freedom|advis)|testimon|reach out|whats ?app|telegram|t\.me/|https?://|side hustle|@[A-Z]{6,}|account manager|earn(ed|ing)? \$))",
      std::regex::icase);
  return std::regex_search(text, scam);
}

}  // namespace

std::vector<std::vector<std::string>> read_people_by_post(const fs::path& data) {
  const CsvRows rows = read_csv(data / "comments-2024/people.csv");
  const int post = column(rows, "post"), text = column(rows, "text");
  std::map<std::string, std::vector<std::string>> posts;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() == rows[0].size() && !looks_like_scam(rows[i][text]))
      posts[rows[i][post]].push_back(rows[i][text]);
  }
  std::vector<std::vector<std::string>> out;
  for (auto& [name, comments] : posts) out.push_back(std::move(comments));
  return out;
}

std::vector<CampaignSet> read_campaign_sets(const fs::path& data) {
  std::vector<CampaignSet> all;
  const auto labelled = read_comment_sets(data);
  const char* names[] = {"English spam under three videos", "English scams on Instagram (ScamSpot)"};
  for (std::size_t s = 0; s < labelled.size(); ++s) {
    CampaignSet set{labelled[s].name, names[s], labelled[s].platform, {}, {}, static_cast<int>(s)};
    std::map<std::string, std::size_t> pages;
    for (const LabelledComment& c : labelled[s].comments) {
      const std::size_t page = pages.emplace(s == 0 ? c.group : "", pages.size()).first->second;
      set.scripted.resize(pages.size()), set.people.resize(pages.size());
      (c.spam ? set.scripted : set.people)[page].push_back(c.text);
    }
    all.push_back(std::move(set));
  }
  if (fs::exists(data / "comments-2025/praise-de.csv")) {
    CampaignSet set{"praise_de", "German praise by bots", plumb::Platform::youtube, {}, {}, -1};
    split_by_label(read_csv(data / "comments-2025/praise-de.csv"), "text", "label", set);
    all.push_back(std::move(set));
  }
  if (fs::exists(data / "comments-2025/gambling-id.csv")) {
    CampaignSet set{"gambling_id", "Indonesian gambling in disguised letters", plumb::Platform::youtube, {}, {}, -1};
    split_by_label(read_csv(data / "comments-2025/gambling-id.csv"), "text", "label", set);
    all.push_back(std::move(set));
  }
  if (fs::exists(data / "comments-2025/ai-replies-x.csv") && fs::exists(data / "comments-2024/people.csv")) {
    CampaignSet set{"ai_replies", "replies by language models", plumb::Platform::x, {}, {}, -1};
    split_by_label(read_csv(data / "comments-2025/ai-replies-x.csv"), "text", "label", set);
    for (auto& text : set.scripted[0]) text = without_leading_names(text);
    set.people[0].clear();
    for (const auto& post : read_people_by_post(data)) {
      for (const auto& text : post) {
        const std::string plain = without_leading_names(text);
        if (plain.size() >= 20) set.people[0].push_back(plain);
      }
    }
    all.push_back(std::move(set));
  }
  return all;
}

std::vector<std::string> read_short_phrases() {
  std::ifstream in(PLUMB_SHORT_PHRASES);
  std::vector<std::string> phrases;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) phrases.push_back(line.substr(line.find('\t') + 1));
  return phrases;
}

std::map<std::string, std::vector<Written>> read_written(const CsvRows& rows, const char* page, const char* author,
                                                         const char* at, const char* label) {
  std::map<std::string, std::vector<Written>> pages;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) continue;
    std::string time = rows[i][column(rows, at)].substr(0, 19);
    if (time.size() < 19) continue;
    time[10] = 'T';
    const auto when = plumb::parse_time(time + "Z");
    if (!when) continue;
    pages[column(rows, page) < 0 ? "" : rows[i][column(rows, page)]].push_back(
        {*when, rows[i][column(rows, author)], column(rows, label) >= 0 && rows[i][column(rows, label)] == "1"});
  }
  for (auto& [name, written] : pages) {
    std::sort(written.begin(), written.end(), [](const Written& a, const Written& b) { return a.at < b.at; });
  }
  return pages;
}

plumb::Snapshot page_of(const std::vector<std::string>& comments, plumb::Platform platform) {
  plumb::Snapshot s;
  s.platform = platform;
  s.captured_at = 1790000000;
  s.profile.handle = "creator";
  s.profile.followers = plumb::Count{20000, 20000};
  Random random(split_seed);
  for (int i = 0; i < 12; ++i) {
    plumb::Post post;
    post.id = "p" + std::to_string(i);
    post.at = *s.captured_at - 86400 * (5 + 4 * i);
    const auto likes = static_cast<std::int64_t>(500 * std::exp(0.4 * random.normal()));
    const auto of_comments =
        static_cast<std::int64_t>(static_cast<double>(likes) * 0.025 * std::exp(0.4 * random.normal()));
    post.likes = plumb::Count{likes, likes};
    post.comments = plumb::Count{of_comments, of_comments};
    s.posts.push_back(post);
  }
  for (std::size_t i = 0; i < comments.size(); ++i) {
    plumb::Comment c;
    c.id = "c" + std::to_string(i);
    c.post_id = "p0";
    c.author = "reader" + std::to_string(i);
    c.text = comments[i];
    s.comments.push_back(c);
  }
  return s;
}

std::vector<std::string> draw_texts(const std::vector<std::string>& from, std::size_t n, Random& random) {
  std::vector<std::size_t> order(from.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < n && i < order.size(); ++i) {
    std::swap(order[i], order[i + random.below(order.size() - i)]);
    out.push_back(from[order[i]]);
  }
  return out;
}

}  // namespace calibration
