#include "lexicon.hpp"

namespace plumb::text {

Lexicon::Lexicon(std::span<const std::pair<std::uint64_t, std::uint32_t>> terms) {
  std::size_t size = 16;
  while (size < 2 * terms.size()) size *= 2;
  slots_.resize(size);
  mask_ = size - 1;
  for (const auto& [hash, bits] : terms) {
    std::size_t i = hash & mask_;
    while (slots_[i].bits != 0 && slots_[i].hash != hash) i = (i + 1) & mask_;
    slots_[i].hash = hash;
    slots_[i].bits |= bits;
  }
}

}  // namespace plumb::text
