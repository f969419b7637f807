#include <algorithm>

#include "rates.hpp"
#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> engagement_per_view(const Observed& observed) {
  const Account& account = observed.account;
  if (!account.engagement_on_viewed || !account.typical_views || *account.typical_views <= 0) return {};
  if (account.basis == Basis::comments) return {};
  const double ratio = *account.engagement_on_viewed / *account.typical_views;
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::engagement_per_view, observed.without);
  if (!peers || !account.followers) return evidence;
  evidence.typical = peers->typical(*account.followers);
  // Who buys views must not look better for it: a ratio below the peers' counts as theirs.
  evidence.engagement =
      raised_by_gamma(log(std::max(ratio, 1e-9)) - peers->log_mid(*account.followers), per_view_scale(account.used));
  return evidence;
}

}  // namespace plumb::signals
