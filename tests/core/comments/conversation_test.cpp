#include "wasm/core/comments/conversation.hpp"

#include <catch2/catch.hpp>

#include "tests/core/sample_account.hpp"

using namespace plumb;
using namespace plumb::test;

namespace {

const Commenter& commenter_of(const Conversation& talk, std::string_view name) {
  for (const auto& commenter : talk.commenters) {
    if (commenter.name == name) return commenter;
  }
  FAIL("no commenter " << name);
  return talk.commenters.front();
}

}  // namespace

TEST_CASE("Handles are the same without case and a leading @, and other letters are not folded", "[conversation]") {
  CHECK(same_handle("@Creator", "creator"));
  CHECK(same_handle("", "@"));
  CHECK_FALSE(same_handle("creator", "creators"));
  CHECK_FALSE(same_handle("Ä", "ä"));
}

TEST_CASE("No comments are no conversation", "[conversation]") {
  const SampleAccount empty;
  const auto talk = empty.talk();
  CHECK(talk.others == 0);
  CHECK(talk.commenters.empty());
  CHECK_FALSE(talk.sees_creator);
  CHECK_FALSE(talk.sees_threads);
}

TEST_CASE("The creator's own comments are nobody else's, by their mark or their name", "[conversation]") {
  SampleAccount sample;
  sample.post();
  sample.comments(3);
  sample.comment().by_creator = true;
  sample.comment().author = "@CREATOR";
  const auto talk = sample.talk();
  CHECK(talk.by_creator == 2);
  CHECK(talk.others == 3);
  CHECK(talk.judged == 3);
  CHECK(talk.commenters.size() == 3);
  CHECK(talk.sees_creator);
}

TEST_CASE("Each kind is counted, and of ordinary comments those of the same words once", "[conversation]") {
  SampleAccount sample;
  sample.post();
  sample.comments(4).comments(2, CommentKind::spam).comments(3, CommentKind::repeat);
  sample.snapshot.comments[1].text = sample.snapshot.comments[0].text;
  sample.comment_scores[8].known = false;
  sample.comment_scores[0].atypical = 0.25;
  sample.comment_scores[4].atypical = 0.75;
  const auto talk = sample.talk();
  CHECK(talk.kinds == std::array<std::size_t, comment_kind_count>{4, 0, 2, 2, 0, 0});
  CHECK(talk.distinct_ordinary == 3);
  CHECK(talk.judged == 8);
  CHECK(talk.scripted == Approx(0.75));  // what is rather a person's counts as one
  CHECK(talk.anybodys == 3);
}

TEST_CASE("What the creator answered or liked, and which questions", "[conversation]") {
  SampleAccount sample;
  sample.post();
  sample.comments(4, CommentKind::ordinary, [](Comment& comment, int i) {
    if (i < 2) *comment.text += "?";
  });
  sample.snapshot.comments[1].liked_by_creator = true;
  sample.snapshot.comments[2].reply_to = "c0";  // another person's answer
  auto& answer = sample.comment();
  answer.by_creator = true;
  answer.reply_to = "c0";
  const auto talk = sample.talk();
  CHECK(talk.sees_threads);
  CHECK(talk.replied == 2);
  CHECK(talk.questions == 2);
  CHECK(talk.answered == 1);  // a like answers no question
  CHECK(talk.replies == 1);
}

TEST_CASE("Commenters are counted by post, early ones within the hour that the times allow", "[conversation]") {
  SampleAccount sample;
  sample.posts(3, [](Post&, int) {});
  const auto write = [&](std::string_view author, int post, Time after,
                         CommentKind kind = CommentKind::ordinary) -> Comment& {
    auto& comment = sample.comment(kind);
    comment.author = author;
    comment.post_id = "p" + std::to_string(post);
    comment.at = *sample.snapshot.posts[static_cast<std::size_t>(post)].at + after;
    return comment;
  };
  write("ann", 0, hour);
  write("ann", 0, 5 * hour);
  write("ann", 1, hour + 1);
  write("ben", 2, 60).at_step = 2 * hour;  // "2 h" says nothing of the first hour
  write("ben", 1, -60);                    // before its post: not placed
  write("cat", 1, 60, CommentKind::repeat);
  sample.comment().author.reset();
  const auto talk = sample.talk();
  CHECK(talk.posts == 3);
  CHECK(talk.ordinary_posts == 3);
  CHECK(talk.commenters.size() == 3);
  CHECK(commenter_of(talk, "ann").posts == 2);
  CHECK(commenter_of(talk, "ann").comments == 3);
  CHECK(commenter_of(talk, "ann").early_posts == 1);
  CHECK(commenter_of(talk, "ben").early_posts == 0);
  CHECK(commenter_of(talk, "cat").early_posts == 1);
  CHECK(commenter_of(talk, "cat").individual_posts == 0);
  CHECK_FALSE(talk.timed);  // fewer than ten are placed
}

