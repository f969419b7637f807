#include "wasm/core/account/growth.hpp"

#include <catch2/catch.hpp>

using namespace plumb;

namespace {

Snapshot with_readings(const std::vector<std::int64_t>& followers) {
  Snapshot s;
  for (std::size_t i = 0; i < followers.size(); ++i) {
    HistoryReading reading;
    reading.at = static_cast<Time>(i) * 86400;
    reading.followers = Count{followers[i], followers[i]};
    s.history.push_back(reading);
  }
  return s;
}

}  // namespace

TEST_CASE("Steady growth has no steps") {
  const auto growth = growth_of(with_readings({10000, 10050, 10090, 10150, 10190, 10260}));
  REQUIRE(growth);
  CHECK(growth->days == 5);
  CHECK(growth->change == Approx(0.026));
  CHECK(growth->steps.empty());
}

TEST_CASE("A block of followers is a jump, a block that leaves a purge") {
  const auto growth = growth_of(with_readings({10000, 10050, 10090, 14000, 14050, 14090, 13300, 13330}));
  REQUIRE(growth);
  REQUIRE(growth->steps.size() == 2);
  CHECK(growth->steps[0].kind == StepKind::jump);
  CHECK(growth->steps[0].from == 2 * 86400);
  CHECK(growth->steps[0].change == Approx(14000.0 / 10090 - 1));
  CHECK(growth->steps[1].kind == StepKind::purge);
}

TEST_CASE("A viral week of 4 % a day is no step") {
  CHECK(growth_of(with_readings({10000, 10400, 10800, 11200, 11600, 12000}))->steps.empty());
}

TEST_CASE("Rounded counts move only where they surely did") {
  Snapshot s;
  for (int i = 0; i < 6; ++i) {
    HistoryReading reading;
    reading.at = i * 86400;
    reading.followers = i < 3 ? Count{1000000, 1999999} : Count{2000000, 2999999};
    s.history.push_back(reading);
  }
  CHECK(growth_of(s)->steps.empty());
}

TEST_CASE("One reading is no growth") { CHECK_FALSE(growth_of(with_readings({5})).has_value()); }

namespace {

/// The days from which steps begin.
std::vector<std::int64_t> steps_of(const std::vector<std::int64_t>& followers) {
  std::vector<std::int64_t> days;
  const auto growth = growth_of(with_readings(followers));
  REQUIRE(growth);
  for (const auto& step : growth->steps) days.push_back(step.from / 86400);
  return days;
}

}  // namespace

TEST_CASE("Two readings are growth: of so many days, by so much") {
  const auto growth = growth_of(with_readings({1000, 1100}));
  REQUIRE(growth);
  CHECK(growth->days == 1);
  CHECK(growth->change == Approx(0.1));
  REQUIRE(growth->steps.size() == 1);
  CHECK(growth->steps[0].kind == StepKind::fresh);  // whether a jump stays alone is too new to tell
}

TEST_CASE("A rise on the last reading is fresh, and told apart from a jump by the two after it") {
  const auto read = [](const std::vector<std::int64_t>& followers) { return *growth_of(with_readings(followers)); };
  const std::vector<std::int64_t> usual{10000, 10010, 10020, 10030, 10040};
  const auto and_then = [&](const std::vector<std::int64_t>& later) {
    auto all = usual;
    all.insert(all.end(), later.begin(), later.end());
    return read(all);
  };
  for (const auto& [later, awaits] :
       std::vector<std::pair<std::vector<std::int64_t>, int>>{{{14000}, 2}, {{14000, 14010}, 1}}) {
    const auto growth = and_then(later);
    REQUIRE(growth.steps.size() == 1);
    CHECK(growth.steps[0].kind == StepKind::fresh);
    CHECK(growth.steps[0].from == 4 * 86400);
    CHECK(growth.steps[0].change == Approx(14000.0 / 10040 - 1));
    CHECK(growth.awaits == awaits);
  }
  const auto told = and_then({14000, 14010, 14020});
  REQUIRE(told.steps.size() == 1);
  CHECK(told.steps[0].kind == StepKind::jump);
  CHECK(told.awaits == 0);
  CHECK(and_then({14000, 15000}).steps.empty());  // it goes on
  CHECK(and_then({10400}).steps.empty());  // ln 1.0359 is what an account in a viral shock gains
}

