/// @file
/// @brief Lengths of time.
#pragma once

#include <cstdint>

namespace plumb {

inline constexpr std::int64_t seconds_per_hour = 3600;
inline constexpr std::int64_t seconds_per_day = 86400;
inline constexpr double days_per_week = 7;
inline constexpr double days_per_month = 30.44;  ///< 365.25 / 12, to two places
inline constexpr std::int64_t seconds_per_month = 2630016;
static_assert(seconds_per_month == static_cast<std::int64_t>(days_per_month * seconds_per_day));

}  // namespace plumb
