/// @file
/// @brief SHA-256 (FIPS 180-4): names the snapshot that a report came from.
#pragma once

#include <string>
#include <string_view>

namespace plumb {

/// The digest of the bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace plumb
