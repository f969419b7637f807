/// @file
/// @brief The platforms, one for each row of wasm/data/platforms.tsv.
#pragma once

#include <string_view>

#include "data/platforms_enum.hpp"

namespace plumb {

/// A row of the table.
struct PlatformFacts {
  std::string_view name;
  bool texts = false;            ///< its posts are short texts, of which an account writes many
  bool likes = false;            ///< its posts show likes, as far as the readers read them
  bool views = false;            ///< its posts show views, as far as the readers read them
  bool comments = false;         ///< its pages list comments, as far as the readers read them
  bool followers = false;        ///< its pages list followers, as far as the readers read them
  bool follower_counts = false;  ///< they are listed with their own counts; without, only by their names
  bool scrolls = false;          ///< its lists of posts go on: a person can make the page show more
  double tau = 0;                ///< spread of accounts' ln ratio to followers around the line of their size
  double sigma_likes = 0;        ///< spread of ln likes over the posts of one account
  double half_life = 0;          ///< days until half of a post's engagement is there
};

const PlatformFacts& facts_of(Platform platform);

}  // namespace plumb
