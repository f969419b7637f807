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
  CHECK_FALSE(growth->steps[0].purge);
  CHECK(growth->steps[0].from == 2 * 86400);
  CHECK(growth->steps[0].change == Approx(14000.0 / 10090 - 1));
  CHECK(growth->steps[1].purge);
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
