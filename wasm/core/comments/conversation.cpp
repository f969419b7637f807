#include "conversation.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/model.hpp"
#include "base/units.hpp"
#include "text/characters.hpp"
#include "text/shape.hpp"

namespace plumb {
namespace {

/// A comment within an hour of its post is early: groups agree on the first one (Weerasinghe et al. 2020).
constexpr std::int64_t early_seconds = seconds_per_hour;

/// What a comment needs to know of its post.
struct PostFacts {
  std::string_view id;
  std::optional<Time> at;
  std::int64_t at_step = 0;
  std::vector<std::uint64_t> words;  ///< of the caption, sorted
};

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

/// The creator's languages and scripts, from captions and from the posts' language tags.
struct CreatorLanguages {
  std::array<bool, text::no_script + 1> scripts{};
  std::vector<std::string_view> tags;
  bool any_script = false;

  bool knows(std::string_view tag) const {
    return std::find(tags.begin(), tags.end(), primary_language(tag)) != tags.end();
  }

  /// Whether a comment is in none of them; empty where that can't be told.
  std::optional<bool> foreign(const Comment& comment, std::size_t script) const {
    if (comment.lang && !tags.empty()) return !knows(*comment.lang);
    if (any_script && script != text::no_script) return !scripts[script];
    return {};
  }
};

/// What comments need to know of the posts.
struct Posts {
  std::vector<PostFacts> facts;  ///< of the posts with an id, by it
  CreatorLanguages creator;

