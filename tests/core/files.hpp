/// @file
/// @brief Files that the tests read.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace plumb::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

extern const std::string source_dir;
extern const std::string schema_dir;  ///< the schemas, complete

/// The golden snapshots, one a line.
inline std::vector<std::string> golden_snapshots() {
  return lines_of(read_file(source_dir + "/tests/golden/snapshots.jsonl"));
}

}  // namespace plumb::test
