/// @file
/// @brief One case of a measurement: what is shown, and what is true.
#pragma once

#include <optional>
#include <string>

#include "core/snapshot/snapshot.hpp"

namespace calibration {

struct Truth {
  double phi = 0;                   ///< share of the followers that are not real, reachable people
  double gamma = 0;                 ///< share of the visible engagement that is not organic
  std::optional<double> next_post;  ///< what the next post got, as nextPost predicts it
  std::optional<double> typical;    ///< median organic engagement of the latest 24 posts, seen or not
  std::optional<double> dormant;    ///< part of phi that nobody bought
};

struct Case {
  plumb::Snapshot snapshot;
  Truth truth;
  std::string family;      ///< attack or oddity
  std::string visibility;  ///< what the page shows
  std::string pool;        ///< where the people come from
};

}  // namespace calibration
