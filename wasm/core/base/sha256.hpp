/// @file
/// @brief SHA-256 (FIPS 180-4): names the snapshot that a report came from.
///
/// Own code: no header-only library of Debian has it, and those with a library behind them do not link for WebAssembly.
#pragma once

#include <string>
#include <string_view>

namespace plumb {

/// The digest of the bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace plumb
