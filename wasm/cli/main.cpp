/// @file
/// @brief The `plumb` command line: scores snapshots, shows a report, prints the schemas.
#include <CLI/CLI.hpp>
#include <iostream>

#include "../core/base/model.hpp"
#include "report_schema.hpp"
#include "score_lines.hpp"
#include "show_report.hpp"
#include "snapshot_schema.hpp"

namespace {

constexpr int wrong_usage = 2;

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Estimates the real audience and engagement of a profile from a snapshot of its page.", "plumb"};
  app.require_subcommand(1);
  const std::string versions =
      "plumb " + std::string(plumb::model::version) + ", benchmarks of " + std::string(plumb::model::benchmarks);
  app.set_version_flag("--version", versions);

  plumb::cli::ScoreOptions options;
  auto* score = app.add_subcommand("score", "Score snapshots: JSON Lines in, one line of JSON out for each");
  score->add_flag("--details", options.details, "List every person and comment");
  score->add_option("--jobs", options.jobs, "Lines scored at the same time")->check(CLI::Range(1, 256));
  score->add_option("--without", options.without, "Signals and benchmark rows not to be used, with commas between")
      ->delimiter(',')
      ->allow_extra_args(false);
  score->add_option("FILE", options.files, "Files to read; standard input without any, or for -");

  std::string file;
  auto* show = app.add_subcommand("show", "Show the report of a snapshot, for people");
  bool raw = false;
  show->add_flag("--raw", raw, "Signals by their ids, with the numbers as they are");
  show->add_option("FILE", file, "A file with one snapshot; - for standard input")->required();

  std::string which;
  auto* schema = app.add_subcommand("schema", "Print the JSON Schema of a document");
  schema->add_option("DOCUMENT", which, "snapshot or report")->required()->check(CLI::IsMember({"snapshot", "report"}));

  auto* version = app.add_subcommand("version", "Print the versions of the model and its tables");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : wrong_usage;
  }
  std::ios::sync_with_stdio(false);
  if (*score) return plumb::cli::score_lines(options);
  if (*show) return plumb::cli::show_report(file, raw);
  if (*schema) std::cout << (which == "snapshot" ? plumb::cli::snapshot_schema : plumb::cli::report_schema);
  if (*version) std::cout << versions << '\n';
  return 0;
}
