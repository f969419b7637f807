#include "wasm/core/report/json_writer.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace {
std::string number(double v) { return plumb::JsonWriter().number(v).take(); }
}  // namespace

TEST_CASE("Numbers have at most six significant digits and no exponent in everyday sizes") {
  CHECK(number(0) == "0");
  CHECK(number(-0.0) == "0");
  CHECK(number(16476) == "16476");
  CHECK(number(1234567) == "1234570");
  CHECK(number(1e12) == "1000000000000");
  CHECK(number(0.1) == "0.1");
  CHECK(number(-0.0123456789) == "-0.0123457");
  CHECK(number(1.0 / 3) == "0.333333");
  CHECK(number(99999.95) == "99999.9");
  CHECK(number(999999.5) == "1000000");
  CHECK(number(2.5) == "2.5");
  CHECK(number(1234.5) == "1234.5");
  CHECK(number(0.00001) == "0.00001");
  CHECK(number(1.5e-7) == "1.5e-7");
  CHECK(number(1e20) == "1e20");
}

TEST_CASE("Numbers are rounded as the C library rounds them, close to a half, too") {
  unsigned state = 1;
  const auto next = [&state] {
    state = state * 1664525u + 1013904223u;
    return state >> 8;
  };
  for (int i = 0; i < 20000; ++i) {
    // Six digits and what lies at or beside the half behind them, in any size.
    const double six = 100000 + next() % 900000 + (i % 3 == 0 ? 0.5 : next() / 16777216.0);
    const double beside = i % 5 == 0 ? std::nextafter(six, i % 2 == 0 ? 0.0 : 1e9) : six;
    const double value = beside * std::pow(10.0, static_cast<int>(next() % 45) - 25);
    char expected[32];
    std::snprintf(expected, sizeof expected, "%.5e", value);
    INFO(expected);
    char written[32];
    std::snprintf(written, sizeof written, "%.5e", std::strtod(number(value).c_str(), nullptr));
    CHECK(std::string(written) == expected);
  }
}

TEST_CASE("What is not finite is never written") {
  CHECK(number(std::nan("")) == "0");
  CHECK(number(std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("What a page printed keeps its last digit") {
  const auto exactly = [](double v) { return plumb::JsonWriter().exactly(v).take(); };
  CHECK(exactly(0) == "0");
  CHECK(exactly(11040499) == "11040499");
  CHECK(exactly(999999999999.5) == "999999999999.5");
  CHECK(exactly(1234567.25) == "1234567.25");
  CHECK(exactly(1234567.75) == "1234567.75");
}

TEST_CASE("Texts are escaped and commas placed") {
  plumb::JsonWriter json;
  json.begin_object().key("a\"b").text("x\n\\\x7F\xC3\xA9").key("c").begin_array().null().begin_object().end_object();
  json.text("y").end_array().end_object();
  CHECK(json.take() == "{\"a\\\"b\":\"x\\u000a\\\\\\u007f\xC3\xA9\",\"c\":[null,{},\"y\"]}");
}

TEST_CASE("An exponent stands from the seventeenth digit on and behind the fifth nought") {
  CHECK(number(1e15) == "1000000000000000");
  CHECK(number(1e16) == "1e16");
  CHECK(number(-1.25e20) == "-1.25e20");
  CHECK(number(0.0000125) == "0.0000125");
  CHECK(number(0.00000125) == "1.25e-6");
  CHECK(number(123456) == "123456");
  CHECK(number(12345.6) == "12345.6");
  CHECK(number(100000) == "100000");
  CHECK(number(10.5) == "10.5");
  CHECK(number(9e299) == "9e299");
  CHECK(number(1e300) == "0");  // as what is not finite
  CHECK(number(-1e300) == "0");
}

TEST_CASE("Signs that would end a line or a text are escaped, their neighbours are not") {
  const auto text = [](std::string value) { return plumb::JsonWriter().text(value).take(); };
  CHECK(text(std::string(1, '\0')) == "\"\\u0000\"");
  CHECK(text("\x10\x1F") == "\"\\u0010\\u001f\"");
  CHECK(text(" ~\x7F") == "\" ~\\u007f\"");
  CHECK(plumb::JsonWriter().exactly(2.5).take() == "2.5");
  CHECK(plumb::JsonWriter().boolean(true).take() == "true");
  CHECK(plumb::JsonWriter().boolean(false).take() == "false");
}
