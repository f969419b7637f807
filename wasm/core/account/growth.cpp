#include "growth.hpp"

#include <algorithm>
#include <vector>

#include "base/model.hpp"
#include "base/units.hpp"
#include "stats/elementary.hpp"
#include "stats/robust.hpp"

namespace plumb {
namespace {

struct Point {
  Time at = 0;
  Count followers;
};

std::vector<Point> points_of(const Snapshot& snapshot) {
  std::vector<Point> points;
  for (const auto& reading : snapshot.history) {
    if (reading.at && reading.followers && reading.followers->high > 0)
      points.push_back({*reading.at, *reading.followers});
  }
  if (snapshot.captured_at && snapshot.profile.followers && snapshot.profile.followers->high > 0) {
    points.push_back({*snapshot.captured_at, *snapshot.profile.followers});
  }
  std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
    return std::tuple(a.at, a.followers.low, a.followers.high) < std::tuple(b.at, b.followers.low, b.followers.high);
  });
  constexpr auto least_apart = static_cast<std::int64_t>(model::prior_count("growth.apart")) * seconds_per_hour;
  std::vector<Point> apart;
  for (const auto& point : points) {
    if (apart.empty() || point.at - apart.back().at >= least_apart) apart.push_back(point);
  }
  return apart;
}

/// ln of the change that surely happened between two counts that may be rounded; 0 where they overlap.
double sure_log_change(const Count& a, const Count& b) {
  const auto value = [](std::int64_t n) { return static_cast<double>(std::max<std::int64_t>(n, 1)); };
  if (b.low > a.high) return log(value(b.low) / value(a.high));
  if (b.high < a.low) return log(value(b.high) / value(a.low));
  return 0;
}

/// After so many calm readings a rise is one that stands alone.
constexpr std::size_t calm_readings = 2;

/// What people bring by themselves comes over several days and ebbs; what is bought comes between two readings and
/// leaves the days around it as they were. So the reading before and the two after must show less than a tenth of it;
/// where there are fewer after it yet, those that there are.
bool stands_alone(const std::vector<double>& excess, std::size_t at) {
  const double most = model::prior("growth.calm") * excess[at];
  const std::size_t last = std::min(at + calm_readings, excess.size() - 1);
  for (std::size_t i = at == 0 ? 1 : at - 1; i <= last; ++i) {
    if (i != at && !(excess[i] < most && excess[i] > -most)) return false;
  }
  return true;
}

}  // namespace

std::optional<Growth> growth_of(const Snapshot& snapshot) {
  const auto points = points_of(snapshot);
  if (points.size() < 2) return {};
  Growth growth;
  growth.days = static_cast<double>(points.back().at - points.front().at) / seconds_per_day;
  growth.change = points.back().followers.mid() / std::max(points.front().followers.mid(), 1.0) - 1;
  std::vector<double> daily;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double days = static_cast<double>(points[i].at - points[i - 1].at) / seconds_per_day;
    daily.push_back(sure_log_change(points[i - 1].followers, points[i].followers) / std::max(days, 0.5));
  }
  auto sorted = daily;
  const double centre = *median(sorted);
  const double reach = model::prior("growth.spreads") * robust_deviation(daily, centre);
  std::vector<double> excess;
  for (const double r : daily)
    excess.push_back(r - (daily.size() >= model::prior_count("growth.readings") ? centre : 0.0));
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double r = excess[i - 1];
    const bool jump = r > std::max(reach, model::prior("growth.jump")) && stands_alone(excess, i - 1);
    const bool purge = r < -std::max(reach, model::prior("growth.purge"));
    if (!jump && !purge) continue;
    const std::size_t after = points.size() - 1 - i;
    const bool fresh = jump && after < calm_readings;
    if (fresh) growth.awaits = static_cast<int>(calm_readings - after);
    growth.steps.push_back({points[i - 1].at, points[i].at,
                            points[i].followers.mid() / std::max(points[i - 1].followers.mid(), 1.0) - 1,
                            purge   ? StepKind::purge
                            : fresh ? StepKind::fresh
                                    : StepKind::jump});
  }
  return growth;
}

}  // namespace plumb
