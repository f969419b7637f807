/// @file
/// @brief Writes JSON text: compact, keys in the order given, integers exactly, other numbers with at most 6 significant digits.
///
/// Own code: nlohmann/json writes doubles with up to 17 digits, in which the last bits of a sum would be seen, and builds
/// a document of nodes first.
#pragma once

#include <string>
#include <string_view>

namespace plumb {

/// Builds one JSON text. The caller keeps begin/end in balance; commas come by themselves.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return shut('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return shut(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);  ///< valid UTF-8; control characters are escaped
  /// Rounded to 6 significant digits, half to even on the binary value; never in exponent form from 1e-5 to 1e15;
  /// -0 is 0. A value that is not finite is a defect and is written as 0.
  JsonWriter& number(double value);
  /// A count, or the middle of some: a multiple of 1/4, to its last digit.
  JsonWriter& exactly(double value);
  JsonWriter& integer(long long value);  ///< a count, exactly
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool comma_ = false;

  JsonWriter& open(char c);
  JsonWriter& shut(char c);
  void separate();
};

}  // namespace plumb
