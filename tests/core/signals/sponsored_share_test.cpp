#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Sponsored posts say nothing where no post says whether it is one", "[sponsored_share]") {
  CHECK_FALSE(SampleAccount().look(SignalId::sponsored_share));
  SampleAccount untold;
  untold.posts(5, [](Post&, int) {});
  CHECK_FALSE(untold.look(SignalId::sponsored_share));
}

TEST_CASE("Sponsored posts are told, named and move nothing: a worked example", "[sponsored_share]") {
  // Of five posts two are sponsored, one by its mark and one by whom it names: 2 of 5. One says that it is none.
  SampleAccount account;
  account.posts(5, [](Post& post, int i) {
    if (i == 1) post.sponsored = true;
    if (i == 2) post.sponsors = {"maker"};
    if (i == 3) post.sponsored = false;
  });
  const auto found = account.evidence(SignalId::sponsored_share);
  CHECK(found.seen.value == 2);
  CHECK(*found.seen.of == 5);
  auto named = items_of(found);
  std::sort(named.begin(), named.end());
  CHECK(named == std::vector<std::string>{"p1", "p2"});
  CHECK(only_tells(found));
}
