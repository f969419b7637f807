/// @file
/// @brief What holds of each signal about one kind of comment.
#pragma once

#include "tests/core/sample_account.hpp"

namespace plumb::test {

/// Twenty ordinary comments and some of one kind.
inline SampleAccount comments_with(CommentKind kind, int count) {
  SampleAccount account;
  account.post();
  return account.comments(20).comments(count, kind);
}

inline void check_comment_kind(SignalId id, CommentKind kind) {
  SECTION("says nothing without comments, nor of comments whose text was not read") {
    CHECK_FALSE(SampleAccount().look(id));
    SampleAccount unread;
    unread.comments(30, kind, [](Comment& comment, int) { comment.text.reset(); });
    for (auto& score : unread.comment_scores) score.known = false;
    CHECK_FALSE(unread.look(id));
  }
  SECTION("more of the kind speak for less organic engagement, up to the cap") {
    double before = odds_moved(comments_with(kind, 0).evidence(id));
    CHECK(before < 0);
    for (const int count : {2, 5, 10, 20, 60, 400}) {
      const double moved = odds_moved(comments_with(kind, count).evidence(id));
      CHECK(moved >= before);
      CHECK(moved <= most_odds());
      before = moved;
    }
    CHECK(before > 0);
  }
  SECTION("comments of another kind change nothing but of how many it is told") {
    const auto other = kind == CommentKind::spam ? CommentKind::emoji_only : CommentKind::spam;
    auto account = comments_with(kind, 5);
    const auto alone = account.evidence(id);
    const auto beside = account.comments(40, other).evidence(id);
    CHECK(*alone.engagement == *beside.engagement);
    CHECK(*alone.seen.of == 25);
    CHECK(*beside.seen.of == 65);
  }
  SECTION("names the comments, but none of the creator's own") {
    auto account = comments_with(kind, 2);
    account.comment(kind).by_creator = true;
    account.comment(kind).id.reset();
    const auto found = account.evidence(id);
    CHECK(items_of(found) == std::vector<std::string>{"c20", "c21"});
    CHECK(found.seen.value == 3);
    for (const auto& item : found.items) CHECK(item.kind == ItemKind::comment);
  }
}

}  // namespace plumb::test
