#include "score.hpp"

#include <algorithm>

#include "account/benchmarks.hpp"
#include "base/sha256.hpp"
#include "estimate/assess.hpp"
#include "report/names.hpp"
#include "report/write_report.hpp"
#include "signals/signal.hpp"
#include "snapshot/read_snapshot.hpp"

namespace plumb {
namespace {

bool is_known(std::string_view id) {
  const auto signals = all_signals();
  if (std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) { return name_of(signal.id) == id; }))
    return true;
  const auto rows = benchmark_rows();
  return std::any_of(rows.begin(), rows.end(), [&](const BenchmarkRow& row) { return row.id == id; });
}

}  // namespace

std::string score(std::string_view snapshot_json, bool details, Without without) {
  for (std::size_t i = 0; i < without.size(); ++i) {
    if (!is_known(without[i])) return write_refusal({ErrorCode::unknown_value, "without[" + std::to_string(i) + "]"});
  }
  const auto read = read_snapshot(snapshot_json);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return write_refusal(*refusal);
  Report report = assess(std::get<Snapshot>(read), details, without);
  report.snapshot_hash = sha256(snapshot_json);
  return write_report(report);
}

}  // namespace plumb
