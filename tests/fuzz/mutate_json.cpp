// Mutates a snapshot as a snapshot: bytes changed at random are hardly ever JSON, and what is refused early shows nothing.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/core/random_snapshot.hpp"

using Json = nlohmann::ordered_json;
using plumb::test::Random;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

void collect(Json& node, std::vector<Json*>& nodes) {
  nodes.push_back(&node);
  if (node.is_structured()) {
    for (auto& child : node) collect(child, nodes);
  }
}

/// Nested deeper than anything that is read: left to the mutations of bytes, for it would end the stack here.
bool is_deep(const std::uint8_t* data, std::size_t size) {
  int depth = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] == '{' || data[i] == '[') ++depth;
    if (depth > 64) return true;
    if (data[i] == '}' || data[i] == ']') --depth;
  }
  return false;
}

std::size_t index(Random& random, std::size_t size) {
  return static_cast<std::size_t>(random.below(static_cast<std::int64_t>(size)));
}

Json other_number(Random& random, const Json& old) {
  const Json values[] = {0, 1, 2, 11, 999, 1000000, 1000000000000, 1000000000001, -1, 0.5, 1e300};
  if (random.chance(0.5)) return random.pick(values);
  const double scaled = std::clamp(old.get<double>(), -1e13, 1e13) * std::exp(2 * random.normal());
  return random.chance(0.9) ? Json(static_cast<std::int64_t>(scaled)) : Json(scaled);
}

Json other_text(Random& random, const std::string& old) {
  const char* texts[] = {"",
                         "2026-11-22T10:00:00Z",
                         "0000-01-01T00:00:00+23:59",
                         "9999-12-31T23:59:60-23:59",
                         "en",
                         "ＦＲＥＥ crypto @win_77",
                         "P U L A U 7 7 7",
                         "e\xCC\x81\xCC\xB6\xCC\xB6\xCC\xB6",
                         "👨‍👩‍👧",
                         "giveaway",
                         "instagram",
                         "\xE2\x80\xAE"};
  if (random.chance(0.3)) return random.pick(texts);
  if (random.chance(0.1)) return std::string(index(random, 5000), old.empty() ? 'x' : old[0]);
  std::string bytes = old;
  bytes.resize(old.size() + 16);
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), old.size(), bytes.size()));
  return bytes;
}

/// Another value of the same type, a place moved, copied or dropped, or a value of another type.
void change(Json& root, Random& random) {
  std::vector<Json*> nodes;
  collect(root, nodes);
  Json& node = *nodes[index(random, nodes.size())];
  const auto other = [&] { return Json(*nodes[index(random, nodes.size())]); };  // a copy: it may hold the node
  if (random.chance(0.05)) node = other();
  else if (random.chance(0.02)) node = nullptr;
  else if (node.is_number()) node = other_number(random, node);
  else if (node.is_string()) node = other_text(random, node.get<std::string>());
  else if (node.is_boolean()) node = !node.get<bool>();
  else if (node.is_array() && !node.empty()) {
    const std::size_t at = index(random, node.size());
    if (random.chance(0.3)) node.erase(at);
    else if (random.chance(0.5)) node.push_back(Json(node[at]));
    else std::swap(node[at], node[index(random, node.size())]);
  } else if (node.is_object() && !node.empty()) {
    auto at = node.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(index(random, node.size())));
    if (random.chance(0.5)) node.erase(at);
    else at.value() = other();
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  Random random(seed);
  if (random.chance(0.15) || is_deep(data, size)) return LLVMFuzzerMutate(data, size, most);
  Json json = Json::parse(data, data + size, nullptr, false);
  if (json.is_discarded()) return LLVMFuzzerMutate(data, size, most);
  for (std::int64_t times = 1 + random.below(4); times > 0; --times) change(json, random);
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}
