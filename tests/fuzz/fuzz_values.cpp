// Any bytes as one value of a snapshot: a time, a number, a text, against every field that there is.
#include <fuzzer/FuzzedDataProvider.h>
#include <string>

#include "claim.hpp"
#include "wasm/core/base/limits.hpp"
#include "wasm/core/snapshot/field_value.hpp"
#include "wasm/core/snapshot/rfc3339.hpp"

using namespace plumb;
using fuzz::claim;

namespace {

void check_written(std::string_view text) {
  const auto time = parse_time(text);
  if (!time) return;
  const std::string written = format_time(*time);
  claim(written.size() == 20, "a time is written in twenty characters");
  claim(parse_time(written) == time, "a time is read as it was written");
}

void check_value_of(const Field& field, const Scalar& value) {
  const auto checked = check_value(field, value);
  if (const auto* code = std::get_if<ErrorCode>(&checked)) {
    claim(*code != ErrorCode::internal, "no refusal speaks of a defect");
    return;
  }
  const auto& kept = std::get<FieldValue>(checked);
  if (field.type == FieldType::count || field.type == FieldType::integer) {
    claim(kept.integer >= 0 && kept.integer <= limits::count, "a count is within its cap");
    claim(kept.count.low == kept.integer && kept.count.high == kept.integer, "a whole number is exact");
  }
  if (field.type == FieldType::measure) claim(kept.number >= 0, "a measure is not below 0");
  if (field.type == FieldType::choice)
    claim(field.choices[static_cast<std::size_t>(kept.integer)] == value.text, "a choice is in its list");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_written(fuzz::as_text(data, size));
  FuzzedDataProvider bytes(data, size);
  Scalar value;
  value.type = static_cast<Scalar::Type>(bytes.ConsumeIntegralInRange<int>(0, 4));
  value.flag = bytes.ConsumeBool();
  value.integer = bytes.ConsumeIntegral<std::int64_t>();
  value.number =
      value.type == Scalar::Type::integer ? static_cast<double>(value.integer) : bytes.ConsumeFloatingPoint<double>();
  const std::string text = bytes.ConsumeRemainingBytesAsString();
  value.text = text;
  for (int kind = 0; kind <= static_cast<int>(ObjectKind::count); ++kind) {
    for (const Field& field : fields_of(static_cast<ObjectKind>(kind))) {
      const bool scalar =
          field.type != FieldType::any && field.type != FieldType::object && field.type != FieldType::objects;
      if (scalar) check_value_of(field, value);
    }
  }
  return 0;
}
