/// @file
/// @brief The table of goals: what was measured, what is asked, and whether it holds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace calibration {

enum class Status { pass, fail, not_measured };

struct GoalRow {
  std::string id, what, goal, figure;
  Status status = Status::not_measured;
  std::string from;       ///< semi-synthetic, labelled data, simulator
  double beyond_goal = 0;  ///< how far the figure is from what is asked; 0 where it holds
};

/// Rows in the order of measuring.
class Goals {
 public:
  /// A figure that must be at least / at most / between.
  void at_least(const std::string& id, const std::string& what, double figure, double goal, const std::string& from);
  void at_most(const std::string& id, const std::string& what, double figure, double goal, const std::string& from);
  void between(const std::string& id, const std::string& what, double figure, double low, double high,
               const std::string& from);
  /// A figure that is told and not judged.
  void told(const std::string& id, const std::string& what, const std::string& figure, const std::string& from);
  void missing(const std::string& id, const std::string& what, const std::string& why, const std::string& from);

  std::string as_text() const;
  void write(const std::filesystem::path& folder) const;  ///< goals.tsv and goals.md
  int failed() const;

  /// Of the goals not reached: those that are told nowhere, or missed by more than what is told, a line each.
  /// @param told  shortfalls.tsv: id, how far from its goal a row may be, what is told of it
  std::vector<std::string> worse_than_told(const std::filesystem::path& told) const;

 private:
  void add(const std::string& id, const std::string& what, const std::string& goal, double figure, double beyond_goal,
           const std::string& from);
  std::vector<GoalRow> rows_;
};

/// Three significant digits.
std::string short_number(double x);

}  // namespace calibration