  /// The post that a comment stands under; null where it names none that was read.
  const PostFacts* of(const Comment& comment) const {
    if (!comment.post_id) return nullptr;
    const std::string_view id = *comment.post_id;
    const auto post = std::lower_bound(facts.begin(), facts.end(), id,
                                       [](const PostFacts& f, std::string_view wanted) { return f.id < wanted; });
    return post != facts.end() && post->id == id ? &*post : nullptr;
  }
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

std::string_view view(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

Posts read_posts(const Snapshot& snapshot) {
  Posts posts;
  text::Shape shape;
  for (const auto& post : snapshot.posts) {
    if (post.lang) posts.creator.tags.push_back(primary_language(*post.lang));
    PostFacts fact{view(post.id), post.at, post.at_step.value_or(0), {}};
    if (post.caption) {
      text::read_shape(*post.caption, shape, snapshot.profile.handle);
      const std::size_t script = text::main_script(shape);
      posts.creator.scripts[script] = true;
      posts.creator.any_script = posts.creator.any_script || script != text::no_script;
      fact.words = shape.words;
      std::sort(fact.words.begin(), fact.words.end());
    }
    if (post.id) posts.facts.push_back(std::move(fact));
  }
  std::sort(posts.facts.begin(), posts.facts.end(), [](const PostFacts& a, const PostFacts& b) { return a.id < b.id; });
  return posts;
}

/// Ids of the comments that the creator answered, sorted; counts the creator's own on the way.
std::vector<std::string_view> read_creators_answers(Conversation& talk, const Snapshot& snapshot) {
  std::vector<std::string_view> answered;
  for (const auto& comment : snapshot.comments) {
    const bool creators = is_creators(comment, snapshot);
    talk.sees_creator = talk.sees_creator || comment.by_creator || creators || comment.liked_by_creator;
    talk.sees_threads = talk.sees_threads || comment.reply_to;
    talk.by_creator += creators;
    if (creators && comment.reply_to) answered.push_back(*comment.reply_to);
  }
  std::sort(answered.begin(), answered.end());
  return answered;
}

/// Seconds from a post to its comment; empty where unknown, or where "2 w" says nothing of the first hour.
std::optional<std::int64_t> seconds_after(const PostFacts* post, const Comment& comment) {
  if (post == nullptr || !post->at || !comment.at || *comment.at < *post->at) return {};
  if (post->at_step + comment.at_step.value_or(0) > early_seconds) return {};
  return *comment.at - *post->at;
}

/// Whether a comment shares a word with its post's caption.
bool shares_a_word(std::span<const std::uint64_t> words, const PostFacts& post) {
  return std::any_of(words.begin(), words.end(), [&](std::uint64_t word) {
    return std::binary_search(post.words.begin(), post.words.end(), word);
  });
}

/// Hashes of whole texts, each of which counts once.
struct Texts {
  std::vector<std::uint64_t> ordinary, foreign, home;
};

/// The words of a comment, who wrote them, and where.
struct Saying {
  std::uint64_t words = 0;
  std::string_view author, post;
};

/// Finds the words that most comments consist of. A wish is said under one post; what is said alike under all of them is more.
void add_alike(Conversation& talk, std::vector<Saying>& sayings) {
  const auto key = [](const Saying& s) { return std::tie(s.words, s.author, s.post); };
  std::sort(sayings.begin(), sayings.end(), [&](const Saying& a, const Saying& b) { return key(a) < key(b); });
  std::vector<std::string_view> posts;
  for (std::size_t i = 0; i < sayings.size();) {
    const std::uint64_t words = sayings[i].words;
    posts.clear();
    for (std::size_t j = i; i < sayings.size() && sayings[i].words == words; ++i) {
      if (i > j && !sayings[i].author.empty() && sayings[i].author == sayings[i - 1].author) continue;
      posts.push_back(sayings[i].post);
    }
    std::sort(posts.begin(), posts.end());
    std::size_t most = 0;
    for (std::size_t from = 0; from < posts.size();) {
      const std::size_t to =
          static_cast<std::size_t>(std::upper_bound(posts.begin(), posts.end(), posts[from]) - posts.begin());
      most = std::max(most, to - from);
      from = to;
    }
    talk.alike = std::max(talk.alike, posts.size());
    const auto all = static_cast<double>(talk.posts);
    if (talk.posts < 2) continue;
    talk.alike_elsewhere = std::max(talk.alike_elsewhere, static_cast<double>(posts.size() - most) * all / (all - 1));
  }
}

/// Hash of a comment's words in their order.
std::uint64_t hash_of(std::span<const std::uint64_t> words) {
  std::uint64_t hash = words.size();
  for (const std::uint64_t word : words) hash = text::phrase_hash(hash, word);
  return hash;
}

/// What the words of one comment say.
void add_words(Conversation& talk, Texts& texts, const Comment& comment, const CommentScore& score,
               std::span<const std::uint64_t> words, std::size_t script, const PostFacts* post,
               const CreatorLanguages& creator) {
  const bool ordinary = score.known && score.kind == CommentKind::ordinary;
  const std::uint64_t text = hash_of(words);
  if (ordinary) texts.ordinary.push_back(text);
  const bool long_enough = words.size() >= model::prior_count("conversation.topic_words");
  if (ordinary && long_enough && post != nullptr && !post->words.empty()) {
    ++talk.with_topic;
    talk.on_topic += shares_a_word(words, *post);
  }
  // A copy must not thin out those who write in another language: each text counts once, one that repeats only where
  // it is foreign, and what says nothing of its own not at all.
  const auto foreign = creator.foreign(comment, script);
  if (!foreign) return;
  const bool repeated = score.known && score.kind == CommentKind::repeat;
  if (*foreign && (ordinary || repeated)) texts.foreign.push_back(text);
  if (!*foreign && ordinary) texts.home.push_back(text);
}

}  // namespace

bool same_handle(std::string_view a, std::string_view b) {
  if (!a.empty() && a.front() == '@') a.remove_prefix(1);
  if (!b.empty() && b.front() == '@') b.remove_prefix(1);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return text::lower_ascii(x) == text::lower_ascii(y); });
}

bool is_creators(const Comment& comment, const Snapshot& snapshot) {
  return comment.by_creator.value_or(false) ||
         (comment.author && same_handle(*comment.author, snapshot.profile.handle));
}

Conversation::Conversation(const Snapshot& snapshot, std::span<const CommentScore> scores,
                           const CommentTraces& traces) {
  if (snapshot.comments.empty()) return;
  const Posts all_posts = read_posts(snapshot);
  const auto answered_ids = read_creators_answers(*this, snapshot);
  std::vector<Visit> visits;
  std::vector<double> atypical;
  std::vector<Saying> sayings;
  Texts texts;
  std::size_t placed = 0;
  for (std::size_t i = 0; i < snapshot.comments.size(); ++i) {
    const Comment& comment = snapshot.comments[i];
    const CommentScore& score = scores[i];
    if (is_creators(comment, snapshot)) continue;
    const PostFacts* post = all_posts.of(comment);
    const bool answer =
        comment.id && std::binary_search(answered_ids.begin(), answered_ids.end(), std::string_view(*comment.id));
    const auto after = seconds_after(post, comment);
    ++others;
    replies += comment.reply_to.has_value();
    replied += answer || comment.liked_by_creator.value_or(false);
    placed += after.has_value();
    if (comment.text) {
      const CommentTrace& trace = traces.comments[i];
      const auto words = traces.words_of(trace);
      questions += trace.asks;
      answered += trace.asks && answer;
      add_words(*this, texts, comment, score, words, trace.script, post, all_posts.creator);
      const bool invited = post != nullptr && shares_a_word(words, *post);
      if (!words.empty() && !trace.names && !invited) {
        sayings.push_back({hash_of(words), view(comment.author), view(comment.post_id)});
      }
    }
    if (score.known) {
      ++judged;
      ++kinds[static_cast<std::size_t>(score.kind)];
      if (score.atypical >= 0.5) atypical.push_back(score.atypical);
      else anybodys += score.kind != CommentKind::ordinary;
    }
    if (comment.author) {
      visits.push_back({*comment.author, view(comment.post_id), score.known && score.kind == CommentKind::ordinary,
                        after && *after <= early_seconds});
    }
  }
  // Sorted before the sum: its last bit must not follow the order of the comments.
  std::sort(atypical.begin(), atypical.end());
  for (const double p : atypical) scripted += p;
  distinct_ordinary = distinct(texts.ordinary);
  foreign_language = distinct(texts.foreign);
  with_language = foreign_language + distinct(texts.home);
  timed = placed >= model::prior_count("conversation.comments");
  add_commenters(*this, visits);
  add_alike(*this, sayings);
}

}  // namespace plumb
