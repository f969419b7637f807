#include "read_snapshot.hpp"

#include <optional>
#include <vector>

#define JSON_NOEXCEPTION 1
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "field_value.hpp"
#include "snapshot_fields.hpp"
#include "text/utf8.hpp"

namespace plumb {
namespace {

/// One open object or array.
struct Frame {
  ObjectKind kind = ObjectKind::snapshot;
  bool array = false;
  bool lenient = false;          ///< the value of a source: anything is allowed, a count is taken
  const Field* field = nullptr;  ///< the field that this object or array is the value of
  const Field* next = nullptr;   ///< in an object: the field that the next value belongs to; null if unknown
  void* object = nullptr;
  std::size_t length = 0;        ///< in an array: elements begun so far
  std::uint64_t seen = 0;        ///< in an object: one bit for each known key met
};

/// Receives the events of the JSON layer and fills the snapshot. After the first failure of meaning it goes on only
/// to find out whether the rest is JSON at all.
class SnapshotReader {
 public:
  Snapshot snapshot;
  std::optional<Refusal> refusal;

  // The names of these members are the library's.
  bool null() { return scalar({}); }
  bool boolean(bool v) { return scalar({.type = Scalar::Type::boolean, .flag = v}); }
  bool number_integer(std::int64_t v) { return whole(v); }
  bool number_unsigned(std::uint64_t v) {
    const bool fits = v <= static_cast<std::uint64_t>(limits::count);
    return scalar({.type = Scalar::Type::integer,
                   .integer = fits ? static_cast<std::int64_t>(v) : limits::count + 1,
                   .number = static_cast<double>(v)});
  }
  bool number_float(double v, const std::string&) {
    const bool is_whole = v >= -9e15 && v <= 9e15 && v == static_cast<double>(static_cast<std::int64_t>(v));
    if (is_whole) return whole(static_cast<std::int64_t>(v));
    return scalar({.type = Scalar::Type::fraction, .number = v});
  }
  bool string(std::string& v) { return scalar({.type = Scalar::Type::text, .text = v}); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(false); }
  bool start_array(std::size_t) { return open(true); }
  bool key(std::string& name);
  bool end_object();
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) {
    constexpr int number_overflow = 406;
    if (error.id != number_overflow) {
      refusal = Refusal{ErrorCode::not_json, ""};
    } else if (!refusal) {
      refusal = Refusal{ErrorCode::number_out_of_range, path({})};
    }
    return false;
  }

 private:
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;
  std::size_t skipped_depth_ = 0;  ///< open containers inside a value that is ignored
  Count count_;                    ///< the count being read, when it is an object

