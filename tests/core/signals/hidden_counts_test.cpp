#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("Hidden counts say nothing where none is hidden, or it is unknown", "[hidden_counts]") {
  CHECK_FALSE(SampleAccount().look(SignalId::hidden_counts));
  SampleAccount open;
  open.posts(3, [](Post& post, int) { post.likes_hidden = false; });
  open.post();
  CHECK_FALSE(open.look(SignalId::hidden_counts));
}

TEST_CASE("Hidden counts are told, named and move nothing: a worked example", "[hidden_counts]") {
  // Of six posts one hides the likes, one has the comments off, one both, one has no id: four of six.
  SampleAccount account;
  account.posts(6, [](Post& post, int i) {
    post.likes_hidden = i == 1 || i == 3 || i == 4;
    post.comments_off = i == 2 || i == 3;
    if (i == 4) post.id.reset();
  });
  const auto found = account.evidence(SignalId::hidden_counts);
  CHECK(found.seen.value == 4);
  CHECK(*found.seen.of == 6);
  auto named = items_of(found);
  std::sort(named.begin(), named.end());
  CHECK(named == std::vector<std::string>{"p1", "p2", "p3"});
  CHECK(only_tells(found));
}
