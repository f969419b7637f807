#include "data_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

namespace calibration {
namespace fs = std::filesystem;
using plumb::Count;

CsvRows read_csv(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  CsvRows rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false, any = false;
  const auto end_row = [&] {
    row.push_back(field);
    field.clear();
    if (any) rows.push_back(row);
    row.clear();
    any = false;
  };
  std::size_t i = bytes.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
  for (; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted) {
      if (c != '"') field.push_back(c);
      else if (i + 1 < bytes.size() && bytes[i + 1] == '"') field.push_back('"'), ++i;
      else quoted = false;
    } else if (c == '"') {
      quoted = any = true;
    } else if (c == ',') {
      row.push_back(field);
      field.clear();
      any = true;
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      field.push_back(c);
      any = true;
    }
  }
  end_row();
  return rows;
}

int column(const CsvRows& rows, const std::string& name) {
  if (rows.empty()) return -1;
  const auto at = std::find(rows[0].begin(), rows[0].end(), name);
  return at == rows[0].end() ? -1 : static_cast<int>(at - rows[0].begin());
}

std::uint64_t stable_hash(const std::string& text, std::uint64_t seed) {
  std::uint64_t h = 0xCBF29CE484222325ull ^ (seed * 0x9E3779B97F4A7C15ull);
  for (unsigned char c : text) h = (h ^ c) * 0x100000001B3ull;
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDull;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ull;
  return h ^ (h >> 33);
}

namespace {

std::optional<Count> count(const std::string& text) {
  if (text.empty() || text == "NULL" || text == "NA") return std::nullopt;
  const long long n = std::atoll(text.c_str());
  if (n < 0) return std::nullopt;
  return Count{n, n};
}

Count exactly(std::int64_t n) { return {n, n}; }

Population read_srf(const fs::path& data) {
  Population p{"srf", "SRF Data 2017-10-instagram-influencers, CC BY-SA 4.0", 2017, plumb::Platform::instagram, {}};
  const CsvRows rows = read_csv(data / "srf-instagram/labelled.csv");
  const int rating = column(rows, "rating"), user = column(rows, "Username"), posts = column(rows, "Number.of.posts"),
            following = column(rows, "Number.of.people.they.follow"), followers = column(rows, "Number.of.followers"),
            avatar = column(rows, "has_profile_picture"), hidden = column(rows, "Private.account");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& r = rows[i];
    LabelledPerson l;
    l.fake = r[rating] == "TRUE";
    l.person.handle = r[user];
    l.person.posts = count(r[posts]);
    l.person.following = count(r[following]);
    l.person.followers = count(r[followers]);
    l.person.has_avatar = r[avatar] == "TRUE";
    l.person.is_private = r[hidden] == "TRUE";
    p.people.push_back(l);
  }
  return p;
}

/// The data set gives only how many characters and digits a handle has: one with as many stands for it.
std::string stand_in_handle(int length, int digits) {
  static const std::string letters = "ariselomadenuti";
  std::string handle;
  for (int i = 0; i < length - digits; ++i) handle.push_back(letters[i % letters.size()]);
  for (int i = 0; i < digits && static_cast<int>(handle.size()) < length; ++i) handle.push_back('7');
  return handle;
}

Population read_instafake(const fs::path& data) {
  Population p{"instafake", "Akyon & Kalfaoglu 2019, instafake-dataset", 2019, plumb::Platform::instagram, {}};
  for (const char* file : {"fakeAccountData.json", "realAccountData.json"}) {
    std::ifstream in(data / "instafake" / file);
    if (!in) continue;
    const auto accounts = nlohmann::json::parse(in);
    for (const auto& a : accounts) {
      LabelledPerson l;
      l.fake = a["isFake"].get<int>() == 1;
      l.person.handle = stand_in_handle(a["usernameLength"], a["usernameDigitCount"]);
      l.person.followers = exactly(a["userFollowerCount"]);
      l.person.following = exactly(a["userFollowingCount"]);
      l.person.posts = exactly(a["userMediaCount"]);
      l.person.has_avatar = a["userHasProfilPic"].get<int>() == 1;
      l.person.is_private = a["userIsPrivate"].get<int>() == 1;
      l.person.bio = std::string(a["userBiographyLength"].get<int>(), 'x');
      p.people.push_back(l);
    }
  }
  return p;
}

