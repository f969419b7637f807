/// @file
/// @brief What must hold of every input; the fuzzer takes an end for a find.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace plumb::fuzz {

/// Ends the program where `holds` is false, and says what should have held.
inline void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "NOT TRUE: %s\n", what);
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace plumb::fuzz
