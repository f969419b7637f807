#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Ten posts of a thousand views and a hundred likes each, the first of which show fifty times the views and the same
/// likes; with twelve more that show views alone, so that the account is measured by its views.
SampleAccount with_spikes(int spikes, bool by_views = true) {
  SampleAccount account(Platform::youtube);
  account.posts(10, [=](Post& post, int i) {
    post.views = exactly(i < spikes ? 50000 : 1000);
    post.likes = exactly(100);
  });
  return account.posts(by_views ? 12 : 0, [](Post& post, int) { post.views = exactly(1000); });
}

}  // namespace

TEST_CASE("Spikes can't be seen of fewer than eight posts with likes and a hundred views", "[view_spikes]") {
  CHECK_FALSE(SampleAccount().look(SignalId::view_spikes));
  auto few = with_spikes(2, false);
  few.snapshot.posts.resize(7);
  CHECK_FALSE(few.look(SignalId::view_spikes));
  auto small = with_spikes(2, false);
  for (auto& post : small.snapshot.posts) post.views = exactly(99);
  CHECK_FALSE(small.look(SignalId::view_spikes));
}

TEST_CASE("More spikes speak for less organic engagement where that is views, up to the cap; else they are only told",
          "[view_spikes]") {
  CHECK(only_tells(with_spikes(0).evidence(SignalId::view_spikes)));
  CHECK(only_tells(with_spikes(3, false).evidence(SignalId::view_spikes)));
  double before = 0;
  for (const int spikes : {1, 2, 4}) {
    const double moved = odds_moved(with_spikes(spikes).evidence(SignalId::view_spikes));
    CHECK(moved > before);
    CHECK(moved <= most_odds());
    before = moved;
  }
}

TEST_CASE("Views to which the likes came along are no spike", "[view_spikes]") {
  auto account = with_spikes(2);
  account.snapshot.posts[0].likes = exactly(2000);
  CHECK(items_of(account.evidence(SignalId::view_spikes)) == std::vector<std::string>{"p1"});
}

TEST_CASE("Spikes: a worked example", "[view_spikes]") {
  // Two of ten, with five more at the usual 2 %: seen (2 + 0.1) / 15 = 0.14.
  // Scale √(0.08² + 0.02 · 0.98 / 15) = 0.087788. Expected 0.02 + 0.6 γ: 0.078696 at γ = 4.5/46, 0.130870 at 8.5/46.
  // z = 0.69833 and 0.10401, so that the second is likelier by (0.69833² − 0.10401²) / 2 = 0.23842.
  const auto found = with_spikes(2).evidence(SignalId::view_spikes);
  CHECK(found.seen.value == 2);
  CHECK(*found.seen.of == 10);
  CHECK((*found.engagement)[8] - (*found.engagement)[4] == Approx(0.23842).margin(1e-5));
}

TEST_CASE("A post with fewer than a hundred views, or without likes, is none of those that are looked at",
          "[view_spikes]") {
  auto account = with_spikes(2, false);
  account.posts(3, [](Post& post, int i) {
    if (i != 0) post.likes = exactly(1);
    if (i != 1) post.views = exactly(i == 0 ? 5000 : 99);
  });
  CHECK(*account.evidence(SignalId::view_spikes).seen.of == 10);
  account.snapshot.posts.back().views = exactly(100);
  CHECK(*account.evidence(SignalId::view_spikes).seen.of == 11);
  account.snapshot.posts[4].pinned = true;
  CHECK(*account.evidence(SignalId::view_spikes).seen.of == 10);
}

TEST_CASE("Shorts beside films are seen otherwise: of eight or more of a kind each is set against its own kind",
          "[view_spikes]") {
  // Ten films of 10 % and shorts of 1 % likes for each view, as many views each.
  const auto spikes = [](int shorts) {
    SampleAccount account(Platform::youtube);
    account.posts(10, [](Post& post, int i) {
      post.kind = PostKind::video;
      post.views = exactly(1000 + 10 * i);
      post.likes = exactly(100);
    });
    account.posts(shorts, [](Post& post, int i) {
      post.kind = PostKind::short_video;
      post.views = exactly(1000 + 10 * i);
      post.likes = exactly(10);
    });
    return account.evidence(SignalId::view_spikes).seen.value;
  };
  CHECK(spikes(8) == 0);
  CHECK(spikes(7) > 0);
}

TEST_CASE("Of more than 120 posts the newest 120 are looked at", "[view_spikes]") {
  const auto of = [](int posts) {
    SampleAccount account(Platform::youtube);
    account.posts(posts, [](Post& post, int) {
      post.views = exactly(1000);
      post.likes = exactly(100);
    });
    return *account.evidence(SignalId::view_spikes).seen.of;
  };
  CHECK(of(119) == 119);
  CHECK(of(120) == 120);
  CHECK(of(130) == 120);
  SampleAccount old(Platform::youtube);
  old.posts(122, [](Post& post, int i) {
    post.views = exactly(i >= 120 ? 50000 : 1000);  // the last are the oldest
    post.likes = exactly(100);
  });
  CHECK(old.evidence(SignalId::view_spikes).seen.value == 0);
}
