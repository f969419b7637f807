#include "rates.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> views_per_follower(const Observed& observed) {
  const Account& account = observed.account;
  if (!account.followers || !account.typical_views) return {};
  const auto peers = Peers::find(observed.snapshot.platform, Ratio::views_per_follower, observed.without);
  Evidence evidence;
  evidence.seen = {.value = *account.typical_views / *account.followers, .of = {}, .unit = "multiple"};
  if (!peers) return evidence;
  evidence.typical = peers->typical(*account.followers);
  const double final_views =
      (*account.typical_views + 0.5) / exp(log_part_arrived(observed.snapshot.platform, account.typical_age_days));
  evidence.rate = RateEvidence{.observed = log(final_views),
                               .expected = expected_by_size(*peers),
                               .real = log_real_followers(*account.followers, model::prior("views.followers_part")),
                               .follows_gamma = 0,
                               .scale = rate_scale(observed.snapshot.platform, Basis::views, account.used)};
  return evidence;
}

}  // namespace plumb::signals
