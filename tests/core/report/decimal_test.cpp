#include "wasm/core/report/decimal.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <string>

using namespace plumb;

namespace {

/// The digits and the exponent that the C library writes.
std::string by_library(double size) {
  char text[32];
  std::snprintf(text, sizeof text, "%.5e", size);
  return text;
}

std::string written(const Decimal& decimal) {
  char text[32];
  std::snprintf(text, sizeof text, "%u.%05ue%+03d", decimal.digits / 100000, decimal.digits % 100000, decimal.exponent);
  return text;
}

}  // namespace

TEST_CASE("The C library is asked for no number of a report's sizes but those within a millionth of a half") {
  // 36 sizes, 1e-15 to 1e20, each with numbers of one digit, of all six, and with a rest on either side of the half.
  int asked = 0, tried = 0;
  for (int exponent = -15; exponent <= 20; ++exponent) {
    for (const double six :
         {100000.0, 100000.25, 123456.0, 199999.75, 500000.0, 654321.49, 654321.51, 999998.0, 999998.9}) {
      // Powers of ten as they are written: that of the library's pow may lie beside it.
      char text[40];
      std::snprintf(text, sizeof text, "%.2fe%d", six, exponent - 5);
      const double size = std::stod(text);
      const auto quick = quick_decimal(size);
      INFO(text);
      ++tried;
      asked += !quick;
      if (quick) CHECK(written(*quick) == by_library(size));
      CHECK(written(decimal_of(size)) == by_library(size));
    }
  }
  CHECK(tried == 324);
  CHECK(asked == 1);  // 1e-11, whose product with 10^11 is rounded to just below 1
}

TEST_CASE("The quick way leaves to the C library what it may round wrong, and sizes beyond its powers of ten") {
  for (const double size : {123456.5, 123456.4999995, 123456.5000005, 1.234565, 999999.0, 999999.7, 9.999999e10,
                            9.99999e-17, 1e-17, 1e21, 1e22, 5e300, 5e-324}) {
    INFO(size);
    CHECK_FALSE(quick_decimal(size));
    CHECK(written(decimal_of(size)) == by_library(size));
  }
  CHECK(quick_decimal(123456.499998));
  CHECK(quick_decimal(123456.500002));
}

TEST_CASE("Digits and exponent: worked examples") {
  const auto check = [](double size, std::uint32_t digits, int exponent) {
    CHECK(decimal_of(size).digits == digits);
    CHECK(decimal_of(size).exponent == exponent);
  };
  check(1, 100000, 0);
  check(9.5, 950000, 0);
  check(10, 100000, 1);
  check(0.1, 100000, -1);
  check(0.099, 990000, -2);
  check(123456.7, 123457, 5);
  check(1234567, 123457, 6);
  check(999999.5, 100000, 6);
  check(2.5e-12, 250000, -12);
  check(1e-200, 100000, -200);
  check(1e200, 100000, 200);
}
