/// @file
/// @brief What holds of both signals about people who engage.
#pragma once

#include "tests/core/sample_account.hpp"
#include "wasm/core/signals/sample.hpp"

namespace plumb::test {

inline void check_engaged_people(SignalId id, Relation relation) {
  const auto seen = [&](int flagged, int of, Visibility visibility = Visibility::counts) {
    return SampleAccount().people(flagged, 1, visibility, relation).people(of - flagged, 0, visibility, relation);
  };
  SECTION("says nothing where nobody was seen so, nor of people of whom nothing is known") {
    CHECK_FALSE(SampleAccount().look(id));
    for (const auto other : {Relation::unknown, Relation::follower, Relation::commenter, Relation::liker}) {
      if (other != relation) CHECK_FALSE(SampleAccount().people(30, 1, Visibility::counts, other).look(id));
    }
    auto unknown = seen(15, 30);
    for (auto& score : unknown.person_scores) score.reset();
    CHECK_FALSE(unknown.look(id));
  }
  SECTION("more flagged people speak for less organic engagement, in either visibility, and stop at the cap") {
    for (const auto visibility : {Visibility::counts, Visibility::names_only}) {
      double before = odds_moved(seen(0, 30, visibility).evidence(id));
      CHECK(before == Approx(0).margin(1e-9));
      for (const int flagged : {15, 20, 30}) {
        const double moved = odds_moved(seen(flagged, 30, visibility).evidence(id));
        CHECK(moved > before);
        before = moved;
      }
      CHECK(before > 0);
    }
    CHECK(odds_moved(seen(1000, 1000).evidence(id)) <= most_odds());
  }
  SECTION("people whose counts were seen say more than names") {
    CHECK(odds_moved(seen(15, 30).evidence(id)) > odds_moved(seen(15, 30, Visibility::names_only).evidence(id)));
  }
  SECTION("both together: their sum") {
    const auto both = seen(10, 20).people(5, 1, Visibility::names_only, relation).evidence(id);
    const auto names = seen(5, 5, Visibility::names_only).evidence(id), counts = seen(10, 20).evidence(id);
    CHECK(both.seen.value == 15);
    CHECK(*both.seen.of == 25);
    CHECK(both.typical->high == Approx(names.typical->high + counts.typical->high));
    for (std::size_t g = 0; g < both.engagement->size(); ++g)
      CHECK((*both.engagement)[g] == Approx((*names.engagement)[g] + (*counts.engagement)[g]));
  }
  SECTION("more than 150 people count as 150") {
    const auto some = seen(30, 150).evidence(id), many = seen(200, 1000).evidence(id);
    for (std::size_t g = 0; g < some.engagement->size(); ++g)
      CHECK((*some.engagement)[g] == Approx((*many.engagement)[g]));
  }
  SECTION("names those who are more likely flagged than not") {
    auto account =
        SampleAccount().people(2, 0.9, Visibility::counts, relation).people(3, 0.4, Visibility::counts, relation);
    account.people(1, 1, Visibility::counts).people(1, 0.5, Visibility::names_only, relation);
    const auto found = account.evidence(id);
    CHECK(items_of(found) == std::vector<std::string>{"u0", "u1", "u6"});
    CHECK(found.seen.value == 3);
    CHECK(*found.seen.of == 6);
  }
  SECTION("a worked example") {
    // Ten of thirty, with five more at the 6.76 % of real people: seen (10 + 0.338) / 35 = 0.295371.
    // Scale √(0.08² + 0.0676 · 0.9324 / 35) = 0.090556. Expected 0.0676 + 0.7873 γ: at γ = 10.5/46 0.247310, at 12.5/46
    // 0.281540. z = 0.53073 and 0.15273: (0.53073² − 0.15273²) / 2 = 0.12917.
    const auto found = seen(10, 30).evidence(id);
    CHECK((*found.engagement)[12] - (*found.engagement)[10] == Approx(0.12917).margin(1e-4));
  }
}

}  // namespace plumb::test
