// Any lines as the comments of a page: what kind each is, campaigns, groups; the order of the comments must not matter.
#include <algorithm>
#include <string>

#include "claim.hpp"
#include "wasm/core/comments/comment_groups.hpp"
#include "wasm/core/comments/comment_kinds.hpp"
#include "wasm/core/text/utf8.hpp"

using namespace plumb;
using fuzz::claim;

namespace {

std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

/// The first line is a caption; each other one `author TAB text`, both as a snapshot may hold them.
Snapshot page_of(std::string_view lines) {
  Snapshot s;
  s.profile.handle = "ada";
  s.posts.push_back({.id = "p", .caption = std::string(cut(lines, '\n'))});
  while (!lines.empty()) {
    std::string_view line = cut(lines, '\n');
    Comment c;
    c.id = std::to_string(s.comments.size());
    c.post_id = "p";
    if (const std::string_view author = cut(line, '\t'); !author.empty()) c.author = std::string(author);
    c.text = std::string(line);
    s.comments.push_back(std::move(c));
  }
  return s;
}

bool same(const CommentScore& a, const CommentScore& b) {
  return a.atypical == b.atypical && a.kind == b.kind && a.known == b.known;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view lines = fuzz::as_text(data, size);
  if (!text::is_utf8(lines)) return -1;  // the reader lets none pass
  Snapshot s = page_of(lines);
  const JudgedComments judged = judge_comments(s);
  claim(judged.scores.size() == s.comments.size(), "each comment is judged");
  for (const CommentScore& score : judged.scores) {
    claim(score.atypical >= 0 && score.atypical <= 1, "a probability is one");
  }
  for (const CommentGroup& group : group_comments(s, judged)) {
    claim(group.size <= group.of && group.authors <= group.size, "a group is a part of the page");
    claim(text::is_utf8(group.mark), "what is shown of a group is text");
  }
  std::reverse(s.comments.begin(), s.comments.end());
  const JudgedComments again = judge_comments(s);
  for (std::size_t i = 0; i < judged.scores.size(); ++i) {
    claim(same(judged.scores[i], again.scores[judged.scores.size() - 1 - i]), "the order of comments does not matter");
  }
  return 0;
}
