#include "score.hpp"

#include "assess.hpp"
#include "read_snapshot.hpp"
#include "sha256.hpp"
#include "write_report.hpp"

namespace plumb {

std::string score(std::string_view snapshot_json, bool details) {
  const auto read = read_snapshot(snapshot_json);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return write_refusal(*refusal);
  Report report = assess(std::get<Snapshot>(read), details);
  report.snapshot_hash = sha256(snapshot_json);
  return write_report(report);
}

}  // namespace plumb
