#include "conversation.hpp"

#include <algorithm>
#include <tuple>

#include "text/characters.hpp"
#include "text/shape.hpp"

namespace plumb {
namespace {

constexpr std::int64_t early_seconds = 3600;
constexpr std::size_t no_script = text::character_kind_count;

/// What a comment needs to know of its post.
struct PostFacts {
  std::string_view id;
  std::optional<Time> at;
  std::int64_t at_step = 0;
  std::vector<std::uint64_t> words;  ///< of the caption, sorted
};

/// The script that most of a text's letters belong to; Japanese and Chinese count as one.
std::size_t main_script(const text::Shape& shape) {
  std::size_t best = no_script;
  std::uint32_t most = 2;
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (!text::is_letter(static_cast<text::CharacterKind>(i)) || shape.kinds[i] <= most) continue;
    most = shape.kinds[i];
    best = i;
  }
  const auto kind = static_cast<text::CharacterKind>(best);
  const bool japanese = kind == text::CharacterKind::hiragana || kind == text::CharacterKind::katakana;
  return japanese ? static_cast<std::size_t>(text::CharacterKind::han) : best;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

/// The creator's languages and scripts, from captions and from the posts' language tags.
struct CreatorLanguages {
  std::array<bool, no_script + 1> scripts{};
  std::vector<std::string_view> tags;
  bool any_script = false;

