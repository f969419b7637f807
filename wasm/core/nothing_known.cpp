/// @file
/// @brief Stands in for the classifiers of people and comments until they are there: nothing is known of anybody.
#include "comment_kinds.hpp"
#include "people.hpp"

namespace plumb {

std::optional<PersonScore> score_person(const Person&, std::optional<Time>) { return {}; }
std::vector<CommentScore> score_comments(const Snapshot& snapshot) {
  return std::vector<CommentScore>(snapshot.comments.size());
}

}  // namespace plumb
