#include "data/people_scorecard.hpp"
#include "data/people_sensitivity.hpp"
#include "people.hpp"
#include "stats/scorecard_table.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::people_sensitivity, name); }

constexpr auto counts_rows = table::scorecard_rows<table::scorecard_size(data::people_scorecard, "counts")>(
    data::people_scorecard, "counts", person_feature_names);
constexpr auto names_rows = table::scorecard_rows<table::scorecard_size(data::people_scorecard, "names")>(
    data::people_scorecard, "names", person_feature_names);

/// The keys of one card all begin with its name.
#define PLUMB_PERSON_TABLE(card)                                                                      \
  {{key(#card ".intercept"), card##_rows}, key(#card ".flag.centre"), key(#card ".flag.spread"),      \
   {key(#card ".se"), key(#card ".fp"), key(#card ".spread"), key(#card ".spread.others")}}

}  // namespace

const PersonModel& person_model() {
  static constexpr PersonModel model{PLUMB_PERSON_TABLE(counts), PLUMB_PERSON_TABLE(names)};
  return model;
}

}  // namespace plumb
