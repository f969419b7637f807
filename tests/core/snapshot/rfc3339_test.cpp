#include "wasm/core/snapshot/rfc3339.hpp"

#include <catch2/catch.hpp>

using plumb::format_time;
using plumb::parse_time;

TEST_CASE("Times are read and written") {
  CHECK(parse_time("1970-01-01T00:00:00Z") == 0);
  CHECK(parse_time("2026-11-22T10:00:00Z") == 1795341600);
  CHECK(parse_time("2026-11-22T10:00:00.123456789Z") == 1795341600);
  CHECK(parse_time("2026-11-22T12:30:00+02:30") == 1795341600);
  CHECK(parse_time("2026-11-22T09:00:00-01:00") == 1795341600);
  CHECK(parse_time("2000-02-29T23:59:59Z") == 951868799);
  CHECK(parse_time("1969-12-31T23:59:59Z") == -1);
  CHECK(parse_time("2016-12-31T23:59:60Z") == 1483228800);
  for (const plumb::Time t : {-62135596800LL, -1LL, 0LL, 951782400LL, 1795341600LL, 253402300799LL}) {
    CHECK(parse_time(format_time(t)) == t);
  }
}

TEST_CASE("What is no time is refused") {
  for (const char* text : {"",
                           "2026",
                           "2026-11-22",
                           "2026-11-22 10:00:00Z",
                           "2026-11-22T10:00:00",
                           "2026-11-22T10:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-00-01T00:00:00Z",
                           "2026-02-29T00:00:00Z",
                           "2100-02-29T00:00:00Z",
                           "2026-04-31T00:00:00Z",
                           "2026-11-22T24:00:00Z",
                           "2026-11-22T10:60:00Z",
                           "2026-11-22T10:00:61Z",
                           "2026-11-22T10:00:00.Z",
                           "2026-11-22T10:00:00.1234567890Z",
                           "2026-11-22T10:00:00z",
                           "2026-11-22T10:00:00+2:00",
                           "2026-11-22T10:00:00+24:00",
                           "2026-11-22T10:00:00Zx",
                           "-026-11-22T10:00:00Z",
                           "2026-11-22T10:00:00+02:0",
                           "2026-11-22T10:00:00.12",
                           "0000-01-01T00:00:00+00:01",
                           "9999-12-31T23:59:59-00:01",
                           "9999-12-31T23:59:60Z"}) {
    INFO(text);
    CHECK_FALSE(parse_time(text).has_value());
  }
}
