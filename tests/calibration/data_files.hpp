/// @file
/// @brief Reads the labelled and observed data beside the project (../shared/data). No row of it enters the project.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/snapshot/snapshot.hpp"

namespace calibration {

/// Rows of a CSV file (RFC 4180, fields may hold line ends), the header first.
using CsvRows = std::vector<std::vector<std::string>>;
CsvRows read_csv(const std::filesystem::path& file);

/// Column of a header; -1 where there is none.
int column(const CsvRows& rows, const std::string& name);

struct LabelledPerson {
  plumb::Person person;
  bool fake = false;
  std::string group;                     ///< a part of the data set that was collected apart: vendor, language …
  std::optional<plumb::Time> seen_at;    ///< when the account was crawled
};

/// One population of followers: a data set whose rows were collected and labelled in one way.
struct Population {
  std::string name;
  std::string source;  ///< for the provenance column
  int year = 0;
  plumb::Platform platform = plumb::Platform::generic;
  std::vector<LabelledPerson> people;
};

/// srf, instafake, cresci; empty where the folder is missing.
std::vector<Population> read_populations(const std::filesystem::path& data);

struct LabelledComment {
  std::string text, author;
  bool spam = false;
  std::string group;  ///< video, or fold
};

struct CommentSet {
  std::string name, source;
  int year = 0;
  plumb::Platform platform = plumb::Platform::generic;
  std::vector<LabelledComment> comments;
};

/// youtube (grouped by video), scamspot (without exact duplicates, grouped in 5 folds by a hash of the text).
std::vector<CommentSet> read_comment_sets(const std::filesystem::path& data);

struct OrganicPost {
  double likes = 0, comments = 0;
  plumb::Time at = 0;
};

/// A hand-checked personal account with its posts, newest first.
struct OrganicAccount {
  std::int64_t followers = 0, following = 0, media = 0;
  std::vector<OrganicPost> posts;
};

std::vector<OrganicAccount> read_organic_accounts(const std::filesystem::path& data);

/// Stable 64-bit hash for splits (FNV-1a with a final mix), the same on every machine.
std::uint64_t stable_hash(const std::string& text, std::uint64_t seed);

/// Fixed before the first fit; never change it to improve a figure.
inline constexpr std::uint64_t split_seed = 20261122;

}  // namespace calibration
