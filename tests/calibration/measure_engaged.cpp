#include <algorithm>
#include <cstdint>
#include <string>

#include "core/estimate/assess.hpp"
#include "measurements.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {

const std::string source = "simulator";
/// Far from the seeds of the table of power, and of what chose a threshold.
constexpr std::uint64_t fresh_seed = 47'000'000;

/// A list of people that a post opens, and the check that hears it.
struct List {
  plumb::Relation relation;
  plumb::CheckId check;
  std::string id, check_name, what;
};

/// What the check of `list` says over `n` accounts with `size` people of it read.
struct Said {
  double asked = 0, unusual = 0;
};
Said said_of(const List& list, bool counts, int size, bool half_bought, int n) {
  Said said;
  for (int k = 0; k < n; ++k) {
    Scenario scenario{.attack = half_bought ? Attack::followers_drip : Attack::none, .phi = half_bought ? 0.5 : 0};
    scenario.seed = fresh_seed + static_cast<std::uint64_t>(k);
    scenario.sizes.people = size;
    scenario.sizes.counts = counts;
    Case c = simulate(scenario);
    c.snapshot.history.clear();
    for (plumb::Person& person : c.snapshot.people) person.relation = list.relation;
    const auto state = plumb::assess(c.snapshot, false).checks[static_cast<std::size_t>(list.check)].state;
    said.unusual += state == plumb::CheckState::unusual;
    said.asked += state == plumb::CheckState::unusual || state == plumb::CheckState::question;
  }
  return {said.asked / n, said.unusual / n};
}

}  // namespace

void measure_engaged(const Setting& setting, Goals& goals) {
  use_shipped_models();
  const int n = setting.short_form ? 20 : 500;
  for (const List& list :
       {List{plumb::Relation::liker, plumb::CheckId::likes, "likers", "likes", "people who like"},
        List{plumb::Relation::commenter, plumb::CheckId::comments, "commenters", "comments", "people who comment"}}) {
    for (const bool counts : {true, false}) {
      Said worst;
      std::string found;
      for (const int size : {30, 60, 150}) {
        const Said honest = said_of(list, counts, size, false, n);
        worst = {std::max(worst.asked, honest.asked), std::max(worst.unusual, honest.unusual)};
        found += (found.empty() ? "" : " ") + short_number(said_of(list, counts, size, true, n).asked);
      }
      const std::string id = list.id + (counts ? "_counts" : "_names");
      const std::string who = list.what + (counts ? "" : ", names alone");
      goals.at_most("check_unusual_" + id, "the " + list.check_name + " unusual, honest, 30, 60, 150 " + who,
                    worst.unusual, 0.01, source);
      goals.at_most("check_question_" + id, "the " + list.check_name + " asked about, honest, 30, 60, 150 " + who,
                    worst.asked, 0.05, source);
      goals.told("check_found_" + id, "  asked about, half bought of 30, 60, 150 " + who, found, source);
    }
  }
}

}  // namespace calibration
