/// @file
/// @brief The snapshot as the core sees it: what a page said about one account.
///
/// Mirrors wasm/schema/snapshot.schema.json. Every std::optional that is empty means *unknown*:
/// never zero, never false. Read it with read_snapshot().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/platforms.hpp"

namespace plumb {

/// A count as printed: an inclusive interval of integers in [0, 10^12]; low == high where exact.
struct Count {
  std::int64_t low = 0;
  std::int64_t high = 0;
  /// Middle of the interval, in the unit of the count.
  double mid() const { return 0.5 * (static_cast<double>(low) + static_cast<double>(high)); }
  bool exact() const { return low == high; }
};

/// Seconds since 1970-01-01T00:00:00Z; fractions of a second are cut.
using Time = std::int64_t;

enum class PostsOrder : std::uint8_t { unknown, latest, top, home };
enum class PeopleOrder : std::uint8_t { unknown, newest, relevance };
enum class PostKind : std::uint8_t { unknown, photo, carousel, video, short_video, live, text, link };
enum class Relation : std::uint8_t { unknown, follower, commenter, liker };

/// Whether a person is counted among the followers: also where nobody said so, which is the reading that accuses less. Who
/// comments or likes engages: that they are people shows nothing of the many who only follow.
constexpr bool is_follower(Relation relation) { return relation != Relation::commenter && relation != Relation::liker; }
enum class Via : std::uint8_t { response, inline_json, jsonld, meta, dom, typed };

struct Profile {
  std::optional<std::string> id;
  std::string handle;
  std::optional<std::string> display_name, bio, category, country;
  std::vector<std::string> links;
  std::optional<Count> followers, following, posts, likes_total, views_total;
  std::optional<bool> verified, is_private, business;
  std::optional<Time> created_at;
  std::optional<std::int64_t> handle_changes;
  std::optional<Time> handle_changed_at;
};

struct Post {
  std::optional<std::string> id, url;
  std::optional<Time> at;
  std::optional<std::int64_t> at_step;  ///< width of the time's uncertainty, s
  PostKind kind = PostKind::unknown;
  std::optional<Count> likes, comments, views, shares, saves;
  std::optional<bool> likes_hidden, comments_off, pinned, sponsored;
  std::optional<std::string> caption, lang;
  std::vector<std::string> sponsors, collaborators;
  std::optional<double> duration_s;
};

struct Comment {
  std::optional<std::string> id, post_id;
  std::optional<Time> at;
  std::optional<std::int64_t> at_step;
  std::optional<std::string> author, text, lang;
  std::optional<Count> likes;
  std::optional<bool> by_creator, liked_by_creator, author_verified;
  std::optional<std::string> reply_to;
};

struct Person {
  std::optional<std::string> handle, display_name;
  Relation relation = Relation::unknown;
  std::optional<std::string> post_id;
  std::optional<bool> has_avatar;
  std::optional<Count> followers, following, posts;
  std::optional<bool> verified, is_private;
  std::optional<std::string> bio;
  std::optional<Time> created_at;
};

struct Prediction {
  double low = 0, mid = 0, high = 0, level = 0;
};

/// An earlier visit, from this device only.
struct HistoryReading {
  std::optional<Time> at;
  std::optional<std::string> handle;
  std::optional<Count> followers, following, posts;
  std::vector<std::string> gone;
  std::optional<Prediction> predicted;
  std::optional<double> came;
};

/// What another account of the platform showed when the person visited it, from this device only.
struct Peer {
  std::optional<Count> followers;
  std::optional<Count> per_post;  ///< engagements of its median post
  std::optional<Count> views;  ///< of its median post
};

/// One place that gave a field; several for one field let the core find disagreement.
struct Source {
  std::string field;
  std::optional<Via> via;
  std::optional<Count> count;  ///< where the value is a number
  std::optional<std::string> text;  ///< where it is a text
  std::optional<Time> at;
};

struct Missing {
  std::string field, why;
};

struct Snapshot {
  Platform platform = Platform::generic;
  std::optional<std::string> url, locale;
  std::optional<Time> captured_at;
  std::optional<std::string> captured_at_text;  ///< as given, for the report
  std::optional<bool> logged_in;
  PostsOrder posts_order = PostsOrder::unknown;
  PeopleOrder people_order = PeopleOrder::unknown;
  Profile profile;
  std::vector<Post> posts;
  std::vector<Comment> comments;
  std::vector<Person> people;
  std::vector<HistoryReading> history;
  std::vector<Peer> peers;
  std::vector<Source> sources;
  std::vector<Missing> missing;
};

}  // namespace plumb
