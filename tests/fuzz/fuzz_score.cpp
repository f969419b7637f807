// Any bytes: an answer of one line, a report or a refusal, the same twice, finite throughout.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "wasm/core/score.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string answer = plumb::score(text, true);
  const bool report = answer.rfind(R"({"schema":"plumb.report/1")", 0) == 0;
  const bool refusal = answer.rfind(R"({"error":{"code":")", 0) == 0;
  if (report == refusal || answer.find('\n') != std::string::npos) std::abort();
  if (answer.find(R"("internal")") != std::string::npos && refusal) std::abort();
  if (plumb::score(text, true) != answer) std::abort();
  return 0;
}
