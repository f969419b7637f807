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

/// How likely a comment is flagged, for each share of scripted comments and each way to see them: what no page changes.
struct Ways {
  static constexpr std::size_t count = (steps + 1) * alarm_steps;
  using Terms = std::array<double, count>;

  Terms log_weight{};
  std::array<Terms, cells> log_flagged{}, log_passed{};
};

constexpr double share_at(std::size_t cell) { return (static_cast<double>(cell) + 0.5) / cells; }

const Ways& ways() {
  static const Ways table = [] {
    Ways out;
    for (std::size_t a = 0; a < alarm_steps; ++a) {
      const double alarm = key("alarm.most") * (static_cast<double>(a) + 0.5) / alarm_steps;
      const double alarm_weight = log_beta_density(alarm, 1, key("alarm.b"));
      for (std::size_t k = 0; k <= steps; ++k) {
        // The first: a kind that leaves no trace is flagged as seldom as people are.
        const double se = k == 0 ? alarm : std::max((static_cast<double>(k) - 0.5) / steps, alarm);
        const std::size_t way = a * (steps + 1) + k;
        out.log_weight[way] =
            alarm_weight + (k == 0 ? log(key("unseen"))
                                   : log((1 - key("unseen")) * key("seen.a") / steps) +
                                         log_beta_density((static_cast<double>(k) - 0.5) / steps, key("seen.a"), 1));
        for (std::size_t i = 0; i < cells; ++i) {
          const double s = share_at(i), q = s * se + (1 - s) * alarm;
          out.log_flagged[i][way] = log(q);
          out.log_passed[i][way] = log(1 - q);
        }
      }
    }
    return out;
  }();
  return table;
}

/// ln Σ exp, of values that are not all −infinity.
double log_sum(Ways::Terms values) {
  const double top = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (double& v : values) v -= top;
  exp_each(values);
  for (const double v : values) sum += v;
  return top + log(sum);
}

}  // namespace

Interval individual_share(const ScriptedFound& found) {
  // Comments of one page share their topic and their crowd: more than some say little more.
  const double part = std::min(1.0, key("comments.most") / std::max(found.comments, 1.0));
  const double flagged = found.scripted * part, rest = (found.comments - found.scripted) * part;
  const double unknown = found.comments > 0 ? found.anybodys / found.comments : 0;
  std::array<double, cells> log_weight{}, p{};
  const Ways& all = ways();
  for (std::size_t i = 0; i < cells; ++i) {
    Ways::Terms terms{};
    for (std::size_t k = 0; k < terms.size(); ++k) {
      terms[k] = all.log_weight[k] + flagged * all.log_flagged[i][k] + rest * all.log_passed[i][k];
    }
    // Where nobody can tell, as much may be scripted as not.
    log_weight[i] = (key("prior.b") - 1) * (1 - unknown) * log(1 - share_at(i)) + log_sum(terms);
  }
  normalise(log_weight, p);
  const Interval scripted = shortest_interval(p, interval_level);
  return {1 - scripted.high, 1 - scripted.mid, 1 - scripted.low, interval_level};
}

}  // namespace plumb
