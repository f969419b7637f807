#include "errors.hpp"

#include <array>
#include <cstddef>

namespace plumb {
namespace {

struct Entry {
  std::string_view name, sentence;
};

constexpr std::array<Entry, 13> entries{{
    {"not_json", "The text is not valid JSON."},
    {"not_utf8", "The text is not valid UTF-8."},
    {"too_large", "The snapshot is larger than the limits allow."},
    {"too_deep", "The snapshot is nested too deeply."},
    {"duplicate_key", "A key stands twice in one object."},
    {"missing_field", "A required field is missing."},
    {"wrong_type", "A field has the wrong type."},
    {"unknown_value", "A field has a value that is not in the list."},
    {"number_out_of_range", "A number is not a whole number between 0 and 10^12."},
    {"bad_time", "A time is not an RFC 3339 time."},
    {"not_a_profile", "The page is not a profile."},
    {"not_readable", "The page could not be read."},
    {"internal", "The core failed; this is a defect."},
}};

}  // namespace

std::string_view name_of(ErrorCode code) { return entries[static_cast<std::size_t>(code)].name; }
std::string_view sentence_for(ErrorCode code) { return entries[static_cast<std::size_t>(code)].sentence; }

}  // namespace plumb
