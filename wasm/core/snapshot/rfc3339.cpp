#include "rfc3339.hpp"

#include <chrono>

#include "base/units.hpp"

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

/// Days since 1970-01-01, or empty where the Gregorian calendar has no such day.
std::optional<std::int64_t> days_of(int year, int month, int day) {
  if (year < 0 || month < 0 || day < 0) return {};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/// Seconds east of UTC named by the end of the text, or empty.
std::optional<std::int64_t> offset_at(std::string_view text, std::size_t from) {
  if (from + 1 == text.size() && text[from] == 'Z') return 0;
  if (from + 6 != text.size() || (text[from] != '+' && text[from] != '-') || text[from + 3] != ':') return {};
  const int hours = digits(text, from + 1, 2);
  const int minutes = digits(text, from + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
  return (text[from] == '-' ? -1 : 1) * (hours * seconds_per_hour + minutes * 60);
}

}  // namespace

std::optional<Time> parse_time(std::string_view text) {
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
    return {};
  }
  const auto days = days_of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!days || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return {};
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
  const Time time = *days * seconds_per_day + hour * seconds_per_hour + minute * 60 + second - *offset;
  // The offset, or a leap second, may lead out of the years that four digits write.
  const Time begin = *days_of(0, 1, 1) * seconds_per_day, end = (*days_of(9999, 12, 31) + 1) * seconds_per_day;
  if (time < begin || time >= end) return {};
  return time;
}

std::string format_time(Time time) {
  const std::chrono::sys_seconds at{std::chrono::seconds(time)};
  const auto midnight = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(midnight);
  const auto rest = (at - midnight).count();
  std::string text = "0000-00-00T00:00:00Z";
  const auto put = [&text](std::size_t from, std::size_t length, std::int64_t value) {
    for (std::size_t i = length; i-- > 0; value /= 10) text[from + i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, static_cast<int>(date.year()));
  put(5, 2, static_cast<unsigned>(date.month()));
  put(8, 2, static_cast<unsigned>(date.day()));
  put(11, 2, rest / seconds_per_hour);
  put(14, 2, rest / 60 % 60);
  put(17, 2, rest % 60);
  return text;
}

}  // namespace plumb
