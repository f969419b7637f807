#include "people.hpp"

#include <algorithm>

#include "stats/elementary.hpp"

namespace plumb {

std::optional<PersonScore> score_person(const Person& person, std::optional<Time> captured_at, Platform platform) {
  const PersonFeatures features = person_features(person, captured_at, platform);
  const bool counts = person.followers && person.following;
  const bool any = std::any_of(features.value.begin(), features.value.end(), [](double v) { return v == v; });
  if (!any) return std::nullopt;
  const PersonTable& table = counts ? person_model().counts : person_model().names;
  const double log_odds = scorecard_sum(table.card, features.value);
  return PersonScore{logistic(log_odds), logistic((log_odds - table.flag_centre) / table.flag_spread),
                     counts ? Visibility::counts : Visibility::names_only};
}

std::vector<std::optional<PersonScore>> score_people(const Snapshot& snapshot) {
  std::vector<std::optional<PersonScore>> people;
  people.reserve(snapshot.people.size());
  for (const auto& person : snapshot.people)
    people.push_back(score_person(person, snapshot.captured_at, snapshot.platform));
  return people;
}

}  // namespace plumb
