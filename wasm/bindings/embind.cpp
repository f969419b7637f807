/// @file
/// @brief The WebAssembly door. The only file that knows Emscripten.
#include <emscripten/bind.h>

#include <string>

#include "../core/score.hpp"

namespace {

/// See plumb::score(). The text must be well-formed UTF-16: JavaScript calls `toWellFormed()` first.
std::string score(const std::string& text, bool details) { return plumb::score(text, details); }

}  // namespace

EMSCRIPTEN_BINDINGS(plumb) { emscripten::function("score", &score); }
