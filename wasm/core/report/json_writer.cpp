#include "json_writer.hpp"

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>

namespace plumb {
namespace {

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20 && byte != 0x7F && byte != '"' && byte != '\\') continue;
    out.append(value, copied, i - copied);
    copied = i + 1;
    if (byte >= 0x20 && byte != 0x7F) {
      out += '\\';
      out += value[i];
    } else {
      out += "\\u00";
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
  }
  out.append(value, copied);
  out += '"';
}

constexpr int digits = 6;  // significant ones, of a number
constexpr double least_whole = 1e5, above_whole = 1e6;  // numbers of so many digits
/// Powers of ten that a double holds exactly.
constexpr double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                           1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// A number as digits · 10^(exponent − 5), of six digits.
struct Decimal {
  std::uint32_t digits = 0;
  int exponent = 0;
};

/// Rounds to six digits by one multiplication or division with an exact power of ten, whose error is half a unit in the last
/// place: that is the nearest one wherever the rest is not close to a half.
/// @param size  above 0
std::optional<Decimal> quick_decimal(double size) {
  int exponent = 0;
  double scaled = 0;
  if (size >= 1) {
    while (exponent < 20 && size >= tens[exponent + 1]) ++exponent;
    scaled = exponent < digits ? size * tens[digits - 1 - exponent] : size / tens[exponent - digits + 1];
  } else {
    do --exponent;
    while (exponent > -16 && size * tens[-exponent] < 1);
    scaled = size * tens[digits - 1 - exponent];
  }
  if (!(scaled >= least_whole && scaled < above_whole - 1)) return {};
  const auto whole = static_cast<std::uint32_t>(scaled);
  const double rest = scaled - whole;
  if (rest > 0.499999 && rest < 0.500001) return {};
  return Decimal{whole + (rest > 0.5 ? 1u : 0u), exponent};
}

/// By the C library: both round %e correctly.
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

}  // namespace

void JsonWriter::separate() {
  if (comma_) text_ += ',';
  comma_ = true;
}

JsonWriter& JsonWriter::open(char c) {
  separate();
  text_ += c;
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::shut(char c) {
  text_ += c;
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(text_, name);
  text_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_quoted(text_, value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  text_ += "null";
  return *this;
}

JsonWriter& JsonWriter::integer(long long value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::exactly(double value) {
  const auto whole = static_cast<long long>(value);
  integer(whole);
  const double rest = value - static_cast<double>(whole);
  if (rest > 0) text_ += rest == 0.5 ? ".5" : rest < 0.5 ? ".25" : ".75";
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  if (!(value > -1e300 && value < 1e300) || value == 0) {
    text_ += '0';
    return *this;
  }
  // The digits are laid out here, so that no exponent appears in counts.
  auto [number, exponent] = decimal_of(value < 0 ? -value : value);
  char figures[digits];
  int size = digits;
  for (int i = digits; i-- > 0; number /= 10) figures[i] = static_cast<char>('0' + number % 10);
  while (size > 1 && figures[size - 1] == '0') --size;
  const auto from = [&](int begin, int end) { text_.append(figures + begin, static_cast<std::size_t>(end - begin)); };
  const auto zeros = [&](int count) { text_.append(static_cast<std::size_t>(count), '0'); };
  if (value < 0) text_ += '-';
  if (exponent < -5 || exponent > 15) {
    from(0, 1);
    if (size > 1) text_ += '.', from(1, size);
    text_.append(1, 'e').append(std::to_string(exponent));
  } else if (exponent < 0) {
    text_ += "0.";
    zeros(-exponent - 1);
    from(0, size);
  } else if (size <= exponent + 1) {
    from(0, size);
    zeros(exponent + 1 - size);
  } else {
    from(0, exponent + 1);
    text_ += '.';
    from(exponent + 1, size);
  }
  return *this;
}

}  // namespace plumb
