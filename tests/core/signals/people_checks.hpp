/// @file
/// @brief What holds of both signals about people.
#pragma once

#include "tests/core/sample_account.hpp"
#include "wasm/core/signals/sample.hpp"

namespace plumb::test {

inline void check_people(SignalId id, Visibility visibility) {
  const auto other = visibility == Visibility::counts ? Visibility::names_only : Visibility::counts;
  // Some of thirty people, all flagged or not at all.
  const auto seen = [&](int flagged, int of) {
    return SampleAccount().people(flagged, 1, visibility).people(of - flagged, 0, visibility);
  };
  SECTION("says nothing where nobody was seen so, nor of people of whom nothing is known") {
    CHECK_FALSE(SampleAccount().look(id));
    CHECK_FALSE(SampleAccount().people(30, 1, other).look(id));
    auto unknown = seen(15, 30);
    for (auto& score : unknown.person_scores) score.reset();
    CHECK_FALSE(unknown.look(id));
  }
  SECTION("more flagged people speak for a smaller audience") {
    double before = odds_moved(seen(0, 30).evidence(id));
    CHECK(before < 0);
    for (const int flagged : {2, 6, 15, 30}) {
      const double moved = odds_moved(seen(flagged, 30).evidence(id));
      CHECK(moved > before);
      before = moved;
    }
    CHECK(before > 0);
  }
  SECTION("more than 150 people count as 150") {
    const auto some = seen(30, 150).evidence(id), many = seen(200, 1000).evidence(id);
    for (std::size_t i = 0; i < some.audience->size(); ++i) CHECK((*some.audience)[i] == Approx((*many.audience)[i]));
  }
  SECTION("says nothing of those who comment or like, and counts who is neither said to") {
    for (const auto relation : {Relation::commenter, Relation::liker}) {
      CHECK_FALSE(SampleAccount().people(30, 1, visibility, relation).look(id));
      auto account = seen(10, 30);
      account.people(30, 1, visibility, relation);
      CHECK(*account.evidence(id).audience == *seen(10, 30).evidence(id).audience);
      CHECK(*account.evidence(id).seen.of == 30);
    }
    CHECK(*SampleAccount().people(3, 1, visibility, Relation::unknown).evidence(id).seen.of == 3);
  }
  SECTION("names those who are more likely flagged than not") {
    auto account = SampleAccount().people(2, 0.9, visibility).people(3, 0.4, visibility).people(1, 1, other);
    account.people(1, 0.5, visibility);
    account.people(1, 1, visibility).snapshot.people.back().handle.reset();
    const auto found = account.evidence(id);
    CHECK(items_of(found) == std::vector<std::string>{"u0", "u1", "u6"});
    CHECK(found.seen.value == 4);
    CHECK(*found.seen.of == 7);
  }
}

}  // namespace plumb::test
