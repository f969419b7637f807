/// @file
/// @brief Times as the contract writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "snapshot.hpp"

namespace plumb {

/// Reads `2026-11-22T10:00:00Z`, with an optional fraction (cut) and `Z` or `+hh:mm`.
/// A leap second (:60) is read as the following second.
/// @return empty when the text has another form, names no day of the Gregorian calendar, or a time outside of the years
///         0000 to 9999 in UTC
std::optional<Time> parse_time(std::string_view text);

/// Writes a time of the years 0000 to 9999 as `2026-11-22T10:00:00Z`.
std::string format_time(Time time);

}  // namespace plumb
