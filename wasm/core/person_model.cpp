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

}  // namespace

const PersonModel& person_model() {
  static constexpr PersonModel model{
      {{key("counts.intercept"), counts_rows}, key("counts.flag.centre"), key("counts.flag.spread")},
      {{key("names.intercept"), names_rows}, key("names.flag.centre"), key("names.flag.spread")}};
  return model;
}

}  // namespace plumb
