#include "base/table.hpp"
#include "data/checks.hpp"
#include "shares.hpp"
#include "snapshot/rfc3339.hpp"

namespace plumb::signals {

std::optional<Evidence> growth_purge(const Observed& observed) {
  if (!observed.growth) return {};
  double left = 0;
  Evidence evidence;
  for (const auto& step : observed.growth->steps) {
    if (step.kind != StepKind::purge) continue;
    left -= step.change;
    evidence.params = {{"from", format_time(step.from)}, {"to", format_time(step.to)}, {"change", step.change}};
  }
  // Neutral: who left is no follower any more, and platforms purge every account.
  evidence.seen = {.value = left, .of = {}, .unit = "share"};
  evidence.typical = Typical{0, model::prior("growth_purge.high"), model::prior("growth_purge.level"), {}};
  // What left in a large block had been there as a block: a question for the creator, and no evidence of what stayed.
  constexpr double from = table::constant(data::checks, "purge.from"), to = table::constant(data::checks, "purge.to");
  if (left > from) evidence.apart_audience = phi_tilt(odds_cap() * part_between(left, from, to));
  return evidence;
}

}  // namespace plumb::signals
