#include "snapshot_fields.hpp"

#include <array>
#include <string>
#include <type_traits>

#include "base/limits.hpp"

namespace plumb {
namespace {

template <class Member>
struct OwnerOf;
template <class Owner, class Value>
struct OwnerOf<Value Owner::*> {
  using type = Owner;
};

template <auto member>
auto& at(void* object) {
  return static_cast<typename OwnerOf<decltype(member)>::type*>(object)->*member;
}

template <auto member>
constexpr Field text(std::string_view name) {
  return {.name = name, .type = FieldType::text,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = std::string(v.text); }};
}
template <auto member>
constexpr Field boolean(std::string_view name) {
  return {.name = name, .type = FieldType::boolean,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.flag; }};
}
template <auto member>
constexpr Field integer(std::string_view name) {
  return {.name = name, .type = FieldType::integer,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.integer; }};
}
template <auto member>
constexpr Field count(std::string_view name) {
  return {.name = name, .type = FieldType::count,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.count; }};
}
template <auto member>
constexpr Field time(std::string_view name) {
  return {.name = name, .type = FieldType::time,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.integer; }};
}
/// Any finite number.
template <auto member>
constexpr Field number(std::string_view name) {
  return {.name = name, .type = FieldType::number,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.number; }};
}
/// A number from 0 to 10^12, not necessarily whole.
template <auto member>
constexpr Field measure(std::string_view name) {
  return {.name = name, .type = FieldType::measure,
          .set = [](void* o, const FieldValue& v) { at<member>(o) = v.number; }};
}
template <auto member>
constexpr Field choice(std::string_view name, std::span<const std::string_view> choices, bool required = false) {
  return {.name = name, .type = FieldType::choice,
          .set = [](void* o, const FieldValue& v) {
            auto& target = at<member>(o);
            if constexpr (requires { target.value(); }) {
              target = static_cast<typename std::remove_reference_t<decltype(target)>::value_type>(v.integer);
            } else {
              target = static_cast<std::remove_reference_t<decltype(target)>>(v.integer);
            }
          },
          .choices = choices, .required = required};
}
template <auto member>
constexpr Field texts(std::string_view name, std::size_t cap) {
  return {.name = name, .type = FieldType::texts,
          .set = [](void* o, const FieldValue& v) { at<member>(o).emplace_back(v.text); }, .cap = cap};
}
template <auto member>
constexpr Field objects(std::string_view name, ObjectKind child, std::size_t cap) {
  return {.name = name, .type = FieldType::objects,
          .open = [](void* o) -> void* { return &at<member>(o).emplace_back(); }, .child = child, .cap = cap};
}
constexpr Field needed(Field field) {
  field.required = true;
  return field;
}

constexpr std::array<std::string_view, 4> posts_orders{"unknown", "latest", "top", "home"};
constexpr std::array<std::string_view, 3> people_orders{"unknown", "newest", "relevance"};
// The enumerations start with `unknown`, which no snapshot may say of a post or a person. No UTF-8 text equals this.
constexpr std::string_view never = "\xFF";
constexpr std::array<std::string_view, 8> post_kinds{never, "photo", "carousel", "video", "short", "live", "text", "link"};
constexpr std::array<std::string_view, 4> relations{never, "follower", "commenter", "liker"};
constexpr std::array<std::string_view, 6> vias{"response", "inline", "jsonld", "meta", "dom", "typed"};
constexpr std::array<std::string_view, 6> reasons{"hidden", "login", "not_on_page", "not_read", "not_heard", "cut"};

constexpr auto no_store = [](void*, const FieldValue&) {};

constexpr Field snapshot_fields[] = {
    {.name = "schema", .type = FieldType::schema_name, .set = no_store, .required = true},
    choice<&Snapshot::platform>("platform", platform_names, true),
    text<&Snapshot::url>("url"),
    {.name = "capturedAt", .type = FieldType::captured_time,
     .set = [](void* o, const FieldValue& v) {
       auto* snapshot = static_cast<Snapshot*>(o);
       snapshot->captured_at = v.integer;
       snapshot->captured_at_text = std::string(v.text);
     }},
    text<&Snapshot::locale>("locale"),
    {.name = "viewer", .type = FieldType::object, .open = [](void* o) { return o; }, .child = ObjectKind::viewer},
    choice<&Snapshot::posts_order>("postsOrder", posts_orders),
    choice<&Snapshot::people_order>("peopleOrder", people_orders),
    {.name = "profile", .type = FieldType::object,
     .open = [](void* o) -> void* { return &static_cast<Snapshot*>(o)->profile; }, .child = ObjectKind::profile,
     .required = true},
    objects<&Snapshot::posts>("posts", ObjectKind::post, limits::posts),
    objects<&Snapshot::comments>("comments", ObjectKind::comment, limits::comments),
    objects<&Snapshot::people>("people", ObjectKind::person, limits::people),
    objects<&Snapshot::history>("history", ObjectKind::reading, limits::history),
    objects<&Snapshot::peers>("peers", ObjectKind::peer, limits::peers),
    objects<&Snapshot::sources>("sources", ObjectKind::source, limits::sources),
    objects<&Snapshot::missing>("missing", ObjectKind::missing, limits::missing),
};

constexpr Field viewer_fields[] = {boolean<&Snapshot::logged_in>("loggedIn")};

