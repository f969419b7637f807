#include "likeness.hpp"

#include <algorithm>

namespace plumb::text {
namespace {

constexpr std::size_t shingle = 4, band_rows = 2, bands = signature_size / band_rows;
constexpr std::uint32_t empty = 0xFFFFFFFFu;

std::uint64_t mixed(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDull;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ull;
  return h ^ (h >> 33);
}

/// Classes without a shingle borrow from the next one that has some, marked by the distance (Shrivastava & Li 2014).
void fill_empty(Signature& s) {
  const Signature own = s;
  for (std::size_t i = 0; i < signature_size; ++i) {
    std::size_t away = 0;
    while (away < signature_size && own[(i + away) % signature_size] == empty) ++away;
    if (away == 0 || away == signature_size) continue;
    s[i] = own[(i + away) % signature_size] ^ static_cast<std::uint32_t>(away * 0x9E3779B9u);
  }
}

std::uint64_t key_of(const Signature& s) {
  std::uint64_t key = 0x9E3779B97F4A7C15ull;
  for (const std::uint32_t least : s) key = mixed(key ^ least);
  return key | 1;
}

}  // namespace

Signature signature(std::span<const char32_t> plain) {
  Signature s;
  s.fill(empty);
  const auto take = [&s](std::uint64_t packed) {
    const std::uint64_t h = mixed(packed);
    std::uint32_t& least = s[h >> 60];
    least = std::min(least, static_cast<std::uint32_t>(h));
  };
  std::uint64_t window = 0;  // 16 bits of each of the last four characters
  for (std::size_t i = 0; i < plain.size(); ++i) {
    window = (window << 16) ^ (plain[i] & 0xFFFF) ^ (plain[i] >> 16);
    if (i + 1 >= shingle) take(window);
  }
  if (plain.size() < shingle) take(window);
  fill_empty(s);
  return s;
}

double likeness(const Signature& a, const Signature& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < signature_size; ++i) equal += a[i] == b[i];
  return static_cast<double>(equal) / signature_size;
}

std::vector<NearCopies> find_near_copies(std::span<const Signature> signatures) {
  std::vector<NearCopies> copies(signatures.size());
  struct Entry {
    std::uint64_t key;
    std::uint32_t index;
  };
  std::vector<Entry> entries(signatures.size());
  for (std::size_t band = 0; band < bands; ++band) {
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      const Signature& s = signatures[i];
      entries[i] = {mixed((std::uint64_t{s[band * band_rows]} << 32) | s[band * band_rows + 1]), i};
    }
    // Within a band the least signature leads, whatever the order of the input.
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin + 1;
      while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
      if (end - begin > 1) {
        const Signature* leader = &signatures[entries[begin].index];
        for (std::size_t k = begin + 1; k < end; ++k) {
          if (signatures[entries[k].index] < *leader) leader = &signatures[entries[k].index];
        }
        std::uint32_t alike = 0;
        for (std::size_t k = begin; k < end; ++k) alike += likeness(signatures[entries[k].index], *leader) >= 0.5;
        const std::uint64_t group = key_of(*leader);
        for (std::size_t k = begin; k < end && alike > 1; ++k) {
          if (likeness(signatures[entries[k].index], *leader) < 0.5) continue;
          NearCopies& own = copies[entries[k].index];
          // Of equally large ones the same for all, whatever the order of the bands.
          if (alike > own.count || (alike == own.count && group > own.group)) own = {alike, group};
        }
      }
      begin = end;
    }
  }
  return copies;
}

}  // namespace plumb::text
