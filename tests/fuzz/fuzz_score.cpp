// Any bytes: an answer of one line, a report or a refusal, the same twice.
#include <nlohmann/json.hpp>
#include <string>

#include "claim.hpp"
#include "wasm/core/score.hpp"

using plumb::fuzz::claim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = plumb::fuzz::as_text(data, size);
  const std::string answer = plumb::score(text, true);
  const bool report = answer.starts_with(R"({"schema":"plumb.report/2")");
  const bool refusal = answer.starts_with(R"({"error":{"code":")");
  claim(report != refusal, "an answer is a report or a refusal");
  claim(answer.find('\n') == std::string::npos, "an answer is one line");
  claim(!refusal || answer.find(R"("internal")") == std::string::npos, "no refusal speaks of a defect");
  // Scoring takes most of the time: one input in eight is scored twice, and read as JSON.
  if (size % 8 != 0) return 0;
  claim(plumb::score(text, true) == answer, "the same text gives the same bytes");
  claim(nlohmann::json::accept(answer), "an answer is JSON");
  return 0;
}
