/// @file
/// @brief The snapshot's fields as tables: which key of which object holds what, and where it goes.
///
/// Mirrors wasm/schema/snapshot.schema.json; a test reads the schema and compares. Used by read_snapshot() only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "snapshot.hpp"

namespace plumb {

enum class FieldType : std::uint8_t {
  text,
  boolean,
  integer,
  count,
  time,
  captured_time,
  number,
  measure,
  choice,
  schema_name,
  object,
  objects,
  texts,
  any
};

/// The objects of a snapshot.
enum class ObjectKind : std::uint8_t {
  snapshot,
  viewer,
  profile,
  post,
  comment,
  person,
  reading,
  peer,
  prediction,
  source,
  missing,
  count
};

/// One scalar as read, already checked against its FieldType.
struct FieldValue {
  std::string_view text;
  bool flag = false;
  std::int64_t integer = 0;
  double number = 0;
  Count count;
};

/// One key that the schema knows.
struct Field {
  std::string_view name;
  FieldType type = FieldType::text;
  void (*set)(void* object, const FieldValue& value) = nullptr;  ///< stores a scalar, or appends to `texts`
  void* (*open)(void* object) = nullptr;                         ///< the child of `object`, a new one for `objects`
  ObjectKind child = ObjectKind::snapshot;                       ///< of `object` and `objects`
  std::size_t cap = 0;                                           ///< most elements of `objects` and `texts`
  std::span<const std::string_view> choices = {};                ///< of `choice`; `set` gets the index in `integer`
  bool required = false;
};

/// All fields of one kind of object, at most 64.
std::span<const Field> fields_of(ObjectKind kind);

}  // namespace plumb
