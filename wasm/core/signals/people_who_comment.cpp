#include "sample.hpp"

namespace plumb::signals {

std::optional<Evidence> people_who_comment(const Observed& observed) {
  return engaged_people(observed, Relation::commenter);
}

}  // namespace plumb::signals
