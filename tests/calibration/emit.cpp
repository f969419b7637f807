#include "emit.hpp"

#include <ctime>
#include <ostream>

#include <nlohmann/json.hpp>

#include "core/report/names.hpp"
#include "simulate.hpp"

namespace calibration {
namespace {
using Json = nlohmann::ordered_json;

Json count(const plumb::Count& c) {
  if (c.exact()) return c.low;
  return Json{{"low", c.low}, {"high", c.high}};
}

std::string time_text(plumb::Time t) {
  char text[32];
  const std::time_t seconds = t;
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&seconds));
  return text;
}

Json as_json(const std::optional<plumb::Count>& c) { return count(*c); }
template <class T>
Json as_json(const std::optional<T>& value) {
  return *value;
}

template <class T>
void put(Json& out, const char* key, const std::optional<T>& value) {
  if (value) out[key] = as_json(value);
}
void put_time(Json& out, const char* key, const std::optional<plumb::Time>& value) {
  if (value) out[key] = time_text(*value);
}

const char* kind_name(plumb::PostKind kind) { return kind == plumb::PostKind::video ? "video" : "photo"; }

Json post_json(const plumb::Post& p) {
  Json j;
  put(j, "id", p.id);
  put_time(j, "at", p.at);
  if (p.kind != plumb::PostKind::unknown) j["kind"] = kind_name(p.kind);
  put(j, "likes", p.likes);
  put(j, "comments", p.comments);
  put(j, "views", p.views);
  put(j, "likesHidden", p.likes_hidden);
  put(j, "caption", p.caption);
  return j;
}

Json comment_json(const plumb::Comment& c) {
  Json j;
  put(j, "id", c.id);
  put(j, "postId", c.post_id);
  put_time(j, "at", c.at);
  put(j, "author", c.author);
  put(j, "text", c.text);
  put(j, "byCreator", c.by_creator);
  put(j, "replyTo", c.reply_to);
  return j;
}

Json person_json(const plumb::Person& p) {
  Json j;
  put(j, "handle", p.handle);
  j["relation"] = "follower";
  put(j, "hasAvatar", p.has_avatar);
  put(j, "followers", p.followers);
  put(j, "following", p.following);
  put(j, "posts", p.posts);
  put(j, "private", p.is_private);
  put(j, "bio", p.bio);
  return j;
}

}  // namespace

std::string snapshot_json(const Case& c) {
  const plumb::Snapshot& s = c.snapshot;
  Json profile{{"handle", s.profile.handle}};
  put(profile, "followers", s.profile.followers);
  put(profile, "following", s.profile.following);
  put(profile, "posts", s.profile.posts);
  put_time(profile, "createdAt", s.profile.created_at);
  Json j{{"schema", "plumb.snapshot/1"}, {"platform", std::string(plumb::name_of(s.platform))}};
  put_time(j, "capturedAt", s.captured_at);
  j["postsOrder"] = "latest";
  j["peopleOrder"] = "newest";
  j["profile"] = profile;
  for (const auto& p : s.posts) j["posts"].push_back(post_json(p));
  for (const auto& x : s.comments) j["comments"].push_back(comment_json(x));
  for (const auto& p : s.people) j["people"].push_back(person_json(p));
  for (const auto& r : s.history)
    j["history"].push_back({{"at", time_text(*r.at)}, {"followers", count(*r.followers)}});
  j["truth"] = {{"family", c.family}, {"visibility", c.visibility}, {"phi", c.truth.phi}, {"gamma", c.truth.gamma}};
  if (c.truth.next_post) j["truth"]["nextPost"] = *c.truth.next_post;
  return j.dump();
}

void emit_snapshots(int total, std::ostream& out) {
  for (int i = 0; i < total; ++i) {
    Scenario s;
    s.seed = static_cast<std::uint64_t>(i) + 1;
    s.view = static_cast<View>(i % view_count);
    const auto kind = static_cast<std::size_t>(i / 7) % (attack_count + oddity_count - 1);
    if (kind < attack_count) s.attack = static_cast<Attack>(kind);
    else s.oddity = static_cast<Oddity>(kind - attack_count + 1);
    constexpr double shares[] = {0.1, 0.2, 0.3, 0.5, 0.7};
    const double share = shares[i % 5];
    if (s.attack >= Attack::followers_burst && s.attack <= Attack::followers_purged) s.phi = share;
    else if (s.attack != Attack::none && s.attack != Attack::views_bought) s.gamma = share;
    out << snapshot_json(simulate(s)) << '\n';
  }
}

}  // namespace calibration
