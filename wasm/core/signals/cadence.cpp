#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> cadence(const Observed& observed) {
  const auto& rhythm = observed.account.cadence;
  if (!rhythm) return {};
  Evidence evidence;
  evidence.seen = {.value = rhythm->per_week, .of = {}, .unit = "per_week"};
  return evidence;
}

}  // namespace plumb::signals
