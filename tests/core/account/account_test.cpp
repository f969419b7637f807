#include "wasm/core/account/account.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount with_likes(const std::vector<std::int64_t>& likes) { return SampleAccount().posts_with_likes(likes); }

Exclusion exclusion_of(const Account& account, std::string_view id) {
  for (const auto& view : account.posts) {
    if (view.post->id == id) return view.excluded;
  }
  FAIL("no post " << id);
  return Exclusion::none;
}

}  // namespace

TEST_CASE("The median is the middle value, of an even number the mean of the two", "[account]") {
  std::vector<double> none, odd{5, 1, 3}, even{4, 1, 3, 2};
  CHECK_FALSE(median(none));
  CHECK(*median(odd) == 3);
  CHECK(*median(even) == 2.5);
}

TEST_CASE("An account without posts has no basis and no typical post", "[account]") {
  const SampleAccount empty;
  const Account account(empty.snapshot);
  CHECK_FALSE(account.basis);
  CHECK_FALSE(account.typical_post);
  CHECK_FALSE(account.cadence);
  CHECK(account.used == 0);
  CHECK(*account.followers == 10000);
}

TEST_CASE("No followers and an unknown number of them are alike unknown", "[account]") {
  SampleAccount none(Platform::instagram, 0), unknown;
  unknown.snapshot.profile.followers.reset();
  CHECK_FALSE(Account(none.snapshot).followers);
  CHECK_FALSE(Account(unknown.snapshot).followers);
}

TEST_CASE("Pinned and young posts are left out; a rounded time is young where the post may be", "[account]") {
  auto sample = with_likes({100, 110, 120, 130, 140});
  sample.snapshot.posts[0].pinned = true;
  sample.snapshot.posts[1].at = now - 2 * day;
  sample.snapshot.posts[2].at = now - 4 * day;
  sample.snapshot.posts[2].at_step = 2 * day;
  sample.snapshot.posts[3].at.reset();
  const Account account(sample.snapshot);
  CHECK(exclusion_of(account, "p0") == Exclusion::pinned);
  CHECK(exclusion_of(account, "p1") == Exclusion::young);
  CHECK(exclusion_of(account, "p2") == Exclusion::young);
  CHECK(exclusion_of(account, "p3") == Exclusion::none);
  CHECK(account.used == 2);    // p3, p4
  CHECK(account.mature == 1);  // p4: the age of p3 is unknown
  CHECK(account.aged == 3);    // p0, p2 and p4 by their times alone
}

TEST_CASE("The basis is the fullest that half of the posts show, else what most of them show", "[account]") {
  const auto basis_of = [](int likes, int comments, int views, int of) {
    SampleAccount sample;
    sample.posts(of, [=](Post& post, int i) {
      if (i < likes) post.likes = exactly(100 + i);
      if (i < comments) post.comments = exactly(10);
      if (i < views) post.views = exactly(1000);
    });
    return Account(sample.snapshot).basis;
  };
  CHECK(basis_of(4, 2, 4, 4) == Basis::likes_and_comments);
  CHECK(basis_of(4, 1, 4, 4) == Basis::likes);
  CHECK(basis_of(1, 4, 4, 4) == Basis::comments);
  CHECK(basis_of(1, 0, 4, 4) == Basis::views);
  CHECK(basis_of(1, 1, 2, 9) == Basis::views);
  CHECK_FALSE(basis_of(0, 0, 0, 4));
}

TEST_CASE("The typical post is the median of likes and comments, with what rounding leaves open", "[account]") {
  SampleAccount sample;
  sample.posts(3, [](Post& post, int i) {
    post.likes = Count{100 * (i + 1) - 5, 100 * (i + 1) + 5};
    post.comments = exactly(10 * (i + 1));
  });
  const Account account(sample.snapshot);
  // Middle one: 195 to 205 likes and 20 comments.
  CHECK(account.typical_post->low == 215);
  CHECK(account.typical_post->mid == 220);
  CHECK(account.typical_post->high == 225);
  CHECK_FALSE(account.spread);  // of fewer than four posts
}

TEST_CASE("Likes above the views count for nothing in what is plausible", "[account]") {
  auto sample = with_likes({100, 150, 210});
  for (auto& post : sample.snapshot.posts) post.views = exactly(200);
  const Account account(sample.snapshot);
  for (const auto& view : account.posts) {
    CHECK(view.likes_above_views == (view.post->id == "p2"));
    CHECK(view.value->mid == view.post->likes->mid());
    CHECK(view.plausible == (view.post->id == "p2" ? 0 : view.post->likes->mid()));
  }
}

TEST_CASE("One quota of likes on every post counts only as far as likes are alike by chance", "[account]") {
  // 98 to 102: a variation of √(0.0002) = 0.014142, of the least that organic posts have (0.05) 28.3 %.
  const auto sample = with_likes({98, 99, 100, 101, 102});
  const Account alike(sample.snapshot);
  CHECK(*alike.plausible_post == Approx(28.2843).margin(1e-3));
  CHECK(alike.typical_post->mid == 100);
  // No variation at all: three likes of a hundred may be chance.
  CHECK(*Account(with_likes({100, 100, 100}).snapshot).plausible_post == Approx(3));
  CHECK(*Account(with_likes({3, 3, 3}).snapshot).plausible_post == Approx(3));
  CHECK(*Account(with_likes({80, 100, 120}).snapshot).plausible_post == Approx(100));
}

