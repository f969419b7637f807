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

/// Six posts, of which the last, `p5`, says that it is a giveaway and has many comments.
SampleAccount with_giveaway() {
  SampleAccount sample;
  sample.posts(6, [](Post& post, int i) {
    post.comments = exactly(i == 5 ? 500 : 10);
    post.caption = i == 5 ? "Giveaway! Call two friends" : "At the lake";
  });
  return sample;
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
  const auto sample = with_giveaway();
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

TEST_CASE("Of two kinds of counts that half of the posts show each, the fuller basis counts", "[account]") {
  SampleAccount sample;
  sample.posts(2, [](Post& post, int) { post.comments = exactly(10); });
  sample.posts(2, [](Post& post, int) { post.views = exactly(10); });
  CHECK(Account(sample.snapshot).basis == Basis::comments);
  // Of five posts half is three.
  sample.posts(1, [](Post& post, int) { post.views = exactly(10); });
  CHECK(Account(sample.snapshot).basis == Basis::views);
}

TEST_CASE("Without the time of the page or of the post no post has an age, and none is young", "[account]") {
  auto sample = with_likes({100, 110});
  sample.snapshot.posts[0].at = now - day;
  sample.snapshot.captured_at.reset();
  const Account timeless(sample.snapshot);
  for (const auto& view : timeless.posts) {
    CHECK(view.excluded == Exclusion::none);
    CHECK_FALSE(view.age_days);
  }
  CHECK(timeless.used == 2);
  CHECK(timeless.mature == 0);
  CHECK(timeless.aged == 0);
  auto undated = with_likes({100});
  undated.snapshot.posts[0].at.reset();
  CHECK_FALSE(Account(undated.snapshot).posts[0].age_days);
  CHECK_FALSE(Account(undated.snapshot).typical_age_days);
}

TEST_CASE("An age is in days, less what the rounding of the time may be", "[account]") {
  auto sample = with_likes({100, 110, 120});
  sample.snapshot.posts[1].at = now - 10 * day - 12 * hour;
  sample.snapshot.posts[2].at = now - 20 * day;
  sample.snapshot.posts[2].at_step = 5 * day;
  const Account account(sample.snapshot);
  for (const auto& view : account.posts)
    CHECK(*view.age_days == (view.post->id == "p0" ? 10 : view.post->id == "p1" ? 10.5 : 15));
  CHECK(*account.typical_age_days == 10.5);
}

TEST_CASE("As many likes as views are not above them, and a rounded count is not where it may be as low", "[account]") {
  SampleAccount sample;
  sample.posts(4, [](Post& post, int i) {
    post.likes = i == 3 ? Count{190, 210} : exactly(199 + i);
    post.views = exactly(200);
  });
  for (const auto& view : Account(sample.snapshot).posts) CHECK(view.likes_above_views == (view.post->id == "p2"));
}

TEST_CASE("Posts are in one order by what they say: time, name, then each of their counts", "[account]") {
  // Each is alike the one before it but for one thing, in which it has more, or has something at all.
  Post post;
  post.at = now - 9 * day;
  std::vector<Post> expected{post};
  const auto next = [&](auto change) {
    change(post);
    expected.push_back(post);
  };
  next([](Post& p) { p.sponsored = true; });
  next([](Post& p) { p.pinned = true, p.sponsored.reset(); });
  next([](Post& p) { p.at_step = 0, p.pinned.reset(); });
  next([](Post& p) { p.at_step = 60; });
  next([](Post& p) { p.caption = "a", p.at_step.reset(); });
  next([](Post& p) { p.saves = exactly(0), p.caption.reset(); });
  next([](Post& p) { p.shares = exactly(0), p.saves.reset(); });
  next([](Post& p) { p.views = exactly(0), p.shares.reset(); });
  next([](Post& p) { p.comments = exactly(0), p.views.reset(); });
  next([](Post& p) { p.likes = exactly(0), p.comments.reset(); });
  next([](Post& p) { p.likes = Count{0, 9}; });
  next([](Post& p) { p.likes = exactly(5); });
  next([](Post& p) { p.id = "a", p.likes.reset(); });
  next([](Post& p) { p.id = "b"; });
  next([](Post& p) { p.at = now - 8 * day, p.id.reset(); });
  SampleAccount sample;
  for (std::size_t i = 0; i < expected.size(); ++i)
    sample.snapshot.posts.push_back(expected[(i * 7 + 3) % expected.size()]);  // 7 and the number have no common factor
  REQUIRE(expected.size() % 7 != 0);
  const Account account(sample.snapshot);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(i);
    CHECK(sample.snapshot.posts[account.posts[i].index].likes.has_value() == expected[i].likes.has_value());
    CHECK(&sample.snapshot.posts[account.posts[i].index] == account.posts[i].post);
    CHECK((account.posts[i].index * 7 + 3) % expected.size() == i);
  }
}

TEST_CASE("Posts that show nothing of the basis have no value, and are in no median", "[account]") {
  SampleAccount sample;
  sample.posts(6, [](Post& post, int i) {
    if (i < 4) post.likes = exactly(100 + 10 * i), post.comments = exactly(10);
    post.views = exactly(1000);
    post.sponsored = i % 2 == 0;
  });
  const Account account(sample.snapshot);
  CHECK(account.basis == Basis::likes_and_comments);
  CHECK(account.typical_post->mid == 125);  // of 110, 120, 130, 140
  CHECK(*account.engagement_on_viewed == 125);
  CHECK(account.with_views == 6);
  CHECK(*account.spread == Approx(0.125).margin(0.03));  // of those four: with nothing counted as 0 it would be above 1
  CHECK_FALSE(account.sponsored_effect);  // two of either kind show something, and three are wanted
}

