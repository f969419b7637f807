#include "individual.hpp"

#include <algorithm>
#include <array>

#include "base/table.hpp"
#include "data/individual.hpp"
#include "stats/elementary.hpp"
#include "stats/posterior.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::individual, name); }

constexpr std::size_t cells = 50, steps = 10, alarm_steps = 5;

/// ln Σ exp, of values that are not all −infinity.
template <std::size_t N>
double log_sum(const std::array<double, N>& values) {
  const double top = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (const double v : values) sum += exp(v - top);
  return top + log(sum);
}

}  // namespace

Interval individual_share(const ScriptedFound& found) {
  // Comments of one page share their topic and their crowd: more than some say little more.
  const double part = std::min(1.0, key("comments.most") / std::max(found.comments, 1.0));
  const double flagged = found.scripted * part, rest = (found.comments - found.scripted) * part;
  const double unknown = found.comments > 0 ? found.anybodys / found.comments : 0;
  std::array<double, cells> log_weight{}, p{};
  for (std::size_t i = 0; i < cells; ++i) {
    const double s = (static_cast<double>(i) + 0.5) / cells;
    std::array<double, (steps + 1) * alarm_steps> terms{};
    for (std::size_t a = 0; a < alarm_steps; ++a) {
      const double alarm = key("alarm.most") * (static_cast<double>(a) + 0.5) / alarm_steps;
      const double alarm_weight = log_beta_density(alarm, 1, key("alarm.b"));
      for (std::size_t k = 0; k <= steps; ++k) {
        // The first: a kind that leaves no trace is flagged as seldom as people are.
        const double se = k == 0 ? alarm : std::max((static_cast<double>(k) - 0.5) / steps, alarm);
        const double weight = k == 0 ? log(key("unseen")) : log((1 - key("unseen")) / steps);
        const double q = s * se + (1 - s) * alarm;
        terms[a * (steps + 1) + k] = alarm_weight + weight + flagged * log(q) + rest * log(1 - q);
      }
    }
    // Where nobody can tell, as much may be scripted as not.
    log_weight[i] = (key("prior.b") - 1) * (1 - unknown) * log(1 - s) + log_sum(terms);
  }
  normalise(log_weight, p);
  const Interval scripted = shortest_interval(p, interval_level);
  return {1 - scripted.high, 1 - scripted.mid, 1 - scripted.low, interval_level};
}

}  // namespace plumb
