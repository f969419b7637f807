#include "wasm/core/stats/robust.hpp"

#include <catch2/catch.hpp>

using plumb::median;
using plumb::robust_deviation;

TEST_CASE("The median is the middle value, or the middle of two; none for none") {
  std::vector<double> none, odd{5, 1, 3}, even{4, 1, 3, 2};
  CHECK_FALSE(median(none));
  CHECK(median(odd) == 3);
  CHECK(median(even) == 2.5);
}

TEST_CASE("The robust deviation is 1.4826 median distances, whatever one odd value is") {
  const std::vector<double> values{1, 2, 3, 4, 5};
  CHECK(robust_deviation(values, 3) == Approx(1.4826));
  const std::vector<double> odd{1, 2, 3, 4, 1000};
  CHECK(robust_deviation(odd, 3) == Approx(1.4826));
  CHECK(robust_deviation(std::vector<double>{7}, 7) == 0);
}
