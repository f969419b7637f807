#include "signal.hpp"

#include "stats/elementary.hpp"

namespace plumb {
namespace {

/// λ by its row of wasm/data/priors.tsv; 1 for what shares nothing with the rest of its family.
consteval double weight_of(std::string_view row) { return row == "1" ? 1 : model::prior(row); }

/// Not constexpr: a check that there is none of does not compile.
void no_such_check() {}

/// "comments+returning" as a set; "none" is empty.
consteval CheckSet checks_of(std::string_view names) {
  CheckSet set = 0;
  while (!names.empty() && names != "none") {
    const std::string_view one = table::cut(names, '+');
    std::size_t id = 0;
    while (id < check_names.size() && check_names[id] != one) ++id;
    if (id == check_names.size()) no_such_check();
    set |= static_cast<CheckSet>(1u << id);
  }
  return set;
}

constexpr Signal list[] = {
#define PLUMB_ENTRY(id, family, on, weight, verdict, checks) \
  {SignalId::id, Family::family, On::on, weight_of(weight), verdict, signals::id, checks_of(checks)},
    PLUMB_SIGNALS(PLUMB_ENTRY)
#undef PLUMB_ENTRY
};

}  // namespace

std::span<const Signal> all_signals() { return list; }

const Signal& signal_of(SignalId id) { return list[static_cast<std::size_t>(id)]; }

double odds_cap() {
  static const double cap = log(model::prior("signal.odds"));
  return cap;
}

}  // namespace plumb
