#include <cmath>
#include <ctime>
#include <map>

#include "measurements.hpp"

namespace calibration {
namespace {

struct Day {
  plumb::Time at;
  double followers;
};

std::map<std::string, std::vector<Day>> read_shock(const std::filesystem::path& data) {
  std::map<std::string, std::vector<Day>> accounts;
  const CsvRows rows = read_csv(data / "growth-shock/follows_a.csv");
  const int user = column(rows, "username"), date = column(rows, "date"), followers = column(rows, "followers");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::tm t{};
    if (!strptime(rows[i][date].c_str(), "%Y-%m-%d", &t)) continue;
    accounts[rows[i][user]].push_back({timegm(&t), std::atof(rows[i][followers].c_str())});
  }
  return accounts;
}

/// The account's readings with every daily move of ln followers made `times` as large.
Case shock_case(const std::vector<Day>& days, double times) {
  Case c;
  c.family = "news_shock";
  c.snapshot.platform = plumb::Platform::x;
  c.snapshot.profile.handle = "account";
  double f = days[0].followers;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i) f *= std::exp(times * std::log(days[i].followers / days[i - 1].followers));
    const auto n = static_cast<std::int64_t>(std::llround(f));
    if (i + 1 == days.size()) {
      c.snapshot.captured_at = days[i].at;
      c.snapshot.profile.followers = plumb::Count{n, n};
    } else {
      plumb::HistoryReading r;
      r.at = days[i].at;
      r.followers = plumb::Count{n, n};
      c.snapshot.history.push_back(r);
    }
  }
  return c;
}

}  // namespace

void measure_growth_shock(const Setting& setting, Goals& goals) {
  const std::string source = "growth shock";
  const auto accounts = read_shock(setting.data);
  if (accounts.empty())
    return goals.missing("growth_alarms", "false growth alarms in a real viral shock", "data missing", source);
  for (double times : {1.0, 5.0}) {
    double alarms = 0, days = 0;
    for (const auto& [name, readings] : accounts) {
      if (readings.size() < 3) continue;
      alarms += assess_case(shock_case(readings, times)).growth_steps;
      days += static_cast<double>(readings.size() - 1);
    }
    if (times == 1)
      goals.at_most("growth_alarms",
                    "false growth alarms in a real viral shock (" + short_number(days) + " account-days)", alarms, 1,
                    source);
    else
      goals.at_most("growth_alarms_5", "the same with its moves five times as large, alarms in 1,000 account-days",
                    1000 * alarms / days, 1, source);
  }
}

}  // namespace calibration
