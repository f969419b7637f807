#include "field_value.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "rfc3339.hpp"
#include "text/utf8.hpp"

namespace plumb {
namespace {

using Checked = std::variant<FieldValue, ErrorCode>;

Checked check_text(const Field& field, const Scalar& value) {
  if (!is_short_enough(value.text)) return ErrorCode::too_large;
  if (field.required && value.text.empty()) return ErrorCode::missing_field;
  return FieldValue{.text = value.text};
}

Checked check_choice(std::span<const std::string_view> choices, const Scalar& value) {
  const auto found = std::find(choices.begin(), choices.end(), value.text);
  if (found == choices.end()) return ErrorCode::unknown_value;
  return FieldValue{.text = value.text, .integer = found - choices.begin()};
}

Checked check_time(const Scalar& value) {
  const auto time = parse_time(value.text);
  if (!time) return ErrorCode::bad_time;
  return FieldValue{.text = value.text, .integer = *time};
}

Checked check_number(const Field& field, const Scalar& value) {
  const bool counts = field.type == FieldType::integer || field.type == FieldType::count;
  if (counts && !value.is_count()) return ErrorCode::number_out_of_range;
  if (field.type == FieldType::measure && (value.number < 0 || value.number > static_cast<double>(limits::count))) {
    return ErrorCode::number_out_of_range;
  }
  return FieldValue{.integer = value.integer, .number = value.number, .count = {value.integer, value.integer}};
}

/// The type of scalar that a field holds; `fraction` stands for any number.
Scalar::Type wanted(FieldType type) {
  switch (type) {
    case FieldType::boolean: return Scalar::Type::boolean;
    case FieldType::integer:
    case FieldType::count:
    case FieldType::number:
    case FieldType::measure: return Scalar::Type::fraction;
    default: return Scalar::Type::text;
  }
}

}  // namespace

bool Scalar::is_count() const { return type == Type::integer && integer >= 0 && integer <= limits::count; }

bool is_short_enough(std::string_view text) {
  return text.size() <= limits::text || text::code_points(text) <= limits::text;
}

std::variant<FieldValue, ErrorCode> check_value(const Field& field, const Scalar& value) {
  static constexpr std::array<std::string_view, 1> schema_names{"plumb.snapshot/1"};
  const auto given = value.type == Scalar::Type::integer ? Scalar::Type::fraction : value.type;
  if (given != wanted(field.type)) return ErrorCode::wrong_type;
  switch (field.type) {
    case FieldType::boolean: return FieldValue{.flag = value.flag};
    case FieldType::integer:
    case FieldType::count:
    case FieldType::number:
    case FieldType::measure: return check_number(field, value);
    case FieldType::time:
    case FieldType::captured_time: return check_time(value);
    case FieldType::choice: return check_choice(field.choices, value);
    case FieldType::schema_name: return check_choice(schema_names, value);
    default: return check_text(field, value);
  }
}

}  // namespace plumb
