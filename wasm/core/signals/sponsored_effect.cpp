#include "signal.hpp"

namespace plumb::signals {

std::optional<Evidence> sponsored_effect(const Observed& observed) {
  const auto& effect = observed.account.sponsored_effect;
  if (!effect) return {};
  Evidence evidence;
  evidence.seen = {.value = effect->mid, .of = {}, .unit = "ratio"};
  return evidence;
}

}  // namespace plumb::signals
