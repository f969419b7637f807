#include "base/units.hpp"
#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> consistency(const Observed& observed) {
  const auto& rhythm = observed.account.cadence;
  if (!rhythm || observed.account.used < model::prior_count("consistency.posts") || !observed.account.spread) return {};
  Evidence evidence;
  evidence.seen = {.value = days_per_month * rhythm->months, .of = {}, .unit = "days"};
  evidence.params.emplace_back("months_with_posts", rhythm->active_months);
  // An audience that answered every month for long is not asleep. Months without a post don't count.
  const double part = part_between(rhythm->active_months, 1, model::prior("consistency.full"));
  evidence.audience = phi_tilt(-model::prior("consistency.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
