/// @file
/// @brief Checks and counts UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
#pragma once

#include <cstddef>
#include <string_view>

namespace plumb {

/// Whether all bytes are UTF-8.
bool is_utf8(std::string_view bytes);

/// Number of code points of valid UTF-8.
std::size_t code_points(std::string_view text);

}  // namespace plumb
