/// @file
/// @brief Near-copies among many short texts in linear time: one-permutation MinHash and banding.
///
/// Broder 1997 (resemblance by MinHash); Li, Owen & Zhang 2012 (one permutation); Indyk & Motwani 1998 (banding).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace plumb::text {

inline constexpr std::size_t signature_size = 16;

/// Minima of the hashed 4-character shingles of a text, one for each of 16 classes of hashes.
using Signature = std::array<std::uint32_t, signature_size>;

/// @param plain  Shape::plain; shorter than 4 characters counts as one shingle
Signature signature(std::span<const char32_t> plain);

/// Share of equal minima: estimates the Jaccard likeness of the shingle sets, error about ±0.12.
double likeness(const Signature& a, const Signature& b);

/// The near-copies of a text.
struct NearCopies {
  std::uint32_t count = 1;   ///< texts alike, itself counted
  std::uint64_t group = 0;   ///< the same for texts that are copies of one; 0 where there is none
};

/// Near-copies of each text of the set: likeness ≥ ½ to the first of a common band.
/// Does not depend on the order of the texts. O(n log n) with n sorted words only.
std::vector<NearCopies> find_near_copies(std::span<const Signature> signatures);

}  // namespace plumb::text
