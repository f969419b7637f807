/// @file
/// @brief Scripted comments of several kinds beside people's, for groups with a known share.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/snapshot/snapshot.hpp"
#include "data_files.hpp"
#include "random.hpp"

namespace calibration {

/// Comments of one kind: what was scripted, and what people wrote in the same place (or, where nobody collected that, in
/// the same language elsewhere).
struct CampaignSet {
  std::string name, what;
  plumb::Platform platform = plumb::Platform::youtube;
  std::vector<std::vector<std::string>> scripted, people;  ///< by page; groups are drawn from one page
  int card = -1;  ///< index of read_comment_sets() that must not have fitted the card; -1: none did
};

std::vector<CampaignSet> read_campaign_sets(const std::filesystem::path& data);

/// Comments of people by post, all languages: comments-2024, without those that a crude pattern calls scams.
std::vector<std::vector<std::string>> read_people_by_post(const std::filesystem::path& data);

/// 200 short phrases in 12 languages that many people write.
std::vector<std::string> read_short_phrases();

/// Comments of one page in the order of time: who wrote, and whether it was scripted.
struct Written {
  plumb::Time at = 0;
  std::string author;
  bool scripted = false;
};
/// By page; where no column has that name, all rows are one page, and people's.
std::map<std::string, std::vector<Written>> read_written(const CsvRows& rows, const char* page, const char* author,
                                                         const char* at, const char* label);

/// An account with 12 ordinary posts and these comments under the newest, each by another author.
plumb::Snapshot page_of(const std::vector<std::string>& comments, plumb::Platform platform);

/// n different texts.
std::vector<std::string> draw_texts(const std::vector<std::string>& from, std::size_t n, Random& random);

}  // namespace calibration