TEST_CASE("A comment of an unknown post counts for its author and for no post", "[conversation]") {
  SampleAccount sample;
  sample.comments(2, CommentKind::ordinary, [](Comment& comment, int) {
    comment.author = "ann";
    comment.post_id.reset();
  });
  const auto talk = sample.talk();
  CHECK(talk.posts == 0);
  CHECK(commenter_of(talk, "ann").posts == 0);
  CHECK(commenter_of(talk, "ann").comments == 2);
}

TEST_CASE("A comment of four words is on the topic where the caption has one of them too", "[conversation]") {
  SampleAccount sample;
  sample.post().caption = "Up the lighthouse at noon";
  sample.comment().text = "that lighthouse looks so far away";
  sample.comment().text = "what a very long way";
  sample.comment().text = "lighthouse again then";  // three words
  const auto talk = sample.talk();
  CHECK(talk.with_topic == 2);
  CHECK(talk.on_topic == 1);
}

TEST_CASE("A language is foreign by its tag, or else by its script", "[conversation]") {
  SampleAccount tagged;
  tagged.post().lang = "pt-BR";
  tagged.comment().lang = "pt";
  tagged.comment().lang = "es";
  tagged.comment();
  CHECK(tagged.talk().with_language == 2);
  CHECK(tagged.talk().foreign_language == 1);
  SampleAccount written;
  written.post().caption = "Up the lighthouse at noon";
  written.comment();
  written.comment().text = "это очень красиво сегодня";
  CHECK(written.talk().with_language == 2);
  CHECK(written.talk().foreign_language == 1);
}

TEST_CASE("Words that most comments consist of count by their authors, those that the caption invites not",
          "[conversation]") {
  SampleAccount sample;
  sample.posts(3, [](Post&, int) {});
  const auto say = [&sample](const char* text, const char* author, const char* post) {
    auto& comment = sample.comment();
    comment.text = text;
    comment.author = author;
    comment.post_id = post;
  };
  for (const char* author : {"ann", "ben", "cat"}) say("happy days to you", author, "p0");
  say("Happy days, to you!", "dan", "p1");
  say("happy days to you", "eve", "p2");
  CHECK(sample.talk().alike == 5);
  CHECK(sample.talk().alike_elsewhere == Approx(2 * 3 / 2.0));  // two elsewhere, as if no post were left out
  say("happy days to you", "eve", "p2");
  say("to you happy days", "fay", "p2");
  say("happy days to you @gus", "gus", "p2");
  say("!!!", "hal", "p2");
  CHECK(sample.talk().alike == 5);
  sample.snapshot.posts[0].caption = "days at the sea";
  CHECK(sample.talk().alike == 2);
  SampleAccount single;
  single.post();
  single.comments(4, CommentKind::ordinary, [](Comment& comment, int) { comment.text = "happy days to you"; });
  CHECK(single.talk().alike == 4);
  CHECK(single.talk().alike_elsewhere == 0);
  SampleAccount nameless = single;
  for (auto& comment : nameless.snapshot.comments) comment.author.reset();
  CHECK(nameless.talk().alike == 4);
}

TEST_CASE("Three letters tell a script, of Japanese and Chinese the same", "[conversation]") {
  const auto foreign = [](const char* caption, const char* text) {
    SampleAccount sample;
    sample.post().caption = caption;
    sample.comment().text = text;
    const auto talk = sample.talk();
    return talk.with_language == 0 ? -1 : static_cast<int>(talk.foreign_language);
  };
  CHECK(foreign("sea", "мир") == 1);
  CHECK(foreign("sea", "ми") == -1);
  CHECK(foreign("se", "мир") == -1);
  CHECK(foreign("sea", "sun") == 0);
  CHECK(foreign("きれい", "漢字的") == 0);
  CHECK(foreign("漢字的", "カメラ") == 0);
  CHECK(foreign("きれい", "한국말") == 1);
  CHECK(foreign("sea", "мир sunshine") == 0);  // the script of most letters
}

TEST_CASE("From ten comments on that can be placed, a conversation is timed", "[conversation]") {
  for (const int n : {9, 10}) {
    SampleAccount sample;
    const Time at = *sample.post().at;
    sample.comments(n, CommentKind::ordinary, [at](Comment& comment, int) {
      comment.at = at;
      comment.at_step = hour;
    });
    CHECK(sample.talk().timed == (n == 10));
    for (auto& comment : sample.snapshot.comments) comment.at_step = hour + 1;
    CHECK_FALSE(sample.talk().timed);
  }
}

TEST_CASE("A page tells of its creator where it marks, names or shows a like of theirs", "[conversation]") {
  const auto seen = [](auto change) {
    SampleAccount sample;
    sample.post();
    change(sample.comments(2).snapshot.comments[0]);
    return sample.talk().sees_creator;
  };
  CHECK_FALSE(seen([](Comment&) {}));
  CHECK(seen([](Comment& c) { c.by_creator = false; }));
  CHECK(seen([](Comment& c) { c.author = "Creator"; }));
  CHECK(seen([](Comment& c) { c.liked_by_creator = false; }));
}
