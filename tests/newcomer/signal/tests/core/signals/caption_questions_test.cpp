#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

SampleAccount captions_asking(int asking, int of) {
  SampleAccount account;
  return account.posts(of, [=](Post& post, int i) { post.caption = i < asking ? "Which one?" : "This one"; });
}

}  // namespace

TEST_CASE("Questions in captions say nothing without a caption", "[caption_questions]") {
  CHECK_FALSE(SampleAccount().look(SignalId::caption_questions));
  SampleAccount bare;
  bare.post();
  CHECK_FALSE(bare.look(SignalId::caption_questions));
}

TEST_CASE("More captions that ask speak for organic engagement, up to half of them", "[caption_questions]") {
  double before = odds_moved(captions_asking(0, 10).evidence(SignalId::caption_questions));
  CHECK(before == Approx(0).margin(1e-12));
  for (const int asking : {1, 3, 5}) {
    const double moved = odds_moved(captions_asking(asking, 10).evidence(SignalId::caption_questions));
    CHECK(moved < before);
    before = moved;
  }
  CHECK(*captions_asking(10, 10).evidence(SignalId::caption_questions).engagement ==
        *captions_asking(5, 10).evidence(SignalId::caption_questions).engagement);
}

TEST_CASE("Questions in captions: a worked example", "[caption_questions]") {
  // Two of eight are a quarter, half of the half from which more adds nothing: a slope of −0.2 / 2 over γ.
  // From the first cell to the last: −0.1 · 45/46 = −0.097826.
  const auto found = captions_asking(2, 8).evidence(SignalId::caption_questions);
  CHECK(found.seen.value == 2);
  CHECK(items_of(found).size() == 2);
  CHECK(across(*found.engagement) == Approx(-0.097826).margin(1e-6));
}
