// plumb_bench SNAPSHOTS.ndjson: reads the number of a snapshot and how often to score it, and answers with the nanoseconds of
// processor time that one score took, and the length of the report: the native half of core.ts.
#include <time.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "wasm/core/score.hpp"

namespace {

/// Processor time of this process, ns: it does not grow where the machine is busy with other things.
long long used() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> snapshots;
  if (argc == 2) {
    std::ifstream in(argv[1], std::ios::binary);
    for (std::string line; std::getline(in, line);) snapshots.push_back(line);
  }
  if (snapshots.empty()) {
    std::fprintf(stderr, "usage: plumb_bench SNAPSHOTS.ndjson, with a snapshot a line\n");
    return 2;
  }
  for (std::size_t index = 0, calls = 0; std::cin >> index >> calls;) {
    if (index >= snapshots.size() || calls == 0) return 2;
    const auto begin = used();
    std::size_t bytes = 0;
    for (std::size_t k = 0; k < calls; ++k) bytes = plumb::score(snapshots[index], false).size();
    std::printf("%lld %zu\n", (used() - begin) / static_cast<long long>(calls), bytes);
    std::fflush(stdout);
  }
}