  bool ignoring() const { return refusal.has_value() || skipped_depth_ > 0; }
  bool whole(std::int64_t v) {
    return scalar({.type = Scalar::Type::integer, .integer = v, .number = static_cast<double>(v)});
  }
  bool scalar(const Scalar& value);
  bool open(bool array);
  bool close();
  void store(const Field& field, void* object, const Scalar& value);
  void store_leniently(Frame& frame, const Scalar& value);
  void open_child(const Field& field, bool array);
  /// The field that the value that begins now belongs to; null when it is to be ignored. Counts array elements.
  const Field* begin_value();
  bool refuse(ErrorCode code, std::string_view below = {});
  std::string path(std::string_view below) const;
};

std::string SnapshotReader::path(std::string_view below) const {
  std::string text;
  for (const auto& frame : frames_) {
    if (frame.array) {
      text += '[' + std::to_string(frame.length == 0 ? 0 : frame.length - 1) + ']';
    } else if (frame.next != nullptr) {
      if (!text.empty()) text += '.';
      text += frame.next->name;
    }
  }
  if (!below.empty()) {
    if (!text.empty()) text += '.';
    text += below;
  }
  return text;
}

/// @return false only where it makes no sense to read on
bool SnapshotReader::refuse(ErrorCode code, std::string_view below) {
  if (!refusal) refusal = Refusal{code, path(below)};
  return code != ErrorCode::too_large;
}

const Field* SnapshotReader::begin_value() {
  if (frames_.empty()) return nullptr;
  Frame& frame = frames_.back();
  if (!frame.array) return frame.next;
  ++frame.length;
  return frame.field;
}

bool SnapshotReader::scalar(const Scalar& value) {
  if (ignoring()) return true;
  if (frames_.empty()) return refuse(ErrorCode::wrong_type);
  Frame& frame = frames_.back();
  if (frame.lenient) {
    store_leniently(frame, value);
    return true;
  }
  const bool element = frame.array;
  const Field* field = begin_value();
  if (field == nullptr) return true;
  if (element && frame.length > field->cap) {
    frames_.pop_back();  // the place is the array, not the element beyond it
    return refuse(ErrorCode::too_large);
  }
  if (field->type == FieldType::objects || field->type == FieldType::object ||
      (field->type == FieldType::texts && !element)) {
    return refuse(ErrorCode::wrong_type);
  }
  store(*field, frame.object, value);
  return !(refusal && refusal->code == ErrorCode::too_large);
}

void SnapshotReader::store_leniently(Frame& frame, const Scalar& value) {
  auto* source = static_cast<Source*>(frame.object);
  if (frame.next == nullptr || !value.is_count()) return;
  frame.seen |= frame.next == &fields_of(ObjectKind::count)[0] ? 1u : 2u;
  frame.next->set(&count_, {.integer = value.integer});
  if (frame.seen == 3 && count_.low <= count_.high) source->count = count_;
}

void SnapshotReader::store(const Field& field, void* object, const Scalar& value) {
  if (field.type == FieldType::any) {
    auto* source = static_cast<Source*>(object);
    if (value.is_count()) source->count = Count{value.integer, value.integer};
    if (value.type == Scalar::Type::text && is_short_enough(value.text)) source->text = std::string(value.text);
    return;
  }
  const auto checked = check_value(field, value);
  if (const auto* code = std::get_if<ErrorCode>(&checked)) {
    refuse(*code);
  } else {
    field.set(object, *std::get_if<FieldValue>(&checked));
  }
}

void SnapshotReader::open_child(const Field& field, bool array) {
  Frame& parent = frames_.back();
  const bool wants_array = (field.type == FieldType::objects || field.type == FieldType::texts) && !parent.array;
  if (field.type == FieldType::any) {
    if (array) {
      ++skipped_depth_;
      return;
    }
    count_ = {};
    frames_.push_back({.kind = ObjectKind::count, .lenient = true, .field = &field, .object = parent.object});
  } else if (array != wants_array) {
    refuse(ErrorCode::wrong_type);
  } else if (array) {
    frames_.push_back({.kind = parent.kind, .array = true, .field = &field, .object = parent.object});
  } else if (field.type == FieldType::count) {
    count_ = {};
    frames_.push_back({.kind = ObjectKind::count, .field = &field, .object = &count_});
  } else if (field.type == FieldType::object || field.type == FieldType::objects) {
    void* child = field.open(parent.object);
    frames_.push_back({.kind = field.child, .field = &field, .object = child});
  } else {
    refuse(ErrorCode::wrong_type);
  }
}

bool SnapshotReader::open(bool array) {
  if (depth_ == limits::depth) {
    refusal = Refusal{ErrorCode::too_deep, path({})};
    return false;
  }
  ++depth_;
  if (ignoring()) {
    skipped_depth_ += skipped_depth_ > 0;
    return true;
  }
  if (frames_.empty()) {
    if (array) return refuse(ErrorCode::wrong_type);
    frames_.push_back({.object = &snapshot});
    return true;
  }
  const bool element = frames_.back().array;
  const Field* field = frames_.back().lenient ? nullptr : begin_value();
  if (field == nullptr) {
    ++skipped_depth_;
    return true;
  }
  if (element && frames_.back().length > field->cap) {
    frames_.pop_back();
    return refuse(ErrorCode::too_large);
  }
  open_child(*field, array);
  return true;
}

bool SnapshotReader::key(std::string& name) {
  if (ignoring()) return true;
  Frame& frame = frames_.back();
  const auto fields = fields_of(frame.kind);
  frame.next = nullptr;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name != name) continue;
    frame.next = &fields[i];
    if (frame.lenient) break;
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((frame.seen & bit) != 0) refuse(ErrorCode::duplicate_key);
    frame.seen |= bit;
    break;
  }
  return true;
}

bool SnapshotReader::close() {
  --depth_;
  if (refusal) return true;
  if (skipped_depth_ > 0) {
    --skipped_depth_;
    return true;
  }
  frames_.pop_back();
  return true;
}

bool SnapshotReader::end_object() {
  if (ignoring() || frames_.back().lenient) return close();
  Frame& frame = frames_.back();
  frame.next = nullptr;
  const auto fields = fields_of(frame.kind);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].required && (frame.seen >> i & 1) == 0) {
      refuse(ErrorCode::missing_field, fields[i].name);
      return close();
    }
  }
  if (frame.kind == ObjectKind::count) {
    const Field* field = frame.field;
    close();
    if (count_.low > count_.high) return refuse(ErrorCode::number_out_of_range);
    field->set(frames_.back().object, {.count = count_});
    return true;
  }
  return close();
}

}  // namespace

std::variant<Snapshot, Refusal> read_snapshot(std::string_view json) {
  if (json.size() > limits::bytes) return Refusal{ErrorCode::too_large, ""};
  // The library refuses what is not UTF-8 as well, but has one code for all that is not JSON.
  const auto refused = [json](Refusal why) { return text::is_utf8(json) ? why : Refusal{ErrorCode::not_utf8, ""}; };
  // The library takes a NUL for the end of the text.
  if (json.find('\0') != std::string_view::npos) return refused({ErrorCode::not_json, ""});
  SnapshotReader reader;
  nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
  if (reader.refusal) return refused(*std::move(reader.refusal));
  return std::move(reader.snapshot);
}

}  // namespace plumb