  bool knows(std::string_view tag) const { return std::find(tags.begin(), tags.end(), primary_language(tag)) != tags.end(); }
};

/// A comment reduced to what the grouping by author and post needs.
struct Visit {
  std::string_view author, post;
  bool individual = false, early = false;
};

void add_commenters(Conversation& talk, std::vector<Visit>& visits) {
  const auto key = [](const Visit& v) { return std::tie(v.author, v.post); };
  std::sort(visits.begin(), visits.end(), [&](const Visit& a, const Visit& b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < visits.size();) {
    Commenter commenter;
    commenter.name = visits[i].author;
    while (i < visits.size() && visits[i].author == commenter.name) {
      const std::string_view post = visits[i].post;
      bool individual = false, early = false;
      for (; i < visits.size() && visits[i].author == commenter.name && visits[i].post == post; ++i) {
        individual = individual || visits[i].individual;
        early = early || visits[i].early;
        ++commenter.comments;
      }
      if (post.empty()) continue;
      ++commenter.posts;
      commenter.individual_posts += individual;
      commenter.early_posts += early;
    }
    talk.commenters.push_back(commenter);
  }
  std::vector<std::string_view> posts;
  for (const auto& visit : visits) {
    if (!visit.post.empty()) posts.push_back(visit.post);
  }
  std::sort(posts.begin(), posts.end());
  talk.posts = static_cast<std::size_t>(std::unique(posts.begin(), posts.end()) - posts.begin());
  posts.clear();
  for (const auto& visit : visits) {
    if (!visit.post.empty() && visit.individual) posts.push_back(visit.post);
  }
  std::sort(posts.begin(), posts.end());
  talk.ordinary_posts = static_cast<std::size_t>(std::unique(posts.begin(), posts.end()) - posts.begin());
}

std::size_t distinct(std::vector<std::uint64_t>& values) {
  std::sort(values.begin(), values.end());
  return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

std::string_view view(const std::optional<std::string>& text) { return text ? std::string_view(*text) : std::string_view(); }

}  // namespace

bool same_handle(std::string_view a, std::string_view b) {
  if (!a.empty() && a.front() == '@') a.remove_prefix(1);
  if (!b.empty() && b.front() == '@') b.remove_prefix(1);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return text::lower_ascii(x) == text::lower_ascii(y); });
}

bool is_creators(const Comment& comment, const Snapshot& snapshot) {
  return comment.by_creator.value_or(false) || (comment.author && same_handle(*comment.author, snapshot.profile.handle));
}

Conversation::Conversation(const Snapshot& snapshot, std::span<const CommentScore> scores) {
  if (snapshot.comments.empty()) return;
  text::Shape shape;
  std::vector<PostFacts> facts;
  CreatorLanguages creator;
  for (const auto& post : snapshot.posts) {
    if (post.lang) creator.tags.push_back(primary_language(*post.lang));
    PostFacts fact{view(post.id), post.at, post.at_step.value_or(0), {}};
    if (post.caption) {
      text::read_shape(*post.caption, shape, snapshot.profile.handle);
      const std::size_t script = main_script(shape);
      creator.scripts[script] = true;
      creator.any_script = creator.any_script || script != no_script;
      fact.words = shape.words;
      std::sort(fact.words.begin(), fact.words.end());
    }
    if (post.id) facts.push_back(std::move(fact));
  }
  std::sort(facts.begin(), facts.end(), [](const PostFacts& a, const PostFacts& b) { return a.id < b.id; });

  // Whose comments the creator answered: ids of comments.
  std::vector<std::string_view> answered_ids;
  for (const auto& comment : snapshot.comments) {
    const bool creators = is_creators(comment, snapshot);
    sees_creator = sees_creator || comment.by_creator || creators || comment.liked_by_creator;
    sees_threads = sees_threads || comment.reply_to;
    by_creator += creators;
    if (creators && comment.reply_to) answered_ids.push_back(*comment.reply_to);
  }
  std::sort(answered_ids.begin(), answered_ids.end());

  std::vector<Visit> visits;
  std::vector<double> atypical;
  std::vector<std::uint64_t> ordinary_texts, foreign_texts, home_texts;
  std::size_t placed = 0;
  for (std::size_t i = 0; i < snapshot.comments.size(); ++i) {
    const Comment& comment = snapshot.comments[i];
    if (is_creators(comment, snapshot)) continue;
    const CommentScore& score = scores[i];
    ++others;
    replies += comment.reply_to.has_value();
    const bool answer = comment.id && std::binary_search(answered_ids.begin(), answered_ids.end(), std::string_view(*comment.id));
    replied += answer || comment.liked_by_creator.value_or(false);
    const auto post = std::lower_bound(facts.begin(), facts.end(), view(comment.post_id),
                                       [](const PostFacts& f, std::string_view id) { return f.id < id; });
    const bool has_post = comment.post_id && post != facts.end() && post->id == *comment.post_id;
    // "2 w" says nothing of the first hour.
    const bool in_time = has_post && post->at && comment.at && *comment.at >= *post->at &&
                         post->at_step + comment.at_step.value_or(0) <= early_seconds;
    placed += in_time;
    if (comment.text) {
      text::read_shape(*comment.text, shape, snapshot.profile.handle);
      if (shape.questions > 0) {
        ++questions;
        answered += answer;
      }
      const bool ordinary = score.known && score.kind == CommentKind::ordinary;
      std::uint64_t words = shape.words.size();
      for (const std::uint64_t word : shape.words) words = text::phrase_hash(words, word);
      if (ordinary) ordinary_texts.push_back(words);
      if (ordinary && shape.words.size() >= 4 && has_post && !post->words.empty()) {
        ++with_topic;
        on_topic += std::any_of(shape.words.begin(), shape.words.end(), [&](std::uint64_t word) {
          return std::binary_search(post->words.begin(), post->words.end(), word);
        });
      }
      // A copy must not thin out those who write in another language: each text counts once, one that repeats only where
      // it is foreign, and what says nothing of its own not at all.
      const std::size_t script = main_script(shape);
      const bool by_tag = comment.lang && !creator.tags.empty();
      if (by_tag || (creator.any_script && script != no_script)) {
        const bool foreign = by_tag ? !creator.knows(*comment.lang) : !creator.scripts[script];
        if (foreign && (ordinary || (score.known && score.kind == CommentKind::repeat))) foreign_texts.push_back(words);
        if (!foreign && ordinary) home_texts.push_back(words);
      }
    }
    if (score.known) {
      ++judged;
      ++kinds[static_cast<std::size_t>(score.kind)];
      atypical.push_back(score.atypical);
    }
    if (comment.author) {
      visits.push_back({*comment.author, view(comment.post_id),
                        score.known && score.kind == CommentKind::ordinary,
                        in_time && *comment.at - *post->at <= early_seconds});
    }
  }
  // Sorted before the sum: its last bit must not follow the order of the comments.
  std::sort(atypical.begin(), atypical.end());
  for (const double p : atypical) individual += 1 - p;
  distinct_ordinary = distinct(ordinary_texts);
  foreign_language = distinct(foreign_texts);
  with_language = foreign_language + distinct(home_texts);
  timed = placed >= 10;
  add_commenters(*this, visits);
}

}  // namespace plumb
