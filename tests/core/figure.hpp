#pragma once
// What the tests of SECURITY.md's threats have measured; see tests/threats/figure.ts.
#include <cstdlib>
#include <fstream>
#include <string>

namespace plumb::test {

/// Tells the figure of a test whose name begins with the row's, after all that it checks. Kept only where somebody gathers
/// them, in the folder that PLUMB_FIGURES names; no text may hold a quote.
inline void figure(const std::string& row, const std::string& what, const std::string& value, const std::string& goal) {
  const char* folder = std::getenv("PLUMB_FIGURES");
  if (!folder) return;
  std::ofstream out(std::string(folder) + "/core.jsonl", std::ios::app);
  out << "{\"row\":\"" << row << "\",\"what\":\"" << what << "\",\"value\":\"" << value << "\",\"goal\":\"" << goal
      << "\"}\n";
}

}  // namespace plumb::test
