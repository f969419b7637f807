#include "engagement_per_view.hpp"

#include <algorithm>

#include "../stats/elementary.hpp"
#include "rates.hpp"

namespace plumb::signals {

std::optional<Evidence> engagement_per_view(const Observed& observed) {
  const Account& account = observed.account;
  if (!account.engagement_on_viewed || !account.typical_views || *account.typical_views <= 0) return {};
  if (account.basis == Basis::comments) return {};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::engagement_per_view);
  const double ratio = *account.engagement_on_viewed / *account.typical_views;
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  if (!peers || !account.followers) return evidence;
  evidence.typical = peers->typical(*account.followers);
  evidence.engagement = lifted_ratio(log(std::max(ratio, 1e-9)), peers->log_mid(*account.followers),
                                     model::prior("tau.per_view"));
  return evidence;
}

}  // namespace plumb::signals
