#include "rfc3339.hpp"

#include <array>

namespace plumb {
namespace {

/// The number written by `length` digits at `from`, or -1.
int digits(std::string_view text, std::size_t from, std::size_t length) {
  int value = 0;
  for (std::size_t i = from; i < from + length; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01 of a Gregorian date (years counted from March, in eras of 400).
std::int64_t days_from_civil(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return static_cast<std::int64_t>(era) * 146097 + day_of_era - 719468;
}

/// Seconds east of UTC named by the end of the text, or empty.
std::optional<int> offset_at(std::string_view text, std::size_t from) {
  if (from + 1 == text.size() && text[from] == 'Z') return 0;
  if (from + 6 != text.size() || (text[from] != '+' && text[from] != '-') || text[from + 3] != ':') return {};
  const int hours = digits(text, from + 1, 2);
  const int minutes = digits(text, from + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
  return (text[from] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<Time> parse_time(std::string_view text) {
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
    return {};
  }
  const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {};
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return {};
  std::size_t next = 19;
  if (text[next] == '.') {
    std::size_t end = next + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == next + 1 || end - next > 10) return {};
    next = end;
  }
  if (next >= text.size()) return {};
  const auto offset = offset_at(text, next);
  if (!offset) return {};
  return days_from_civil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - *offset;
}

std::string format_time(Time time) {
  std::int64_t days = time / 86400;
  std::int64_t rest = time % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  // The inverse of days_from_civil.
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = static_cast<int>(days - era * 146097);
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  const int year = static_cast<int>(era * 400) + year_of_era + (month <= 2 ? 1 : 0);
  std::string text = "0000-00-00T00:00:00Z";
  const auto put = [&text](std::size_t at, std::size_t length, int value) {
    for (std::size_t i = length; i-- > 0; value /= 10) text[at + i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, year);
  put(5, 2, month);
  put(8, 2, day);
  put(11, 2, static_cast<int>(rest / 3600));
  put(14, 2, static_cast<int>(rest / 60 % 60));
  put(17, 2, static_cast<int>(rest % 60));
  return text;
}

}  // namespace plumb
