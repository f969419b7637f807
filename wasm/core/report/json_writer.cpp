#include "json_writer.hpp"

#include "decimal.hpp"

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
  char figures[decimal_digits];
  int size = decimal_digits;
  for (int i = decimal_digits; i-- > 0; number /= 10) figures[i] = static_cast<char>('0' + number % 10);
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
