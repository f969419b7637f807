#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> consistency(const Observed& observed) {
  const auto& rhythm = observed.account.cadence;
  if (!rhythm || observed.account.used < 8 || !observed.account.spread) return {};
  Evidence evidence;
  evidence.seen = {.value = 30.44 * rhythm->months, .of = {}, .unit = "days"};
  evidence.params.emplace_back("months_with_posts", rhythm->active_months);
  // An audience that answered every month for long is not asleep. Months without a post don't count.
  const double part = part_between(rhythm->active_months, 1, model::prior("consistency.full"));
  evidence.audience = phi_tilt(-model::prior("consistency.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
