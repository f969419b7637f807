// What is measured of a comment before any table judges it.

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "wasm/core/comments/comment_kinds.hpp"

using namespace plumb;
using F = CommentFeature;

namespace {

struct Measured {
  Snapshot snapshot;
  CommentTraces traces;
  std::vector<MeasuredComment> comments;

  explicit Measured(const std::vector<std::string>& texts, const std::string& caption = {}) {
    snapshot.profile.handle = "creator";
    if (!caption.empty()) {
      Post post;
      post.id = "p0";
      post.caption = caption;
      snapshot.posts.push_back(post);
    }
    for (const std::string& text : texts) {
      Comment c;
      c.text = text;
      c.post_id = "p0";
      snapshot.comments.push_back(c);
    }
    read();
  }
  void read() {
    traces = {};
    comments = measure_comments(snapshot, &traces);
  }
  double operator()(F feature, std::size_t i = 0) const {
    return comments[i].features[static_cast<std::size_t>(feature)];
  }
};

double of(const std::string& text, F feature) { return Measured({text})(feature); }

}  // namespace

TEST_CASE("Shares are of letters, of characters, of words") {
  CHECK(of("ABCDEFGH", F::shout) == 1);
  CHECK(of("ABcdefgh", F::shout) == 0.25);
  CHECK(of("ABCDEFG", F::shout) == 0);  // too few letters to shout
  CHECK(of("рulаu", F::disguised) == 0.4);
  CHECK(of("12", F::disguised) == 0);
  CHECK(of("ab🔥🔥", F::emoji_share) == 0.5);
  CHECK(of("", F::emoji_share) == 0);
  CHECK(of("one two three", F::words) == 3);
}

TEST_CASE("Terms count once, phrases twice, and their words are not read again") {
  CHECK(of("subscribe", F::promotion) == 1);
  CHECK(of("my channel", F::promotion) == 2);
  CHECK(of("subscribe my channel", F::promotion) == 3);
  CHECK(of("sub 4 sub", F::promotion) == 2);
  CHECK(of("all thanks to her", F::testimony) == 2);
  CHECK(of("crypto and bitcoin", F::finance) == 2);
  CHECK(of("tram whatsapp", F::contact) == 1);
  CHECK(of("tram station", F::promotion) == 0);
}

TEST_CASE("Praise and conversation are shares of the words, phrases with all of theirs") {
  CHECK(of("beautiful tram at night", F::praise_share) == 0.25);
  CHECK(of("tram", F::praise_share) == 0);
  CHECK(of("because tram", F::conversation_share) == 0.5);
  CHECK(of("", F::praise_share) == 0);
}

TEST_CASE("Cues are the kinds of terms and marks of an offer, each once") {
  CHECK(of("tram", F::cues) == 0);
  CHECK(of("bitcoin crypto bitcoin", F::cues) == 1);
  CHECK(of("bitcoin on whatsapp", F::cues) == 2);
  CHECK(of("www.a.example", F::cues) == 1);
  CHECK(of("@forex_ada", F::cues) == 1);
  CHECK(of("$500", F::cues) == 1);
  CHECK(of("0041791234567", F::cues) == 1);
  CHECK(of("💰", F::cues) == 1);
  CHECK(of("tram bus boat road path @ada", F::cues) == 1);  // a name that is endorsed
  CHECK(of("bitcoin www.a.example 💰💰 $500", F::cues) == 4);
}

TEST_CASE("An offer names somewhere to turn to; sums and names of money count twice") {
  CHECK(of("bitcoin $500", F::offer) == 0);
  CHECK(of("bitcoin $500 @ada", F::offer) == 3);
  CHECK(of("bitcoin $500 #ada", F::offer) == 3);
  CHECK(of("bitcoin $500 www.a.example", F::offer) == 3);
  CHECK(of("bitcoin 0041791234567", F::offer) == 1);
  CHECK(of("@forex_ada", F::offer) == 2);
  CHECK(of("subscribe whatsapp @ada", F::offer) == 2);
  CHECK(of("all thanks to @ada", F::offer) == 2);
  // As many of one kind of place as of another are places.
  CHECK(of("bitcoin $500 @ada #ada", F::offer) == 3);
  CHECK(of("bitcoin $500 #ada www.a.example", F::offer) == 3);
  CHECK(of("bitcoin $500 www.a.example 0041791234567", F::offer) == 3);
  CHECK(of("bitcoin $500 @ada 0041791234567", F::offer) == 3);
}

