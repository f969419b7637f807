#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

/// Ten posts with more likes from one to the next, and comments that follow with so many neighbours swapped, or all turned
/// round.
SampleAccount that_follow(int swapped, bool reversed = false, int posts = 10) {
  SampleAccount account;
  return account.posts(posts, [=](Post& post, int i) {
    post.likes = exactly(100 + 20 * i);
    const int place = i / 2 < swapped ? i ^ 1 : i;
    post.comments = exactly(10 + (reversed ? 9 - place : place));
  });
}

}  // namespace

TEST_CASE("Whether comments follow the likes is not said of fewer than ten posts with exact numbers of both",
          "[like_comment_correlation]") {
  CHECK_FALSE(SampleAccount().look(SignalId::like_comment_correlation));
  CHECK_FALSE(that_follow(0, false, 9).look(SignalId::like_comment_correlation));
  auto rounded = that_follow(0);
  rounded.snapshot.posts[4].likes = Count{150, 250};
  CHECK_FALSE(rounded.look(SignalId::like_comment_correlation));
}

TEST_CASE("Comments that follow the likes less speak for less organic engagement, within the cap",
          "[like_comment_correlation]") {
  const double follow = odds_moved(that_follow(0).evidence(SignalId::like_comment_correlation));
  // Swapped neighbours leave the correlation above the usual one: more than that is no proof.
  CHECK(odds_moved(that_follow(5).evidence(SignalId::like_comment_correlation)) == Approx(follow));
  CHECK(follow < 0);
  auto alike = that_follow(0);
  for (auto& post : alike.snapshot.posts) post.comments = exactly(10);
  const double none = odds_moved(alike.evidence(SignalId::like_comment_correlation));
  CHECK(none > follow);
  const double against = odds_moved(that_follow(0, true).evidence(SignalId::like_comment_correlation));
  CHECK(against > none);
  CHECK(against <= most_odds());
}

TEST_CASE("Whether comments follow the likes: a worked example", "[like_comment_correlation]") {
  // The order turned round: a correlation of −1, which lacks 0.34 + 1 = 1.34 of the usual one. Scale √(0.3² + 1/9) =
  // 0.448454. Expected 0.34 γ: 0.003696 in the first cell, 0.336304 in the last; z = 2.979802 and 2.238123.
  // The last is likelier by (2.979802² − 2.238123²) / 2 = 1.935011.
  const auto found = that_follow(0, true).evidence(SignalId::like_comment_correlation);
  CHECK(found.seen.value == Approx(-1));
  CHECK(across(*found.engagement) == Approx(1.935011).margin(1e-5));
}
