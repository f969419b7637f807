#include "rates.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> engagement_per_follower(const Observed& observed) {
  const Account& account = observed.account;
  if (!account.followers || !account.plausible_post || account.basis == Basis::comments) return {};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::engagement_per_follower, observed.without);
  const double ratio = *account.plausible_post / *account.followers;
  Evidence evidence;
  evidence.seen = {.value = ratio, .of = {}, .unit = "ratio"};
  if (!peers) return evidence;
  evidence.typical = peers->typical(*account.followers);
  const double final_post =
      (*account.plausible_post + 0.5) / exp(log_part_arrived(observed.snapshot.platform, account.typical_age_days));
  evidence.rate = RateEvidence{.observed = log(final_post),
                               .expected = expected_by_size(*peers),
                               .real = log_real_followers(*account.followers, 1.0),
                               .follows_gamma = 1,
                               .scale = rate_scale(observed.snapshot.platform, *account.basis, account.used)};
  return evidence;
}

}  // namespace plumb::signals
