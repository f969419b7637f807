/// @file
/// @brief Simulated followers: each account's audience and each vendor's goods are drawn from shifting populations.
#pragma once

#include "core/snapshot/snapshot.hpp"
#include "random.hpp"

namespace calibration {

/// One audience: where its medians lie, and what its vendor sells.
struct Audience {
  double ln_followers, ln_following, ln_posts;  ///< medians of real followers
  double no_avatar, is_private;
  double empty_share, busy_share;               ///< of a vendor's accounts: nothing on them; follows thousands
  bool texts;                                   ///< a platform of short texts
};

Audience draw_audience(plumb::Platform platform, Random& random);
plumb::Person draw_real(const Audience& audience, Random& random);
plumb::Person draw_bought(const Audience& audience, Random& random);
/// A real account that was left years ago.
plumb::Person draw_dormant(const Audience& audience, Random& random);

/// An account that somebody made and never used.
plumb::Person draw_idle(const Audience& audience, Random& random);

}  // namespace calibration
