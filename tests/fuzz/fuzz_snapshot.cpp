// Any bytes: a snapshot within all caps, or a refusal with a code that is no defect.
#include <string>
#include <vector>

#include "claim.hpp"
#include "wasm/core/base/limits.hpp"
#include "wasm/core/snapshot/read_snapshot.hpp"
#include "wasm/core/text/utf8.hpp"

using plumb::fuzz::claim;

namespace {

void check(const std::string& text) {
  claim(plumb::text::is_utf8(text), "a text that was read is UTF-8");
  claim(plumb::text::code_points(text) <= plumb::limits::text, "a text that was read is within its cap");
}
void check(const plumb::Count& count) {
  claim(count.low >= 0 && count.low <= count.high && count.high <= plumb::limits::count, "a count is an interval");
}
void check(double value) { claim(value == value, "a number is one"); }
template <class T>
void check(const std::optional<T>& value) {
  if (value) check(*value);
}
template <class... Fields>
void all(const Fields&... fields) {
  (check(fields), ...);
}
void list(const std::vector<std::string>& texts, std::size_t cap) {
  claim(texts.size() <= cap, "a list of texts is within its cap");
  for (const auto& text : texts) check(text);
}

void check(const plumb::Snapshot& s) {
  claim(s.posts.size() <= plumb::limits::posts && s.comments.size() <= plumb::limits::comments &&
            s.people.size() <= plumb::limits::people && s.history.size() <= plumb::limits::history &&
            s.peers.size() <= plumb::limits::peers && s.sources.size() <= plumb::limits::sources &&
            s.missing.size() <= plumb::limits::missing,
        "every list is within its cap");
  const auto& p = s.profile;
  claim(!p.handle.empty(), "an account has a handle");
  all(s.url, s.locale, s.captured_at_text, p.id, p.handle, p.display_name, p.bio, p.category, p.country, p.followers,
      p.following, p.posts, p.likes_total, p.views_total);
  list(p.links, plumb::limits::links);
  for (const auto& post : s.posts) {
    all(post.id, post.url, post.likes, post.comments, post.views, post.shares, post.saves, post.caption, post.lang,
        post.duration_s);
    list(post.sponsors, plumb::limits::links);
    list(post.collaborators, plumb::limits::links);
  }
  for (const auto& c : s.comments) all(c.id, c.post_id, c.author, c.text, c.lang, c.likes, c.reply_to);
  for (const auto& person : s.people)
    all(person.handle, person.display_name, person.followers, person.following, person.posts, person.bio);
  for (const auto& reading : s.history) {
    all(reading.handle, reading.followers, reading.following, reading.posts, reading.came);
    list(reading.gone, plumb::limits::gone);
  }
  for (const auto& peer : s.peers) all(peer.followers, peer.per_post, peer.views);
  for (const auto& source : s.sources) all(source.field, source.count, source.text);
  for (const auto& missing : s.missing) all(missing.field, missing.why);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = plumb::read_snapshot(plumb::fuzz::as_text(data, size));
  if (const auto* refusal = std::get_if<plumb::Refusal>(&read)) {
    claim(refusal->code != plumb::ErrorCode::internal, "no refusal speaks of a defect");
    claim(!plumb::name_of(refusal->code).empty() && !plumb::sentence_for(refusal->code).empty(), "a refusal has words");
  } else {
    check(std::get<plumb::Snapshot>(read));
  }
  return 0;
}
