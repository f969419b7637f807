#include <algorithm>

#include "shares.hpp"
#include "snapshot/rfc3339.hpp"

namespace plumb::signals {

std::optional<Evidence> growth_step(const Observed& observed) {
  if (!observed.growth) return {};
  bool jumped = false;
  for (const auto& step : observed.growth->steps) jumped |= step.kind == StepKind::jump;
  const auto kind = jumped ? StepKind::jump : StepKind::fresh;
  double arrived = 0;
  const GrowthStep* largest = nullptr;
  for (const auto& step : observed.growth->steps) {
    if (step.kind != kind) continue;
    arrived += step.change / (1 + step.change);  // as a share of the followers after it
    if (largest == nullptr || step.change > largest->change) largest = &step;
  }
  Evidence evidence;
  evidence.seen = {.value = std::min(arrived, 1.0), .of = {}, .unit = "share"};
  evidence.typical = Typical{0, 0, model::prior("growth_step.level"), {}};
  if (largest == nullptr) return evidence;
  evidence.params.emplace_back("from", format_time(largest->from));
  evidence.params.emplace_back("to", format_time(largest->to));
  evidence.params.emplace_back("change", largest->change);
  // Whether a fresh one ebbs, as what people bring does, is not known yet.
  if (jumped) evidence.audience = phi_tilt(model::prior("growth_step.strength") * std::min(arrived, 1.0));
  return evidence;
}

}  // namespace plumb::signals
