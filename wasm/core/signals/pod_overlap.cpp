#include <algorithm>

#include "shares.hpp"

namespace plumb::signals {

std::optional<Evidence> pod_overlap(const Observed& observed) {
  const Conversation& talk = observed.conversation;
  // Any comment makes a post count here, and only ordinary ones below: copies that make an ordinary comment a repeat must
  // not hide the group.
  if (talk.posts < model::prior_count("pod_overlap.posts") || !talk.timed) return {};
  const auto posts = static_cast<double>(talk.ordinary_posts);
  const double least = std::max(model::prior("pod_overlap.part") * posts, model::prior("pod_overlap.least"));
  double members = 0, theirs = 0;
  for (const auto& commenter : talk.commenters) {
    if (static_cast<double>(commenter.early_posts) < least) continue;
    members += 1;
    theirs += static_cast<double>(commenter.comments);
  }
  // Among ordinary comments only: repeated ones that are added must not thin the group out.
  const double of = std::max(theirs, static_cast<double>(talk.distinct_ordinary));
  Evidence evidence;
  evidence.seen = {.value = members, .of = static_cast<double>(talk.commenters.size()), .unit = "people"};
  evidence.typical = Typical{0, model::prior("pod_overlap.high"), model::prior("pod_overlap.level"), {}};
  evidence.params.emplace_back("posts", posts);
  // Some friends who are always there first are no group.
  if (members >= model::prior("pod_overlap.members") && of > 0) {
    evidence.engagement = share_likelihood(
        {model::prior("pod_overlap.base"), model::prior("pod_overlap.slope"), model::prior("pod_overlap.spread"), 0},
        theirs, of);
  }
  return evidence;
}

}  // namespace plumb::signals
