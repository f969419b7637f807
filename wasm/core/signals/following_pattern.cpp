#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> following_pattern(const Observed& observed) {
  const auto& following = observed.snapshot.profile.following;
  if (!following) return {};
  const double count = following->mid();
  Evidence evidence;
  evidence.seen = {.value = count, .of = {}, .unit = "followers"};
  const double from = model::prior("following_pattern.from"), to = model::prior("following_pattern.to");
  evidence.typical = Typical{.low = 0, .high = from};
  // Not against the followers: more of them that are bought must not make this look better.
  evidence.audience = phi_tilt(model::prior("following_pattern.strength") * part_between(count, from, to));
  return evidence;
}

}  // namespace plumb::signals