TEST_CASE("What a comment consists of: emoji, names, praise alone") {
  const auto kind = [](const std::string& text) {
    const MeasuredComment m = Measured({text}).comments[0];
    return std::string(m.only_emoji ? "e" : "") + (m.only_mentions ? "m" : "") + (m.only_generic ? "g" : "");
  };
  CHECK(kind("🔥🔥") == "e");
  CHECK(kind("!!!").empty());
  CHECK(kind("@ada") == "m");
  CHECK(kind("@ada 🔥") == "m");
  CHECK(kind("🔥 #tag").empty());
  CHECK(kind("🔥 www.a.example").empty());
  CHECK(kind("@ada #tag").empty());
  CHECK(kind("so beautiful 🔥") == "g");
  CHECK(kind("so beautiful tram").empty());
  CHECK(kind("so beautiful #tag").empty());
  CHECK(kind("so beautiful www.a.example").empty());
  CHECK(kind("").empty());
}

TEST_CASE("The topic is the share of words that the caption has, too, praise and filler left out") {
  const Measured m({"lighthouse tram", "beautiful tram", "tram bus", "lighthouse harbour"},
                   "beautiful lighthouse, harbour, lighthouse");
  CHECK(m(F::topic, 0) == 0.5);
  CHECK(m(F::topic, 1) == 0);
  CHECK(m(F::topic, 2) == 0);
  CHECK(m(F::topic, 3) == 1);
  Measured elsewhere({"lighthouse tram"}, "lighthouse");
  elsewhere.snapshot.comments[0].post_id = "p1";
  elsewhere.read();
  CHECK(elsewhere(F::topic) == 0);
}

TEST_CASE("Letters that the caption invites count a quarter, and those of praise alone three of four") {
  const Measured m({"lighthouse tram", "so beautiful", "so beautiful tram"}, "lighthouse");
  CHECK(m.traces.comments[0].all_letters == 14 - 7.5);
  CHECK(m.traces.comments[0].letters == 6.5);
  CHECK(m.traces.comments[1].all_letters == 11);
  CHECK(m.traces.comments[1].letters == 8.25);  // between them and half of them
  CHECK(m.traces.comments[2].letters == 15);
}

TEST_CASE("Copies count from more than twenty letters on; a campaign's traces count them all") {
  const auto copies = [](const std::string& text) { return Measured({text, text, "tram bus boat"}); };
  const Measured twenty = copies("lighthouse lighthouse"), more = copies("lighthouse lighthouses");
  CHECK(twenty(F::copies) == 1);
  CHECK(more(F::copies) == 2);
  CHECK(more(F::copies, 2) == 1);
  CHECK(twenty.traces.comments[0].copies == 2);
  CHECK(twenty.traces.comments[0].copy_group == twenty.traces.comments[1].copy_group);
  CHECK(twenty.traces.comments[0].copy_group != 0);
  CHECK(twenty.traces.comments[2].copies == 1);
  CHECK(twenty.traces.comments[2].copy_group == 0);
}

TEST_CASE("What has no text is not known, and the creator's comments are no trace") {
  Measured m({"lighthouse lighthouses", "lighthouse lighthouses", "tram"});
  m.snapshot.comments[0].text.reset();
  m.snapshot.comments[1].by_creator = true;
  m.read();
  CHECK_FALSE(m.comments[0].known);
  CHECK(m.comments[1].known);
  CHECK_FALSE(m.traces.comments[0].counts);
  CHECK_FALSE(m.traces.comments[1].counts);
  CHECK(m.traces.comments[2].counts);
}

TEST_CASE("An author is one person under any number of comments; without one each is somebody else") {
  Measured m({"a", "b", "c", "d", "e"});
  m.snapshot.comments[0].author = m.snapshot.comments[2].author = "ada";
  m.snapshot.comments[1].author = "bob";
  m.read();
  const auto author = [&m](std::size_t i) { return m.traces.comments[i].author; };
  CHECK(author(0) == author(2));
  CHECK(author(0) != author(1));
  CHECK(author(3) != author(4));
  CHECK(author(0) % 2 == 1);
  CHECK(author(3) % 2 == 0);
}
