/// @file
/// @brief Real personal accounts with injected bought followers, and real labelled accounts as the sample that is seen.
///
/// The first benchmark of the method: posts from hand-checked organic accounts (instafake), people from one labelled
/// population that neither the classifier nor its rates have seen.
#pragma once

#include <cstdint>
#include <vector>

#include "cases.hpp"
#include "data_files.hpp"

namespace calibration {

inline constexpr double injected_shares[] = {0, 0.1, 0.2, 0.3, 0.5, 0.7};

/// The newest posts are left out: when they were read they may have been hours old.
inline constexpr std::size_t young_posts = 2;

/// What of the people a list shows.
enum class Shown { nothing, names, counts };

struct SemiSyntheticPlan {
  double phi = 0;
  std::size_t posts = 12;
  std::size_t people = 30;
  Shown shown = Shown::counts;
  plumb::Platform platform = plumb::Platform::instagram;
};

/// One account: its newest posts, its followers divided by 1 − φ, and a sample of people drawn from the pool without
/// replacement, each one a bought follower with probability φ.
/// @param account  with at least young_posts + plan.posts + 1 posts; the one after those shown is kept back as the next post
Case semi_synthetic_case(const OrganicAccount& account, const Population& pool, const SemiSyntheticPlan& plan,
                         std::uint64_t seed);

}  // namespace calibration
