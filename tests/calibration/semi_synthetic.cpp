#include "semi_synthetic.hpp"

#include <cmath>

#include "fit_people.hpp"
#include "random.hpp"

namespace calibration {
namespace {

constexpr plumb::Time day = 86400;

plumb::Count exactly(double n) {
  const auto whole = static_cast<std::int64_t>(std::llround(n));
  return {whole, whole};
}

/// Draws without replacement.
class Urn {
 public:
  Urn(const Population& pool, bool fake) {
    for (const LabelledPerson& p : pool.people) {
      if (p.fake == fake) rest_.push_back(&p);
    }
  }
  const LabelledPerson& draw(Random& random) {
    const std::size_t at = random.below(rest_.size());
    const LabelledPerson* person = rest_[at];
    if (rest_.size() > 1) {
      rest_[at] = rest_.back();
      rest_.pop_back();
    }
    return *person;
  }

 private:
  std::vector<const LabelledPerson*> rest_;
};

void add_posts(plumb::Snapshot& snapshot, const OrganicAccount& account, std::size_t posts) {
  for (std::size_t i = young_posts + 1; i <= young_posts + posts && i < account.posts.size(); ++i) {
    plumb::Post post;
    post.id = "p" + std::to_string(i);
    post.kind = plumb::PostKind::photo;
    post.likes = exactly(account.posts[i].likes);
    post.comments = exactly(account.posts[i].comments);
    post.at = account.posts[i].at;
    snapshot.posts.push_back(post);
  }
}

void add_people(plumb::Snapshot& snapshot, const Population& pool, const SemiSyntheticPlan& plan, Random& random) {
  Urn real(pool, false), fake(pool, true);
  for (std::size_t i = 0; i < plan.people && plan.shown != Shown::nothing; ++i) {
    const LabelledPerson& drawn = (random.chance(plan.phi) ? fake : real).draw(random);
    plumb::Person person =
        as_shown(drawn, plan.shown == Shown::counts ? plumb::Visibility::counts : plumb::Visibility::names_only);
    person.relation = plumb::Relation::follower;
    snapshot.people.push_back(person);
  }
}

}  // namespace

Case semi_synthetic_case(const OrganicAccount& account, const Population& pool, const SemiSyntheticPlan& plan,
                         std::uint64_t seed) {
  Random random(seed);
  Case out;
  out.family = "injected";
  out.pool = pool.name;
  out.truth.phi = plan.phi;
  out.truth.next_post = account.posts.at(young_posts).likes + account.posts.at(young_posts).comments;
  plumb::Snapshot& s = out.snapshot;
  s.platform = plan.platform;
  s.posts_order = plumb::PostsOrder::latest;
  s.people_order = plumb::PeopleOrder::newest;
  s.profile.handle = "account";
  s.profile.followers = exactly(static_cast<double>(account.followers) / (1 - plan.phi));
  s.profile.following = exactly(static_cast<double>(account.following));
  s.profile.posts = exactly(static_cast<double>(account.media));
  s.captured_at = account.posts.at(young_posts + 1).at + 4 * day;
  add_posts(s, account, plan.posts);
  add_people(s, pool, plan, random);
  return out;
}

}  // namespace calibration
