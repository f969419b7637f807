/// @file
/// @brief The report of one snapshot, in the terminal.
#pragma once

#include <string>

namespace plumb::cli {

/// Prints the report of the snapshot in a file ("-": standard input).
/// @return 0; 1 if the snapshot was refused; 2 if the file can't be read
int show_report(const std::string& file);

}  // namespace plumb::cli
