#include "signal.hpp"

#include "stats/elementary.hpp"

namespace plumb {
namespace {

/// λ by its row of wasm/data/priors.tsv; 1 for what shares nothing with the rest of its family.
consteval double weight_of(std::string_view row) { return row == "1" ? 1 : model::prior(row); }

constexpr Signal list[] = {
#define PLUMB_ENTRY(id, family, on, weight, verdict) \
  {SignalId::id, Family::family, On::on, weight_of(weight), verdict, signals::id},
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
