/// @file
/// @brief How likely one account is not a real, reachable person, from what a list shows of it.
#pragma once

#include <optional>

#include "snapshot.hpp"

namespace plumb {

/// What could be seen of an account decides which table judges it.
enum class Visibility : std::uint8_t { names_only, counts };

struct PersonScore {
  double atypical = 0;  ///< calibrated probability in [0, 1]
  Visibility visibility = Visibility::names_only;
};

/// Scores one account. `counts` needs followers and following; else names only.
/// @param captured_at  time of the snapshot, for the account's age; unknown contributes nothing
/// @return empty when nothing but the relation is known
std::optional<PersonScore> score_person(const Person& person, std::optional<Time> captured_at);

}  // namespace plumb
