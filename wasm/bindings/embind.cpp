/// @file
/// @brief The WebAssembly door. The only file that knows Emscripten.
#include <emscripten/bind.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../core/score.hpp"

namespace {

/// See plumb::score(). The text must be well-formed UTF-16: JavaScript calls `toWellFormed()` first.
std::string score(const std::string& text, bool details) { return plumb::score(text, details); }

/// @param without  ids of signals and benchmark rows that are not to be used, with a comma between them
std::string score_without(const std::string& text, bool details, const std::string& without) {
  std::vector<std::string_view> ids;
  for (std::string_view rest = without; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    ids.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return plumb::score(text, details, ids);
}

}  // namespace

EMSCRIPTEN_BINDINGS(plumb) {
  emscripten::function("score", &score);
  emscripten::function("scoreWithout", &score_without);
}
