/// @file
/// @brief JSON Lines in, JSON Lines out.
#pragma once

#include <string>
#include <vector>

namespace plumb::cli {

struct ScoreOptions {
  bool details = false;
  unsigned jobs = 1;                ///< lines scored at the same time
  std::vector<std::string> without; ///< ids of signals and benchmark rows that are not to be used
  std::vector<std::string> files;   ///< none, or "-": standard input
};

/// Scores each line; the answers come in the order of the lines, whatever `jobs` is.
/// A line ends with LF; one CR before it is ignored; the last LF may be missing.
/// @return 0; 1 if any line was refused; 2 if a file can't be read
int score_lines(const ScoreOptions& options);

}  // namespace plumb::cli
