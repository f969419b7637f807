#include "comment_groups.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "text/shape.hpp"
#include "text/utf8.hpp"

namespace plumb {
namespace {

constexpr std::size_t most_groups = 20, most_mark = 120;

struct Key {
  GroupKind kind;
  std::uint64_t value;
  auto operator<=>(const Key&) const = default;
};
using Members = std::vector<std::uint32_t>;

std::string cut(std::string text) {
  if (text.size() <= most_mark) return text;
  std::size_t end = most_mark;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

/// The token as one of them prints it, the first in the order of bytes.
std::string token_mark(const Snapshot& snapshot, const CommentTraces& traces, const Members& members,
                       std::uint64_t token) {
  std::string mark;
  for (const std::uint32_t i : members) {
    const CommentTrace& c = traces.comments[i];
    for (std::uint32_t t = c.tokens_begin; t < c.tokens_end; ++t) {
      if (traces.tokens[t].hash != token) continue;
      const std::string printed =
          snapshot.comments[i].text->substr(traces.tokens[t].begin, traces.tokens[t].end - traces.tokens[t].begin);
      if (mark.empty() || printed < mark) mark = printed;
    }
  }
  return cut(mark);
}

/// The words of the first text in the order of bytes that three of four members have; "…" for the others.
std::string template_mark(const Snapshot& snapshot, const CommentTraces& traces, const Members& members) {
  std::vector<std::uint64_t> having;  // each word once for each member, sorted below
  const std::string* first = nullptr;
  for (const std::uint32_t i : members) {
    const CommentTrace& c = traces.comments[i];
    std::vector<std::uint64_t> words(traces.words.data() + c.words_begin, traces.words.data() + c.words_end);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    having.insert(having.end(), words.begin(), words.end());
    const std::string& text = *snapshot.comments[i].text;
    if (!first || text < *first) first = &text;
  }
  std::sort(having.begin(), having.end());
  const auto members_with = [&having](std::uint64_t word) {
    const auto [from, to] = std::equal_range(having.begin(), having.end(), word);
    return static_cast<std::size_t>(to - from);
  };
  std::string mark;
  text::Shape shape;
  for (std::size_t at = 0; at < first->size();) {
    const std::size_t end = std::min(first->find_first_of(" \n\t", at), first->size());
    const std::string chunk = first->substr(at, end - at);
    text::read_shape(chunk, shape);
    const bool common = !shape.words.empty() &&
                        std::all_of(shape.words.begin(), shape.words.end(),
                                    [&](std::uint64_t word) { return 4 * members_with(word) >= 3 * members.size(); });
    const std::string part = common ? chunk : "…";
    if (!chunk.empty() && (common || !mark.ends_with("…"))) mark += (mark.empty() ? "" : " ") + part;
    at = end + 1;
  }
  return cut(mark);
}

/// The emoji that most end with; nothing where they end with none.
std::string shape_mark(const CommentTraces& traces, const Members& members) {
  std::vector<std::uint64_t> ends;
  for (const std::uint32_t i : members) {
    const CommentTrace& c = traces.comments[i];
    for (std::uint32_t k = 0; k < c.tail_kinds; ++k) ends.push_back(c.tail[k]);
  }
  std::sort(ends.begin(), ends.end());
  std::string mark;
  std::size_t most = 0, best = 0;
  for (std::size_t begin = 0, k = 1; k <= ends.size(); ++k) {
    if (k < ends.size() && ends[k] == ends[begin]) continue;
    if (k - begin > most) most = k - begin, best = begin;
    begin = k;
  }
  if (most > 0) utf8::unchecked::append(static_cast<char32_t>(ends[best]), std::back_inserter(mark));
  return mark;
}

/// Where a comment belongs; false where nowhere.
bool place(const JudgedComments& judged, std::size_t i, Key& key) {
  const CommentScore& score = judged.scores[i];
  const CampaignEvidence& evidence = judged.evidence[i];
  if (!judged.traces.comments[i].counts || !score.known || score.atypical < 0.5) return false;
  if (evidence.shared_token) key = {GroupKind::token, evidence.shared_token};
  else if (evidence.repetition >= 1) key = {GroupKind::pattern, judged.traces.comments[i].copy_group};
  else if (campaign_probability(evidence.total()) >= 0.5) key = {GroupKind::shape, 0};
  else return false;
  return true;
}

}  // namespace

std::vector<CommentGroup> group_comments(const Snapshot& snapshot, const JudgedComments& judged) {
  std::map<Key, Members> drafts;
  double of = 0;
  for (std::size_t i = 0; i < judged.scores.size(); ++i) {
    of += judged.traces.comments[i].counts;
    Key key{};
    if (place(judged, i, key)) drafts[key].push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<CommentGroup> groups;
  for (const auto& [key, members] : drafts) {
    if (members.size() < (key.kind == GroupKind::token ? 2u : 3u)) continue;
    CommentGroup group;
    group.kind = key.kind;
    group.size = members.size();
    group.of = static_cast<std::size_t>(of);
    std::vector<std::uint64_t> authors;
    for (const std::uint32_t i : members) {
      authors.push_back(judged.traces.comments[i].author);
      if (snapshot.comments[i].id) group.items.push_back(*snapshot.comments[i].id);
    }
    std::sort(authors.begin(), authors.end());
    group.authors = static_cast<std::size_t>(std::unique(authors.begin(), authors.end()) - authors.begin());
    group.mark = key.kind == GroupKind::token     ? token_mark(snapshot, judged.traces, members, key.value)
                 : key.kind == GroupKind::pattern ? template_mark(snapshot, judged.traces, members)
                                                  : shape_mark(judged.traces, members);
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(), [](const CommentGroup& a, const CommentGroup& b) {
    return std::tie(b.size, a.kind, a.mark) < std::tie(a.size, b.kind, b.mark);
  });
  if (groups.size() > most_groups) groups.resize(most_groups);
  for (std::size_t k = 0; k < groups.size(); ++k) groups[k].id = "g" + std::to_string(k + 1);
  return groups;
}

}  // namespace plumb
