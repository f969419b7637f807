#include "wasm/core/comments/comment_kinds.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace plumb;

namespace {

Snapshot with(const std::vector<std::string>& texts) {
  Snapshot s;
  s.profile.handle = "creator";
  for (const auto& text : texts) {
    Comment c;
    c.text = text;
    s.comments.push_back(c);
  }
  return s;
}

CommentScore score(const std::string& text) { return score_comments(with({text})).at(0); }

}  // namespace

TEST_CASE("Generic praise is generic, not spam") {
  for (const char* text : {"love this 🔥", "So beautiful!!", "niiiice", "Wow", "qué bonito ❤️", "que lindo 😍",
                           "sehr schön!", "trop belle", "かわいい", "ما شاء الله"}) {
    INFO(text);
    CHECK(score(text).kind == CommentKind::generic);
    CHECK(score(text).atypical < 0.3);
  }
}

TEST_CASE("People who talk are ordinary") {
  for (const char* text :
       {"Where was this taken? I was there in 2012", "My grandmother baked it with rye, try that",
        "¿Cuánto dura el camino en invierno?", "Wo bekommt man das Mehl dafür?", "この道は冬も通れますか",
        "c'était mieux la première fois, non ?", "اي عدسة استعملت هنا؟", "Why did you stop doing these"}) {
    INFO(text);
    CHECK(score(text).kind == CommentKind::ordinary);
    CHECK(score(text).atypical < 0.2);
  }
}

TEST_CASE("A fan who says channel, subscribe or money is not spam for it") {
  for (const char* text : {"love your channel", "I subscribed because of this one", "too much money for a coffee",
                           "happy to be one of your first subscribers 😊"}) {
    INFO(text);
    CHECK(score(text).kind != CommentKind::spam);
  }
}

TEST_CASE("Offers are spam") {
  for (const char* text :
       {"I earned $9000 in a week with @trade_with_anna_fx all thanks to her, dm her now",
        "Check out my channel and subscribe please http://example.com/x",
        "Gracias a ella gané dinero, inversión segura, escríbeme por whatsapp +34600111222",
        "ganhe dinheiro fácil, clique no link https://ganhe.example", "ꜰᴏʟʟᴏᴡ ᴍʏ ᴘᴀɢᴇ ᴀɴᴅ ꜱᴜʙꜱᴄʀɪʙᴇ ᴛᴏ ᴍʏ ᴄʜᴀɴɴᴇʟ"}) {
    INFO(text);
    CHECK(score(text).kind == CommentKind::spam);
  }
}

TEST_CASE("Emoji and mentions alone") {
  CHECK(score("❤️❤️🔥").kind == CommentKind::emoji_only);
  CHECK(score("👩‍👩‍👧‍👦 🇨🇭").kind == CommentKind::emoji_only);
  CHECK(score("@anna @ben").kind == CommentKind::mention_only);
  CHECK(score("@anna 😂").kind == CommentKind::mention_only);
  CHECK(score("@anna look").kind != CommentKind::mention_only);
}

TEST_CASE("Praise, emoji or names alone stay below what only leans to an offer") {
  for (const char* offer : {"i make music too, please give it a chance", "I make covers, have a listen"}) {
    CHECK(score(offer).kind == CommentKind::ordinary);
    for (const char* text : {"love this 🔥", "Wow", "so beautiful", "que lindo 😍", "❤️❤️🔥", "@anna @ben"}) {
      INFO(text);
      CHECK(score(text).atypical < score(offer).atypical);
    }
  }
}

TEST_CASE("Near-copies are found, two alike are not enough") {
  const std::string text = "Your journey keeps inspiring everyone around the world 🔥";
  auto twice = score_comments(with({text, text, "the bread looks burnt", "who made the jacket?"}));
  CHECK(twice[0].kind != CommentKind::repeat);
  auto often =
      score_comments(with({text, "Your journey keeps inspiring everyone around the world!!", "the bread looks burnt",
                           "your journey keeps inspiring everyone around the world ❤️❤️",
                           "Wow Your journey keeps inspiring everyone around the world"}));
  for (const std::size_t i : {0u, 1u, 3u, 4u}) CHECK(often[i].kind == CommentKind::repeat);
  CHECK(often[2].kind == CommentKind::ordinary);
  CHECK(often[0].atypical > twice[0].atypical);
}

TEST_CASE("Short praise that many write is no repetition") {
  for (const auto& s : score_comments(with({"so beautiful", "So beautiful!", "so beautiful 😍", "so beautiful"}))) {
    CHECK(s.kind == CommentKind::generic);
  }
}

TEST_CASE("The order of the comments changes no score") {
  Snapshot s = with({"first to say it", "so beautiful", "your journey keeps inspiring us all",
                     "your journey keeps inspiring us all!", "Your journey keeps inspiring us all",
                     "check out my channel", "❤️", "@a", "", "journey is on my mind"});
  const auto forward = score_comments(s);
  std::reverse(s.comments.begin(), s.comments.end());
  auto backward = score_comments(s);
  std::reverse(backward.begin(), backward.end());
  for (std::size_t i = 0; i < forward.size(); ++i) {
    CHECK(forward[i].atypical == backward[i].atypical);
    CHECK(forward[i].kind == backward[i].kind);
  }
}

TEST_CASE("More copies never make a text less atypical") {
  double before = 0;
  std::vector<std::string> texts{"the bread looks burnt"};
  for (int copies = 1; copies < 20; ++copies) {
    texts.push_back("this morning show saved my whole long week");
    const double now = score_comments(with(texts)).back().atypical;
    CHECK(now >= before);
    before = now;
  }
  CHECK(before > 0.8);
}

TEST_CASE("Without a text nothing is known") {
  Snapshot s;
  s.profile.handle = "creator";
  s.comments.resize(1);
  CHECK_FALSE(score_comments(s)[0].known);
}

TEST_CASE("To address the creator is no mention") {
  const auto measured = measure_comments(
      with({"@Creator I really like what you did with this room", "@someone I really like that room"}));
  const auto mentions = static_cast<std::size_t>(CommentFeature::mentions);
  CHECK(measured[0].features[mentions] == 0);
  CHECK(measured[1].features[mentions] == 1);
}

TEST_CASE("What the caption says is the topic") {
  Snapshot s = with({"the harbour in autumn", "so random"});
  Post post;
  post.id = "p";
  post.caption = "Autumn at the harbour";
  s.posts.push_back(post);
  for (auto& c : s.comments) c.post_id = "p";
  const auto measured = measure_comments(s);
  const auto topic = static_cast<std::size_t>(CommentFeature::topic);
  CHECK(measured[0].features[topic] > 0.4);
  CHECK(measured[1].features[topic] == 0);
}

TEST_CASE("The lexicon has all seven languages and no empty term") {
  CHECK(comment_lexicon_size() > 1500);
  for (std::size_t row = 0; row < comment_lexicon_size(); ++row) CHECK_FALSE(comment_lexicon_term(row).term.empty());
}
