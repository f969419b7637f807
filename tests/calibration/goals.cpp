#include "goals.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

namespace calibration {
namespace {

const char* word(Status status) {
  return status == Status::pass ? "pass" : status == Status::fail ? "NOT REACHED" : "told";
}

}  // namespace

std::string short_number(double x) {
  char text[32];
  std::snprintf(text, sizeof text, std::abs(x) >= 100 ? "%.0f" : std::abs(x) >= 10 ? "%.1f" : "%.3f", x);
  return text;
}

void Goals::add(const std::string& id, const std::string& what, const std::string& goal, double figure,
                double beyond_goal, const std::string& from) {
  // A figure that is no number reaches nothing.
  const bool holds = beyond_goal <= 0;
  rows_.push_back(
      {id, what, goal, short_number(figure), holds ? Status::pass : Status::fail, from, holds ? 0 : beyond_goal});
}

void Goals::at_least(const std::string& id, const std::string& what, double figure, double goal,
                     const std::string& from) {
  add(id, what, ">= " + short_number(goal), figure, goal - figure, from);
}
void Goals::at_most(const std::string& id, const std::string& what, double figure, double goal,
                    const std::string& from) {
  add(id, what, "<= " + short_number(goal), figure, figure - goal, from);
}
void Goals::between(const std::string& id, const std::string& what, double figure, double low, double high,
                    const std::string& from) {
  add(id, what, short_number(low) + " to " + short_number(high), figure, std::max(low - figure, figure - high), from);
}
void Goals::told(const std::string& id, const std::string& what, const std::string& figure, const std::string& from) {
  rows_.push_back({id, what, "", figure, Status::not_measured, from});
}
void Goals::missing(const std::string& id, const std::string& what, const std::string& why, const std::string& from) {
  rows_.push_back({id, what, "", "not measured: " + why, Status::not_measured, from});
}

std::string Goals::as_text() const {
  std::string out;
  char line[400];
  for (const GoalRow& r : rows_) {
    std::snprintf(line, sizeof line, "%-12s %-15s %-92s %10s  %s\n", word(r.status), r.from.c_str(), r.what.c_str(),
                  r.figure.c_str(), r.goal.c_str());
    out += line;
  }
  return out;
}

void Goals::write(const std::filesystem::path& folder) const {
  std::ofstream tsv(folder / "goals.tsv", std::ios::binary), md(folder / "goals.md", std::ios::binary);
  tsv << "id\twhat\tfrom\tgoal\tfigure\tstatus\n";
  md << "| what | measured on | goal | figure | |\n|---|---|---|---|---|\n";
  for (const GoalRow& r : rows_) {
    tsv << r.id << '\t' << r.what << '\t' << r.from << '\t' << r.goal << '\t' << r.figure << '\t' << word(r.status)
        << '\n';
    md << "| " << r.what << " | " << r.from << " | " << r.goal << " | " << r.figure << " | " << word(r.status)
       << " |\n";
  }
}

int Goals::failed() const {
  int n = 0;
  for (const GoalRow& r : rows_) n += r.status == Status::fail;
  return n;
}

std::vector<std::string> Goals::worse_than_told(const std::filesystem::path& told) const {
  std::map<std::string, double> allowed;
  std::ifstream file(told, std::ios::binary);
  if (!file) return {"the shortfalls that are told can't be read: " + told.string()};
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#' || line.starts_with("id\t")) continue;
    const auto tab = line.find('\t');
    allowed[line.substr(0, tab)] = std::stod(line.substr(tab + 1));
  }
  std::vector<std::string> worse;
  for (const GoalRow& r : rows_) {
    if (r.status != Status::fail) continue;
    const auto row = allowed.find(r.id);
    if (row == allowed.end()) worse.push_back(r.id + ": " + r.figure + ", asked " + r.goal + ": told nowhere");
    else if (!(r.beyond_goal <= row->second))
      worse.push_back(r.id + ": " + r.figure + ", asked " + r.goal + ": told is at most " + short_number(row->second) +
                      " beside it");
  }
  return worse;
}

}  // namespace calibration
