#include "benchmarks.hpp"

#include <algorithm>
#include <array>

#include "base/model.hpp"
#include "base/table.hpp"
#include "data/benchmarks.hpp"
#include "report/names.hpp"
#include "stats/elementary.hpp"

namespace plumb {
namespace {

struct Row {
  std::string_view id, platform, ratio, numerator, denominator, trust;
  double followers_min = 0, followers_max = 0, low = 0, mid = 0, high = 0, level = 0, n = 0;
  bool counted = false;
};

constexpr std::size_t row_count = table::row_count(data::benchmarks);

/// Not constexpr: other columns, a row of trust C or a row out of order does not compile.
void wrong_table() {}

consteval std::array<Row, row_count> parse() {
  std::array<Row, row_count> rows{};
  std::string_view rest = data::benchmarks;
  if (table::cut(rest, '\n') !=
      "id\tplatform\tratio\tnumerator\tdenominator\tformat\tfollowers_min\tfollowers_max\tlow\tmid\thigh\tlevel\tedges\tn\tyear"
      "\ttrust\tsource\taddress\tnote") {
    wrong_table();
  }
  for (auto& row : rows) {
    std::string_view line = table::cut(rest, '\n');
    const auto next = [&line] { return table::cut(line, '\t'); };
    row.id = next();
    row.platform = next();
    row.ratio = next();
    row.numerator = next();
    row.denominator = next();
    next();  // format
    row.followers_min = table::to_number(next());
    row.followers_max = table::to_number(next());
    row.low = table::to_number(next());
    row.mid = table::to_number(next());
    row.high = table::to_number(next());
    row.level = table::to_number(next());
    const std::string_view edges = next();
    if (edges != "counted" && edges != "unstated") wrong_table();
    row.counted = edges == "counted";
    row.n = table::to_number(next());
    next();  // year
    row.trust = next();
    if (row.trust != "A" && row.trust != "B") wrong_table();
    if (!(row.low > 0 && row.low < row.mid && row.mid < row.high)) wrong_table();
  }
  return rows;
}

constexpr std::array<Row, row_count> rows = parse();

constexpr std::array<std::string_view, 5> ratio_names{"engagement_per_follower", "engagement_per_view",
                                                      "views_per_follower", "likes_per_view", "comments_per_like"};

/// ln of the size that stands for a class: its geometric middle, twice the lower end where it is open above.
double log_size(const Row& row) {
  const double low = std::max(row.followers_min, 1.0);
  return row.followers_max == row.followers_max ? 0.5 * (log(low) + log(row.followers_max)) : log(2 * low);
}

double mix(double a, double b, double weight) { return a + (b - a) * weight; }

}  // namespace

std::vector<BenchmarkRow> benchmark_rows() {
  std::vector<BenchmarkRow> out;
  for (const auto& r : rows) {
    out.push_back({r.id, r.platform, r.ratio, r.numerator, r.denominator, r.trust, r.followers_min, r.followers_max,
                   r.low, r.mid, r.high, r.level});
  }
  return out;
}

std::optional<Peers> Peers::find(Platform platform, Ratio ratio, Without without, PeersFor use) {
  Peers peers;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (use == PeersFor::estimate && rows[i].trust != "A") continue;
    if (rows[i].platform == name_of(platform) && rows[i].ratio == ratio_names[static_cast<std::size_t>(ratio)] &&
        !leaves_out(without, rows[i].id)) {
      peers.rows_.push_back(i);
    }
  }
  if (peers.rows_.empty()) return {};
  std::sort(peers.rows_.begin(), peers.rows_.end(),
            [](std::size_t a, std::size_t b) { return rows[a].followers_min < rows[b].followers_min; });
  return peers;
}

Peers::Place Peers::place(double followers) const {
  const double size = log(std::max(followers, 1.0));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const double here = log_size(rows[rows_[i]]);
    if (size > here) continue;
    if (i == 0) return {rows_[0], rows_[0], 0};
    const double before = log_size(rows[rows_[i - 1]]);
    return {rows_[i - 1], rows_[i], (size - before) / (here - before)};
  }
  return {rows_.back(), rows_.back(), 0};
}

double Peers::log_mid(double followers) const {
  const Place p = place(followers);
  return mix(log(rows[p.first].mid), log(rows[p.second].mid), p.weight);
}

std::vector<Peers::Middle> Peers::middles() const {
  std::vector<Middle> out;
  for (const std::size_t row : rows_) out.push_back({log_size(rows[row]), log(rows[row].mid)});
  return out;
}

Typical Peers::typical(double followers) const {
  const Place p = place(followers);
  Typical out;
  out.low = exp(mix(log(rows[p.first].low), log(rows[p.second].low), p.weight));
  out.high = exp(mix(log(rows[p.first].high), log(rows[p.second].high), p.weight));
  out.level = rows[p.first].level;
  out.rows.emplace_back(rows[p.first].id);
  if (p.second != p.first) out.rows.emplace_back(rows[p.second].id);
  return out;
}

double Peers::below(double followers, double ratio, double level) const {
  const Typical range = typical(followers);
  const double centre = log_mid(followers);
  const double distance = log(std::max(ratio, 1e-12)) - centre;
  const double reach = distance < 0 ? centre - log(range.low) : log(range.high) - centre;
  const double odds_at_edge = log((1 + level) / (1 - level));
  return 1 / (1 + exp(-distance / reach * odds_at_edge));
}

double Peers::percentile(double followers, double ratio) const {
  constexpr double least = model::prior("percentile.least");
  return std::clamp(below(followers, ratio, typical(followers).level), least, 1 - least);
}

double Peers::tail(double followers, double ratio) const {
  const double level = supports_tails(followers) ? typical(followers).level : model::prior("peers.unstated");
  return below(followers, ratio, level);
}

bool Peers::supports_tails(double followers) const {
  const Place p = place(followers);
  const double needed = model::prior("peers.in_tail") / model::prior("position.far");
  for (const std::size_t row : {p.first, p.second}) {
    if (!rows[row].counted || rows[row].n < needed) return false;
  }
  return true;
}

double Peers::count(double followers) const {
  const Place p = place(followers);
  return std::min(rows[p.first].n, rows[p.second].n);
}

}  // namespace plumb
