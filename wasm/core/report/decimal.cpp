#include "decimal.hpp"

#include <cstdio>
#include <cstring>

namespace plumb {
namespace {

constexpr double least_whole = 1e5, above_whole = 1e6;  // numbers of so many digits
/// Powers of ten that a double holds exactly.
constexpr double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                           1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

}  // namespace

std::optional<Decimal> quick_decimal(double size) {
  int exponent = 0;
  double scaled = 0;
  if (size >= 1) {
    while (exponent < 20 && size >= tens[exponent + 1]) ++exponent;
    scaled = exponent < decimal_digits ? size * tens[decimal_digits - 1 - exponent]
                                       : size / tens[exponent - decimal_digits + 1];
  } else {
    do --exponent;
    while (exponent > -16 && size * tens[-exponent] < 1);
    scaled = size * tens[decimal_digits - 1 - exponent];
  }
  if (!(scaled >= least_whole && scaled < above_whole - 1)) return {};
  const auto whole = static_cast<std::uint32_t>(scaled);
  const double rest = scaled - whole;
  if (rest > 0.499999 && rest < 0.500001) return {};
  return Decimal{whole + (rest > 0.5 ? 1u : 0u), exponent};
}

Decimal decimal_of(double size) {
  if (const auto quick = quick_decimal(size)) return *quick;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.5e", size);
  Decimal out;
  const char* mark = std::strchr(buffer, 'e');
  for (const char* p = buffer; p != mark; ++p) {
    if (*p >= '0' && *p <= '9') out.digits = out.digits * 10 + static_cast<std::uint32_t>(*p - '0');
  }
  for (const char* p = mark + 2; *p != 0; ++p) out.exponent = out.exponent * 10 + (*p - '0');
  if (mark[1] == '-') out.exponent = -out.exponent;
  return out;
}

}  // namespace plumb
