#include "sample.hpp"

namespace plumb::signals {

std::optional<Evidence> people_with_counts(const Observed& observed) {
  return followers_of(observed, Visibility::counts);
}

}  // namespace plumb::signals
