#include <algorithm>

#include "base/units.hpp"
#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> account_age(const Observed& observed) {
  const auto& created = observed.snapshot.profile.created_at;
  if (!created || !observed.snapshot.captured_at || !observed.account.followers) return {};
  const double days = std::max(static_cast<double>(*observed.snapshot.captured_at - *created) / seconds_per_day, 1.0);
  Evidence evidence;
  evidence.seen = {.value = days, .of = {}, .unit = "days"};
  const double daily = *observed.account.followers / days;
  evidence.params.emplace_back("followers_per_day", daily);
  const double part =
      part_between(log(daily), log(model::prior("account_age.from")), log(model::prior("account_age.to")));
  evidence.audience = phi_tilt(model::prior("account_age.strength") * part);
  return evidence;
}

}  // namespace plumb::signals
