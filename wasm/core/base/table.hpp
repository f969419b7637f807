/// @file
/// @brief Reads the tables of wasm/data at compile time.
///
/// A table is a TSV file: one line of column names, then rows. CMake embeds each `wasm/data/<name>.tsv` as
/// `plumb::data::<name>` in the header `data/<name>.hpp`. Empty cells are unknown (NaN as a number).
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

namespace plumb::table {

/// The lines below the header.
constexpr std::size_t row_count(std::string_view tsv) {
  std::size_t lines = 0;
  for (const char c : tsv) lines += c == '\n';
  return lines - 1;
}

/// Cuts the text up to the separator off the front of `rest`.
constexpr std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view piece = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return piece;
}

/// A decimal number such as -1.25e-3, correctly rounded for up to 15 digits and exponents within ±22; NaN if empty.
constexpr double to_number(std::string_view text) {
  if (text.empty()) return std::numeric_limits<double>::quiet_NaN();
  bool negative = false;
  std::size_t i = 0;
  if (text[0] == '-') {
    negative = true;
    i = 1;
  }
  double mantissa = 0;
  int exponent = 0;
  bool fraction = false;
  for (; i < text.size() && text[i] != 'e'; ++i) {
    if (text[i] == '.') {
      fraction = true;
    } else if (text[i] >= '0' && text[i] <= '9') {
      mantissa = mantissa * 10 + (text[i] - '0');
      exponent -= fraction;
    } else {
      return std::numeric_limits<double>::quiet_NaN();
    }
  }
  if (i < text.size()) {
    ++i;
    const bool down = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    int written = 0;
    for (; i < text.size(); ++i) written = written * 10 + (text[i] - '0');
    exponent += down ? -written : written;
  }
  double scale = 1;
  for (int k = exponent < 0 ? -exponent : exponent; k > 0; --k) scale *= 10;
  const double value = exponent < 0 ? mantissa / scale : mantissa * scale;
  return negative ? -value : value;
}

/// Not constexpr, so that reaching one while compiling is an error.
double no_such_key();
void not_whole();

/// The value of the row whose first cell is `key`, from its second cell. A missing key does not compile.
consteval double constant(std::string_view tsv, std::string_view key) {
  std::string_view rest = tsv;
  cut(rest, '\n');
  while (!rest.empty()) {
    std::string_view row = cut(rest, '\n');
    if (cut(row, '\t') == key) return to_number(cut(row, '\t'));
  }
  return no_such_key();
}

/// Not constexpr, as above.
void neither_yes_nor_no();

/// True for "yes", false for "no". Anything else does not compile.
consteval bool yes(std::string_view cell) {
  if (cell != "yes" && cell != "no") neither_yes_nor_no();
  return cell == "yes";
}

}  // namespace plumb::table
