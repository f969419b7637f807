/// @file
/// @brief The caps on a snapshot. The readers cut to them; the core refuses what is beyond.
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumb::limits {

inline constexpr std::size_t bytes = 8u << 20;       ///< of the whole snapshot
inline constexpr std::size_t depth = 16;             ///< nested arrays and objects
inline constexpr std::size_t text = 4096;            ///< code points of one text
inline constexpr std::size_t posts = 1000;
inline constexpr std::size_t comments = 20000;
inline constexpr std::size_t people = 20000;
inline constexpr std::size_t history = 1000;
inline constexpr std::size_t peers = 200;
inline constexpr std::size_t sources = 200;
inline constexpr std::size_t missing = 200;
inline constexpr std::size_t links = 50;             ///< also sponsors and collaborators of one post
inline constexpr std::size_t gone = 1000;            ///< posts that one reading of history found gone
inline constexpr std::size_t items = 1000;  ///< that one signal of the report points at: a person looks at few
inline constexpr std::int64_t count = 1000000000000;  ///< 10^12

}  // namespace plumb::limits
