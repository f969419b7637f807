#include "sample.hpp"

namespace plumb::signals {

std::optional<Evidence> people_names_only(const Observed& observed) {
  return followers_of(observed, Visibility::names_only);
}

}  // namespace plumb::signals
