#include "sample.hpp"

namespace plumb::signals {

std::optional<Evidence> people_who_like(const Observed& observed) { return engaged_people(observed, Relation::liker); }

}  // namespace plumb::signals
