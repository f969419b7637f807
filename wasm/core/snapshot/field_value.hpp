/// @file
/// @brief One scalar of the JSON text against what its field allows.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "base/errors.hpp"
#include "snapshot_fields.hpp"

namespace plumb {

/// A scalar as the JSON layer gives it.
struct Scalar {
  enum class Type : std::uint8_t { null, boolean, integer, fraction, text } type = Type::null;
  bool flag = false;
  std::int64_t integer = 0;
  double number = 0;  ///< set for integer, too
  std::string_view text;

  bool is_count() const;  ///< a whole number from 0 to limits::count
};

/// Whether a text has no more code points than limits::text.
bool is_short_enough(std::string_view text);

/// @param field  of any type but `any`, `object` and `objects`
/// @return what `field.set` stores, or why the scalar is refused
std::variant<FieldValue, ErrorCode> check_value(const Field& field, const Scalar& value);

}  // namespace plumb
