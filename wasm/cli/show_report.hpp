/// @file
/// @brief The report of one snapshot, in the terminal.
#pragma once

#include <string>

namespace plumb::cli {

/// Prints the report of the snapshot in a file ("-": standard input).
/// @param raw  every signal by its id, with the numbers as they are; else words, as the card says it
/// @return 0; 1 if the snapshot was refused; 2 if the file can't be read
int show_report(const std::string& file, bool raw);

}  // namespace plumb::cli
