// Time from text to report: a page as a person opens it, and one at the caps.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>

#include "sizes.hpp"
#include "wasm/core/assess.hpp"
#include "wasm/core/read_snapshot.hpp"
#include "wasm/core/score.hpp"

namespace {

using plumb::bench::snapshot_of;

void run(benchmark::State& state, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(plumb::score(text, false));
  state.counters["bytes"] = static_cast<double>(text.size());
}

/// The estimate alone: all signals and the grid, without reading and writing.
void small_estimate(benchmark::State& state) {
  const auto read = plumb::read_snapshot(snapshot_of(24, 60, 30));
  for (auto _ : state) benchmark::DoNotOptimize(plumb::assess(std::get<plumb::Snapshot>(read), false));
}
void small(benchmark::State& state) { run(state, snapshot_of(24, 60, 30)); }
void ten_thousand_comments(benchmark::State& state) { run(state, snapshot_of(24, 10000, 30)); }
void twenty_thousand_comments(benchmark::State& state) { run(state, snapshot_of(24, 20000, 30)); }
void large(benchmark::State& state) { run(state, snapshot_of(1000, 20000, 20000)); }

}  // namespace

BENCHMARK(small_estimate)->Unit(benchmark::kMicrosecond);
BENCHMARK(small)->Unit(benchmark::kMicrosecond);
BENCHMARK(ten_thousand_comments)->Unit(benchmark::kMillisecond);
BENCHMARK(twenty_thousand_comments)->Unit(benchmark::kMillisecond);
BENCHMARK(large)->Unit(benchmark::kMillisecond);
