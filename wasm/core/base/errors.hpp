/// @file
/// @brief The one list of failures, and the refusal that carries one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumb {

enum class ErrorCode : std::uint8_t {
  not_json,             ///< the text is not JSON (RFC 8259)
  not_utf8,             ///< the bytes are not UTF-8
  too_large,            ///< beyond a cap of limits.hpp
  too_deep,             ///< nested deeper than limits.hpp allows
  duplicate_key,        ///< a key that the schema knows stands twice in one object
  missing_field,        ///< a required field is absent
  wrong_type,           ///< a known field holds another type
  unknown_value,        ///< a text outside the schema's list
  number_out_of_range,  ///< negative, fractional, above 10^12, or low above high
  bad_time,             ///< not an RFC 3339 time, or no such day
  not_a_profile,        ///< (readers only)
  not_readable,         ///< (readers only)
  internal              ///< a defect of ours
};

/// Why a snapshot was refused.
struct Refusal {
  ErrorCode code = ErrorCode::internal;
  std::string at;  ///< the place, such as `posts[3].likes`; empty where the whole text is meant
};

/// The code as the contract writes it, such as "not_json".
std::string_view name_of(ErrorCode code);

/// One sentence for people.
std::string_view sentence_for(ErrorCode code);

}  // namespace plumb