constexpr Field profile_fields[] = {
    text<&Profile::id>("id"),
    needed(text<&Profile::handle>("handle")),
    text<&Profile::display_name>("displayName"),
    text<&Profile::bio>("bio"),
    text<&Profile::category>("category"),
    text<&Profile::country>("country"),
    texts<&Profile::links>("links", limits::links),
    count<&Profile::followers>("followers"),
    count<&Profile::following>("following"),
    count<&Profile::posts>("posts"),
    count<&Profile::likes_total>("likesTotal"),
    count<&Profile::views_total>("viewsTotal"),
    boolean<&Profile::verified>("verified"),
    boolean<&Profile::is_private>("private"),
    boolean<&Profile::business>("business"),
    time<&Profile::created_at>("createdAt"),
    integer<&Profile::handle_changes>("handleChanges"),
    time<&Profile::handle_changed_at>("handleChangedAt"),
};

constexpr Field post_fields[] = {
    text<&Post::id>("id"),
    text<&Post::url>("url"),
    time<&Post::at>("at"),
    integer<&Post::at_step>("atStep"),
    choice<&Post::kind>("kind", post_kinds),
    count<&Post::likes>("likes"),
    count<&Post::comments>("comments"),
    count<&Post::views>("views"),
    count<&Post::shares>("shares"),
    count<&Post::saves>("saves"),
    boolean<&Post::likes_hidden>("likesHidden"),
    boolean<&Post::comments_off>("commentsOff"),
    text<&Post::caption>("caption"),
    text<&Post::lang>("lang"),
    boolean<&Post::pinned>("pinned"),
    boolean<&Post::sponsored>("sponsored"),
    texts<&Post::sponsors>("sponsors", limits::links),
    texts<&Post::collaborators>("collaborators", limits::links),
    measure<&Post::duration_s>("durationS"),
};

constexpr Field comment_fields[] = {
    text<&Comment::id>("id"),
    text<&Comment::post_id>("postId"),
    time<&Comment::at>("at"),
    integer<&Comment::at_step>("atStep"),
    text<&Comment::author>("author"),
    text<&Comment::text>("text"),
    text<&Comment::lang>("lang"),
    count<&Comment::likes>("likes"),
    boolean<&Comment::by_creator>("byCreator"),
    boolean<&Comment::liked_by_creator>("likedByCreator"),
    boolean<&Comment::author_verified>("authorVerified"),
    text<&Comment::reply_to>("replyTo"),
};

constexpr Field person_fields[] = {
    text<&Person::handle>("handle"),
    text<&Person::display_name>("displayName"),
    choice<&Person::relation>("relation", relations),
    text<&Person::post_id>("postId"),
    boolean<&Person::has_avatar>("hasAvatar"),
    count<&Person::followers>("followers"),
    count<&Person::following>("following"),
    count<&Person::posts>("posts"),
    boolean<&Person::verified>("verified"),
    boolean<&Person::is_private>("private"),
    text<&Person::bio>("bio"),
    time<&Person::created_at>("createdAt"),
};

constexpr Field reading_fields[] = {
    time<&HistoryReading::at>("at"),
    text<&HistoryReading::handle>("handle"),
    count<&HistoryReading::followers>("followers"),
    count<&HistoryReading::following>("following"),
    count<&HistoryReading::posts>("posts"),
    texts<&HistoryReading::gone>("gone", limits::gone),
    {.name = "predicted", .type = FieldType::object,
     .open = [](void* o) -> void* { return &static_cast<HistoryReading*>(o)->predicted.emplace(); },
     .child = ObjectKind::prediction},
    measure<&HistoryReading::came>("came"),
};

constexpr Field peer_fields[] = {
    count<&Peer::followers>("followers"),
    count<&Peer::per_post>("perPost"),
    count<&Peer::views>("views"),
};

constexpr Field prediction_fields[] = {
    number<&Prediction::low>("low"),
    number<&Prediction::mid>("mid"),
    number<&Prediction::high>("high"),
    number<&Prediction::level>("level"),
};

constexpr Field source_fields[] = {
    text<&Source::field>("field"),
    choice<&Source::via>("via", vias),
    {.name = "value", .type = FieldType::any, .set = no_store},
    time<&Source::at>("at"),
};

constexpr Field missing_fields[] = {
    text<&Missing::field>("field"),
    {.name = "why", .type = FieldType::choice,
     .set = [](void* o, const FieldValue& v) {
       static_cast<Missing*>(o)->why = std::string(reasons[static_cast<std::size_t>(v.integer)]);
     },
     .choices = reasons},
};

constexpr Field count_fields[] = {
    {.name = "low", .type = FieldType::integer,
     .set = [](void* o, const FieldValue& v) { static_cast<Count*>(o)->low = v.integer; }, .required = true},
    {.name = "high", .type = FieldType::integer,
     .set = [](void* o, const FieldValue& v) { static_cast<Count*>(o)->high = v.integer; }, .required = true},
};

}  // namespace

std::span<const Field> fields_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::snapshot: return snapshot_fields;
    case ObjectKind::viewer: return viewer_fields;
    case ObjectKind::profile: return profile_fields;
    case ObjectKind::post: return post_fields;
    case ObjectKind::comment: return comment_fields;
    case ObjectKind::person: return person_fields;
    case ObjectKind::reading: return reading_fields;
    case ObjectKind::peer: return peer_fields;
    case ObjectKind::prediction: return prediction_fields;
    case ObjectKind::source: return source_fields;
    case ObjectKind::missing: return missing_fields;
    case ObjectKind::count: return count_fields;
  }
  return {};
}

}  // namespace plumb
