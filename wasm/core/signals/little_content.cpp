#include "shares.hpp"
#include "stats/elementary.hpp"

namespace plumb::signals {

std::optional<Evidence> little_content(const Observed& observed) {
  const auto& posts = observed.snapshot.profile.posts;
  if (!posts || !observed.account.followers) return {};
  const double per_post = *observed.account.followers / (static_cast<double>(posts->high) + 1);
  Evidence evidence;
  evidence.seen = {.value = static_cast<double>(posts->high), .of = {}, .unit = "posts"};
  evidence.params.emplace_back("followers_per_post", per_post);
  const double crowd =
      part_between(log(per_post), log(model::prior("little_content.from")), log(model::prior("little_content.to")));
  // Some dozen posts can bring any number of followers: only a crowd that came to hardly anything is odd.
  const double few = 1 - part_between(static_cast<double>(posts->high), model::prior("little_content.few"),
                                      model::prior("little_content.many"));
  evidence.audience = phi_tilt(model::prior("little_content.strength") * crowd * few);
  return evidence;
}

}  // namespace plumb::signals