TEST_CASE("A jump stands alone: the two days after it are calm, and the one before") {
  // 1,000 on 10,000 are ln 1.1 = 0.0953 in a day; a tenth of it, 0.0095, is calm no more.
  CHECK(steps_of({10000, 10000, 11000, 11000, 11000}) == std::vector<std::int64_t>{1});
  CHECK(steps_of({10000, 10000, 11000, 11090, 11180}) == std::vector<std::int64_t>{1});
  CHECK(steps_of({10000, 10000, 11000, 11300, 11300, 11300}).empty());      // goes on the day after
  CHECK(steps_of({10000, 10000, 11000, 11000, 11300, 11300}).empty());      // and two days after
  CHECK(steps_of({10000, 10300, 11330, 11330, 11330, 11330}).empty());      // came over two days
  CHECK(steps_of({10000, 11000, 11000, 11000}) == std::vector<std::int64_t>{0});  // nothing is known before
  CHECK(steps_of({10000, 10000, 11000, 11000}) == std::vector<std::int64_t>{1});  // fresh
  CHECK(steps_of({10000, 10000, 11000, 10800, 10800, 10800}) == std::vector<std::int64_t>{2});  // a purge behind it
}

TEST_CASE("A purge needs no calm around it, and 1 % in a day") {
  CHECK(steps_of({10000, 9800}) == std::vector<std::int64_t>{0});
  CHECK(steps_of({10000, 9901}).empty());  // ln 0.9901 = −0.00995
  CHECK(steps_of({10000, 9900}) == std::vector<std::int64_t>{0});
}

TEST_CASE("From four changes on an account has a usual one, and steps are what is beyond it") {
  // 6 % each day but for the first, which is calm: of three changes the jumps count, of four they are the usual.
  CHECK(growth_of(with_readings({10000, 9800, 9604, 9412}))->steps.size() == 3);  // 2 % less on each of three days
  CHECK(growth_of(with_readings({10000, 9800, 9604, 9412, 9224}))->steps.empty());  // and on each of four
}

TEST_CASE("A change within half a day is one of half a day at least, and readings closer than that are one") {
  const auto at_hours = [](const std::vector<Time>& hours, const std::vector<std::int64_t>& followers) {
    Snapshot s = with_readings(followers);
    for (std::size_t i = 0; i < hours.size(); ++i) s.history[i].at = hours[i] * 3600;
    return growth_of(s);
  };
  CHECK(at_hours({0, 12}, {1000, 1500})->days == 0.5);
  CHECK_FALSE(at_hours({0, 11}, {1000, 1500}));
  // −0.6 % within half a day are −1.2 % a day, over a whole one they are no purge.
  CHECK(at_hours({0, 12}, {10000, 9940})->steps.size() == 1);
  CHECK(at_hours({0, 24}, {10000, 9940})->steps.empty());
  CHECK(at_hours({0, 11, 24}, {10000, 5000, 10000})->steps.empty());  // what is too close is left out
}

TEST_CASE("A reading counts with its time and a number above none, and the page itself is the last one") {
  Snapshot s = with_readings({10000, 0, 10000});
  s.history.push_back({});
  s.history.back().followers = Count{99, 99};
  s.history.back().at = 12 * 86400;
  s.history.back().at.reset();  // no time
  s.history.push_back({});
  s.history.back().at = 9 * 86400;
  s.history.back().followers = Count{99, 99};
  s.history.back().followers.reset();  // no number, whatever was there
  auto growth = growth_of(s);
  REQUIRE(growth);
  CHECK(growth->days == 2);
  CHECK(growth->change == 0);
  CHECK(growth->steps.empty());
  s.captured_at = 4 * 86400;
  CHECK(growth_of(s)->days == 2);  // the page shows no number
  s.profile.followers = Count{0, 0};
  CHECK(growth_of(s)->days == 2);
  s.profile.followers = Count{1, 1};
  CHECK(growth_of(s)->days == 4);
  CHECK(growth_of(s)->change == Approx(-0.9999));
  s.captured_at.reset();
  CHECK(growth_of(s)->days == 2);
}

TEST_CASE("Rounded counts: what surely came, and what surely went") {
  // 1,000–1,099 to 900–949: ln (949 / 1000) a day. 1,000–1,099 to 1,050–1,149 may be no change at all.
  Snapshot s = with_readings({1000, 1000});
  s.history[0].followers = Count{1000, 1099};
  s.history[1].followers = Count{900, 949};
  REQUIRE(growth_of(s)->steps.size() == 1);
  CHECK(growth_of(s)->steps[0].kind == StepKind::purge);
  CHECK(growth_of(s)->steps[0].change == Approx(924.5 / 1049.5 - 1));
  s.history[1].followers = Count{950, 1000};
  CHECK(growth_of(s)->steps.empty());
  s.history[1].followers = Count{1050, 1149};
  CHECK(growth_of(s)->steps.empty());
}