TEST_CASE("A giveaway needs comments that call others, where five or more were read", "[account]") {
  SampleAccount sample;
  sample.posts(6, [](Post& post, int i) {
    post.comments = exactly(i == 5 ? 500 : 10);
    post.caption = i == 5 ? "Giveaway! Call two friends" : "At the lake";
  });
  CHECK(exclusion_of(Account(sample.snapshot), "p5") == Exclusion::giveaway);
  auto calm = sample;
  calm.comments(5, CommentKind::ordinary, [](Comment& comment, int) { comment.post_id = "p5"; });
  CHECK(exclusion_of(Account(calm.snapshot), "p5") == Exclusion::none);
  // Copies of what calls nobody count once: one text against two that call.
  auto copies = sample;
  copies.comments(9, CommentKind::ordinary, [](Comment& comment, int i) {
    comment.post_id = "p5";
    comment.text = i < 4 ? "@friend" + std::to_string(i) : "lovely";
  });
  CHECK(exclusion_of(Account(copies.snapshot), "p5") == Exclusion::giveaway);
}

TEST_CASE("Sponsored posts against the others: a worked example", "[account]") {
  SampleAccount sample;
  sample.posts(6, [](Post& post, int i) {
    post.sponsored = i % 2 == 0;
    post.likes = exactly(i % 2 == 0 ? 99 : 199);
  });
  // ln (99.5 / 199.5) = −0.695657. Spread 1.4826 · 0.347828 = 0.515690; that of the difference of two medians of three
  // 0.515690 · √(π/2 · 2/3) = 0.527720; ±1.6449 of it.
  const auto effect = Account(sample.snapshot).sponsored_effect;
  REQUIRE(effect);
  CHECK(effect->mid == Approx(0.498747).margin(1e-5));
  CHECK(effect->low == Approx(0.209365).margin(1e-5));
  CHECK(effect->high == Approx(1.188111).margin(1e-5));
}

TEST_CASE("The order of the posts changes nothing", "[account]") {
  auto sample = with_likes({100, 140, 90, 200, 120});
  const Account before(sample.snapshot);
  auto turned = sample;
  std::reverse(turned.snapshot.posts.begin(), turned.snapshot.posts.end());
  const Account after(turned.snapshot);
  CHECK(*before.centre == *after.centre);
  CHECK(*before.spread == *after.spread);
  for (std::size_t i = 0; i < before.posts.size(); ++i) CHECK(*before.posts[i].post->id == *after.posts[i].post->id);
}

TEST_CASE("One follower is a number of followers", "[account]") {
  CHECK(Account(SampleAccount(Platform::instagram, 1).snapshot).followers == 1);
}

TEST_CASE("A post of three days to the second is young yet", "[account]") {
  auto sample = with_likes({100, 110, 120});
  sample.snapshot.posts[0].at = now - 3 * day;
  sample.snapshot.posts[1].at = now - 3 * day - 1;
  const Account account(sample.snapshot);
  CHECK(exclusion_of(account, "p0") == Exclusion::young);
  CHECK(exclusion_of(account, "p1") == Exclusion::none);
  CHECK(account.aged == 2);
}

TEST_CASE("The basis is the fullest that half of the posts have, or else the one that most have", "[account]") {
  // Posts that show likes and comments, likes alone, comments alone, views alone.
  const auto basis = [](int both, int likes, int comments, int views) {
    SampleAccount sample;
    sample.posts(both, [](Post& post, int) { post.likes = post.comments = test::exactly(10); });
    sample.posts(likes, [](Post& post, int) { post.likes = test::exactly(10); });
    sample.posts(comments, [](Post& post, int) { post.comments = test::exactly(10); });
    sample.posts(views, [](Post& post, int) { post.views = test::exactly(10); });
    return Account(sample.snapshot).basis;
  };
  CHECK(basis(2, 2, 0, 0) == Basis::likes_and_comments);
  CHECK(basis(2, 3, 0, 0) == Basis::likes);
  CHECK(basis(1, 2, 2, 0) == Basis::likes);
  CHECK(basis(0, 2, 2, 0) == Basis::likes);
  CHECK(basis(0, 2, 3, 0) == Basis::comments);
  CHECK(basis(0, 1, 2, 3) == Basis::views);
  CHECK(basis(0, 3, 3, 3) == Basis::likes);
  CHECK(basis(0, 2, 3, 3) == Basis::comments);
  CHECK(basis(0, 2, 2, 3) == Basis::views);
  CHECK(basis(0, 0, 0, 1) == Basis::views);
  CHECK_FALSE(basis(0, 0, 0, 0));
}

TEST_CASE("The rhythm is posts a week over the time between the first and the last, and months with a post",
          "[account]") {
  SampleAccount sample;
  sample.posts(3, [](Post& post, int i) { post.at = now - (10 + 14 * i) * day; });
  CHECK(Account(sample.snapshot).cadence->per_week == Approx(0.5));  // 2 of 28 days
  sample.snapshot.posts[2].pinned = true;
  CHECK(Account(sample.snapshot).cadence->per_week == Approx(0.5));  // 1 of 14
  sample.snapshot.posts[1].at.reset();
  CHECK_FALSE(Account(sample.snapshot).cadence);
  SampleAccount at_once;
  at_once.posts(2, [](Post& post, int) { post.at = now - 10 * day; });
  CHECK_FALSE(Account(at_once.snapshot).cadence);
  sample.snapshot.posts[1].at = now - 24 * day;
  sample.snapshot.posts_order = PostsOrder::top;
  CHECK_FALSE(Account(sample.snapshot).cadence);
}
