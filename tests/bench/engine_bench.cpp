// Time from text to report: a page as a person opens it, and one at the caps.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "sizes.hpp"
#include "wasm/core/estimate/assess.hpp"
#include "wasm/core/score.hpp"
#include "wasm/core/snapshot/read_snapshot.hpp"

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

/// Median time of each call, ms; they take turns, so that a busy moment falls on all of them.
std::vector<double> times(const std::vector<std::function<void()>>& calls, int runs) {
  std::vector<std::vector<double>> taken(calls.size());
  for (int i = 0; i < runs; ++i) {
    for (std::size_t k = 0; k < calls.size(); ++k) {
      const auto begin = std::chrono::steady_clock::now();
      calls[k]();
      taken[k].push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
  }
  std::vector<double> medians;
  for (auto& list : taken) {
    std::sort(list.begin(), list.end());
    medians.push_back(list[list.size() / 2]);
  }
  return medians;
}

void judge(const char* what, double figure, double most, const char* unit) {
  std::printf("%s: %.2f %s, goal at most %g: %s\n", what, figure, unit, most, figure <= most ? "pass" : "NOT REACHED");
}

void judge_goals() {
  const auto read = plumb::read_snapshot(snapshot_of(24, 60, 30));
  const auto half = snapshot_of(24, 10000, 30), many = snapshot_of(24, 20000, 30);
  const auto estimate = [&] { benchmark::DoNotOptimize(plumb::assess(std::get<plumb::Snapshot>(read), false)); };
  judge("all signals and the grid, 24 posts + 60 comments + 30 people", times({estimate}, 501)[0], 1, "ms");
  const auto both = times({[&] { benchmark::DoNotOptimize(plumb::score(half, false)); },
                           [&] { benchmark::DoNotOptimize(plumb::score(many, false)); }},
                          15);
  judge("20,000 comments against 10,000, taking turns", both[1] / both[0], 2.2, "times");
}

}  // namespace

BENCHMARK(small_estimate)->Unit(benchmark::kMicrosecond);
BENCHMARK(small)->Unit(benchmark::kMicrosecond);
BENCHMARK(ten_thousand_comments)->Unit(benchmark::kMillisecond);
BENCHMARK(twenty_thousand_comments)->Unit(benchmark::kMillisecond);
BENCHMARK(large)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  judge_goals();
}
