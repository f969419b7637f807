/// @file
/// @brief Checks, counts and walks UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
///
/// The walk is own code: utfcpp's can't run while compiling, and throws, or reads on, where a text is cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utf8/unchecked.h>

namespace plumb::text {

/// Whether all bytes are UTF-8.
inline bool is_utf8(std::string_view bytes) { return utf8::is_valid(bytes.begin(), bytes.end()); }

/// Number of code points of valid UTF-8.
inline std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(utf8::unchecked::distance(text.begin(), text.end()));
}

inline constexpr char32_t replacement_character = 0xFFFD;

/// Decodes the code point at byte `at` and moves `at` behind it.
/// What is not well-formed UTF-8 (Unicode 15, table 3-7) gives U+FFFD and moves by one byte, so that a walk always ends.
/// @param at  byte offset below text.size()
constexpr char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return ++at, replacement_character;
  char32_t code = lead & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t next = byte(at + i);
    if ((next & 0xC0) != 0x80) return ++at, replacement_character;
    code = (code << 6) | (next & 0x3F);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return ++at, replacement_character;
  at += length;
  return code;
}

}  // namespace plumb::text