/// "Wed Oct 07 03:19:21 +0000 2009"
std::optional<plumb::Time> twitter_time(const std::string& text) {
  std::tm t{};
  if (!strptime(text.c_str(), "%a %b %d %H:%M:%S +0000 %Y", &t)) return std::nullopt;
  return timegm(&t);
}
/// "2013-06-12 18:38:35"
std::optional<plumb::Time> plain_time(const std::string& text) {
  std::tm t{};
  if (!strptime(text.c_str(), "%Y-%m-%d %H:%M:%S", &t)) return std::nullopt;
  return timegm(&t);
}

void read_cresci_file(const fs::path& file, bool fake, Population& p) {
  const CsvRows rows = read_csv(file);
  const auto col = [&](const char* name) { return column(rows, name); };
  const int crawled = col("crawled_at") >= 0 ? col("crawled_at") : col("updated");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& r = rows[i];
    if (r.size() != rows[0].size()) continue;
    LabelledPerson l;
    l.fake = fake;
    l.person.handle = r[col("screen_name")];
    l.person.display_name = r[col("name")];
    l.person.followers = count(r[col("followers_count")]);
    l.person.following = count(r[col("friends_count")]);
    l.person.posts = count(r[col("statuses_count")]);
    l.person.bio = r[col("description")] == "NULL" ? "" : r[col("description")];
    // Twitter gives an egg as a default picture under this path.
    const std::string& picture = r[col("profile_image_url")];
    l.person.has_avatar =
        r[col("default_profile_image")] != "1" && picture.find("default_profile") == std::string::npos;
    if (r[col("protected")] == "1") l.person.is_private = true;
    l.person.created_at = twitter_time(r[col("created_at")]);
    l.seen_at = plain_time(r[crawled]);
    l.group = r[col("lang")];
    p.people.push_back(l);
  }
}

}  // namespace

std::vector<Population> read_populations(const fs::path& data) {
  std::vector<Population> all;
  if (fs::exists(data / "srf-instagram/labelled.csv")) all.push_back(read_srf(data));
  if (fs::exists(data / "instafake")) all.push_back(read_instafake(data));
  if (fs::exists(data / "cresci-2017")) {
    Population p{"cresci", "Cresci et al. 2017 (genuine users, bought followers)", 2017, plumb::Platform::x, {}};
    read_cresci_file(data / "cresci-2017/fake_followers.csv", true, p);
    read_cresci_file(data / "cresci-2017/genuine_users.csv", false, p);
    all.push_back(p);
  }
  return all;
}

std::vector<CommentSet> read_comment_sets(const fs::path& data) {
  std::vector<CommentSet> all;
  if (fs::exists(data / "youtube-spam")) {
    CommentSet set{
        "youtube", "UCI YouTube Spam Collection (Alberto et al. 2015), 3 videos", 2015, plumb::Platform::youtube, {}};
    for (const char* video : {"Youtube01-Psy", "Youtube02-KatyPerry", "Youtube03-LMFAO"}) {
      const CsvRows rows = read_csv(data / "youtube-spam" / (std::string(video) + ".csv"));
      const int text = column(rows, "CONTENT"), author = column(rows, "AUTHOR"), label = column(rows, "CLASS");
      for (std::size_t i = 1; i < rows.size(); ++i) {
        set.comments.push_back({rows[i][text], rows[i][author], rows[i][label] == "1", video});
      }
    }
    all.push_back(set);
  }
  if (fs::exists(data / "scamspot/comments.csv")) {
    CommentSet set{"scamspot", "ScamSpot, MIT, without exact duplicates", 2023, plumb::Platform::instagram, {}};
    const CsvRows rows = read_csv(data / "scamspot/comments.csv");
    const int text = column(rows, "msg"), label = column(rows, "scam");
    std::set<std::string> seen;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (!seen.insert(rows[i][text]).second) continue;
      const auto fold = stable_hash(rows[i][text], split_seed) % 5;
      set.comments.push_back({rows[i][text], "", rows[i][label] == "1", "fold" + std::to_string(fold)});
    }
    all.push_back(set);
  }
  return all;
}

std::vector<OrganicAccount> read_organic_accounts(const fs::path& data) {
  std::vector<OrganicAccount> all;
  std::ifstream in(data / "instafake/organic_accounts_with_posts.json");
  if (!in) return all;
  for (const auto& a : nlohmann::json::parse(in)) {
    OrganicAccount account{a["userFollowerCount"], a["userFollowingCount"], a["userMediaCount"], {}};
    const auto &likes = a["mediaLikeNumbers"], &comments = a["mediaCommentNumbers"], &times = a["mediaUploadTimes"];
    for (std::size_t i = 0; i < likes.size() && i < comments.size() && i < times.size(); ++i) {
      account.posts.push_back({likes[i], comments[i], times[i]});
    }
    all.push_back(account);
  }
  return all;
}

}  // namespace calibration
