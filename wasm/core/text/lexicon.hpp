/// @file
/// @brief Looks words and phrases of up to three words up in a fixed list.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace plumb::text {

/// A table from word hashes to sets of uses (one bit each). Open addressing, at most half full.
class Lexicon {
 public:
  /// @param terms  hash of a word or phrase (word_hash) and its bit; a term may occur with several bits
  explicit Lexicon(std::span<const std::pair<std::uint64_t, std::uint32_t>> terms);

  /// Bits of a hash; 0 where the list has none.
  std::uint32_t find(std::uint64_t hash) const {
    for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
      if (slots_[i].hash == hash) return slots_[i].bits;
      if (slots_[i].bits == 0) return 0;
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t bits = 0;
  };
  std::vector<Slot> slots_;
  std::size_t mask_;
};

}  // namespace plumb::text