TEST_CASE("Four posts have a spread, three sponsored ones and three others an effect; one fewer has none",
          "[account]") {
  CHECK(Account(with_likes({100, 150, 200, 250}).snapshot).spread);
  CHECK_FALSE(Account(with_likes({100, 150, 200}).snapshot).spread);
  const auto effect = [](int sponsored, int others) {
    SampleAccount sample;
    sample.posts(sponsored, [](Post& post, int i) { post.sponsored = true, post.likes = exactly(100 + i); });
    sample.posts(others, [](Post& post, int i) { post.likes = exactly(200 + i); });
    return Account(sample.snapshot).sponsored_effect.has_value();
  };
  CHECK(effect(3, 3));
  CHECK_FALSE(effect(2, 4));
  CHECK_FALSE(effect(4, 2));
}

TEST_CASE("Posts that hardly differ are spread by the least that posts are", "[account]") {
  CHECK(*Account(with_likes({1000, 1000, 1000, 1000, 1000}).snapshot).spread == 0.1);
}

TEST_CASE("A giveaway is far above the usual comments of five posts; four have no usual number", "[account]") {
  // ln 11 usual, spread 0.2 at least: beyond ln 11 + 4 · 0.2, 24.48 − 1 comments, a post is far above.
  const auto giveaway = [](int posts, std::int64_t comments, std::string_view caption = "A giveaway") {
    SampleAccount sample;
    sample.posts(posts, [&](Post& post, int i) {
      post.comments = exactly(i == 0 ? comments : 10);
      post.caption = i == 0 ? std::string(caption) : "At the lake";
    });
    return exclusion_of(Account(sample.snapshot), "p0") == Exclusion::giveaway;
  };
  CHECK(giveaway(5, 24));
  CHECK_FALSE(giveaway(5, 23));
  CHECK_FALSE(giveaway(4, 500));
  CHECK_FALSE(giveaway(5, 500, "At the lake"));
  CHECK(giveaway(5, 500, "GIVEAWAY"));
  CHECK_FALSE(giveaway(5, 500, ""));
}

TEST_CASE("Four comments under a post say nothing of mentions; of ten three must call somebody", "[account]") {
  const auto giveaway = [](int mentions, int others, const char* under = "p5") {
    auto sample = with_giveaway();
    sample.comments(mentions + others, CommentKind::ordinary, [=](Comment& comment, int i) {
      comment.post_id = under;
      comment.text = (i < mentions ? "@friend" : "text ") + std::to_string(i);
    });
    return exclusion_of(Account(sample.snapshot), "p5") == Exclusion::giveaway;
  };
  CHECK(giveaway(0, 4));
  CHECK_FALSE(giveaway(0, 5));
  CHECK(giveaway(3, 7));
  CHECK_FALSE(giveaway(2, 8));
  CHECK(giveaway(0, 9, "p1"));  // those of another post say nothing
}

TEST_CASE("A quota of likes is seen of three posts and of more than three likes", "[account]") {
  const auto plausible = [](const std::vector<std::int64_t>& likes) {
    return *Account(with_likes(likes).snapshot).plausible_post;
  };
  CHECK(plausible({100, 100}) == 100);
  CHECK(plausible({4, 4, 4}) == Approx(3));
  CHECK(plausible({2, 2, 2}) == 2);
  // A rounded count may be further from the middle than it shows: 90 to 110 around 100, all of them.
  SampleAccount rounded;
  rounded.posts(4, [](Post& post, int i) { post.likes = i % 2 == 0 ? Count{90, 108} : Count{92, 110}; });
  CHECK(*Account(rounded.snapshot).plausible_post == Approx(100));
}

TEST_CASE("Two posts are a rhythm, and months with a post are counted from the first on", "[account]") {
  SampleAccount sample;
  sample.posts(2, [](Post& post, int i) { post.at = now - (10 + 14 * i) * day; });
  REQUIRE(Account(sample.snapshot).cadence);
  CHECK(Account(sample.snapshot).cadence->per_week == Approx(0.5));
  CHECK(Account(sample.snapshot).cadence->months == Approx(14 / 30.44).epsilon(1e-3));
  CHECK(Account(sample.snapshot).cadence->active_months == 1);
  // Days 0, 10, 20, 40 and 100: months of 30.44 days 0, 0, 0, 1, 3.
  SampleAccount gaps;
  for (const Time at : {0, 10, 20, 40, 100}) gaps.post().at = now - 200 * day + at * day;
  CHECK(Account(gaps.snapshot).cadence->active_months == 3);
  CHECK(Account(gaps.snapshot).cadence->per_week == Approx(0.28));  // 4 of 100 days
}

TEST_CASE("Copies that call nobody count once against those that call, whatever their number", "[account]") {
  // Two that call and three texts that call nobody, one of them twenty times: 2 of 5, and not 2 of 24.
  auto sample = with_giveaway();
  sample.comments(24, CommentKind::ordinary, [](Comment& comment, int i) {
    comment.post_id = "p5";
    comment.text = i < 2 ? "@friend" + std::to_string(i) : i == 2 ? "good luck" : i == 3 ? "done" : "lovely";
  });
  CHECK(exclusion_of(Account(sample.snapshot), "p5") == Exclusion::giveaway);
}
