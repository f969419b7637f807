#include "json_writer.hpp"

#include <cstdio>
#include <cstring>

namespace plumb {
namespace {

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
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
  // Both C libraries round %e correctly; the digits are then laid out here, so that no exponent appears in counts.
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.5e", value);
  const char* mark = std::strchr(buffer, 'e');
  int exponent = 0;
  const bool negative_exponent = mark[1] == '-';
  for (const char* p = mark + 2; *p != 0; ++p) exponent = exponent * 10 + (*p - '0');
  if (negative_exponent) exponent = -exponent;
  std::string digits;
  for (const char* p = buffer; p != mark; ++p) {
    if (*p >= '0' && *p <= '9') digits += *p;
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  if (value < 0) text_ += '-';
  const int size = static_cast<int>(digits.size());
  if (exponent < -5 || exponent > 15) {
    text_ += digits[0];
    if (size > 1) text_.append(1, '.').append(digits, 1);
    text_.append(1, 'e').append(std::to_string(exponent));
  } else if (exponent < 0) {
    text_ += "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  } else if (size <= exponent + 1) {
    text_ += digits + std::string(static_cast<std::size_t>(exponent + 1 - size), '0');
  } else {
    text_.append(digits, 0, static_cast<std::size_t>(exponent + 1))
        .append(1, '.')
        .append(digits, static_cast<std::size_t>(exponent + 1));
  }
  return *this;
}

}  // namespace plumb
