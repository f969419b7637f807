#include <catch2/catch.hpp>
#include <string>

#include "wasm/core/text/characters.hpp"
#include "wasm/core/text/lexicon.hpp"
#include "wasm/core/text/likeness.hpp"
#include "wasm/core/text/shape.hpp"
#include "wasm/core/text/utf8.hpp"

using namespace plumb::text;

namespace {

std::vector<char32_t> walk(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

Shape shape_of(std::string_view text, std::string_view self = {}) {
  Shape s;
  read_shape(text, s, self);
  return s;
}

Signature signature_of(std::string_view text) { return signature(shape_of(text).plain); }

}  // namespace

TEST_CASE("UTF-8 is walked, what is broken becomes U+FFFD byte by byte") {
  CHECK(walk("aé€😀") == std::vector<char32_t>{U'a', 0xE9, 0x20AC, 0x1F600});
  CHECK(walk("\xC0\xAF") == std::vector<char32_t>{0xFFFD, 0xFFFD});              // overlong
  CHECK(walk("\xED\xA0\x80") == std::vector<char32_t>{0xFFFD, 0xFFFD, 0xFFFD});  // surrogate
  CHECK(walk("\xF4\x90\x80\x80").size() == 4);                                   // beyond U+10FFFF
  CHECK(walk("x\xE2\x82") == std::vector<char32_t>{U'x', 0xFFFD, 0xFFFD});       // cut
}

TEST_CASE("Characters have their script") {
  CHECK(character_kind(U'q') == CharacterKind::latin);
  CHECK(character_kind(U'ж') == CharacterKind::cyrillic);
  CHECK(character_kind(U'ع') == CharacterKind::arabic);
  CHECK(character_kind(U'か') == CharacterKind::hiragana);
  CHECK(character_kind(U'ー') == CharacterKind::katakana);
  CHECK(character_kind(U'漢') == CharacterKind::han);
  CHECK(character_kind(U'한') == CharacterKind::hangul);
  CHECK(character_kind(U'क') == CharacterKind::devanagari);
  CHECK(character_kind(U'7') == CharacterKind::digit);
  CHECK(character_kind(U'٣') == CharacterKind::digit);
  CHECK(character_kind(U'🔥') == CharacterKind::emoji);
  CHECK(character_kind(0x200D) == CharacterKind::joiner);
  CHECK(character_kind(0xFE0F) == CharacterKind::joiner);
  CHECK(character_kind(U'!') == CharacterKind::common);
  CHECK(character_kind(0x10FFFF) == CharacterKind::common);
}

TEST_CASE("The ranges are in order and do not overlap") {
  const auto ranges = character_ranges();
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    CHECK(ranges[i].first <= ranges[i].last);
    if (i) CHECK(ranges[i].first > ranges[i - 1].last);
  }
}

TEST_CASE("Case, accents and look-alikes fold") {
  CHECK(fold(U'Ä').code == U'a');
  CHECK(fold(U'ł').code == U'l');
  CHECK(fold(U'Ж').code == U'ж');
  CHECK(fold(U'Σ').code == U'σ');
  CHECK(fold(U'ế').code == U'e');
  CHECK(fold(U'ﻻ').code == U'ﻻ');
  CHECK(fold(U'ﺑ').code == U'ب');
  CHECK(fold(U'Ä').stand == Stand::itself);
  CHECK(fold(U'𝐛').code == U'b');
  CHECK(fold(U'𝐛').stand == Stand::style);
  CHECK(fold(U'ｗ').code == U'w');
  CHECK(fold(U'ｗ').stand == Stand::wide);
  CHECK(fold(U'а').code == U'а');
  CHECK(fold(U'а').like == U'a');
  for (const char* disguise : {"𝖕𝖚𝖑𝖆𝖚", "ᴘᴜʟᴀᴜ", "Ⓟⓤⓛⓐⓤ", "🅟🅤🅛🅐🅤", "рulаu", "Ｐｕｌａｕ", "P͓̽u͓̽l͓̽a͓̽u͓̽", "pul4u"}) {
    INFO(disguise);
    CHECK(word_hash(disguise) == word_hash("pulau"));
  }
  CHECK(word_hash("мама") != word_hash("mama"));
  CHECK(word_hash("e\u0301te\u0301") == word_hash("\u00E9t\u00E9"));
  CHECK(word_hash("ｗｏｗ") == word_hash("WOW"));
  CHECK(word_hash("niiiiice") == word_hash("nice"));
  CHECK(word_hash("good") != word_hash("god"));
  CHECK(word_hash("Überraschung") == word_hash("uberraschung"));
}

TEST_CASE("A character of ASCII stands for nothing but its lower case, so that words may read it so") {
  for (char32_t c = 0; c < 0x80; ++c) {
    const bool capital = c >= U'A' && c <= U'Z', letter = capital || (c >= U'a' && c <= U'z');
    CHECK(fold(c).code == (capital ? c + 32 : c));
    CHECK(fold(c).stand == Stand::itself);
    CHECK((character_kind(c) == CharacterKind::latin) == letter);
    CHECK((character_kind(c) == CharacterKind::digit) == (c >= U'0' && c <= U'9'));
    CHECK(character_kind(c) != CharacterKind::mark);
    CHECK(character_kind(c) != CharacterKind::joiner);
  }
}

TEST_CASE("The shape counts what is there") {
  const Shape s =
      shape_of("Look @anna_fx at https://example.com/a and shop.example.com!! $500 😀🔥 #crypto 0041791234567");
  CHECK(s.links == 2);
  CHECK(s.mentions == 1);
  CHECK(s.hashtags == 1);
  CHECK(s.offering_names == 2);
  CHECK(s.amounts == 1);
  CHECK(s.emoji == 2);
  CHECK(s.exclamations == 2);
  CHECK(s.long_numbers == 1);
}

TEST_CASE("Names are dressed by underscores at either end, or by two in a row") {
  CHECK(shape_of("@_ada").decorated_names == 1);
  CHECK(shape_of("@ada_").decorated_names == 1);
  CHECK(shape_of("#ada__b").decorated_names == 1);
  CHECK(shape_of("@ada_b #a").decorated_names == 0);
}

TEST_CASE("An entity of HTML is one character, and an ampersand of its own one, too") {
  CHECK(shape_of("a &amp; b").characters == 3);
  CHECK(shape_of("a &amp; b").words == shape_of("a b").words);
  CHECK(shape_of("&quot;hi&quot;").characters == 4);
  CHECK(shape_of("tom & ann").characters == 7);
  CHECK(shape_of("tom &ampann").characters == 10);
}

TEST_CASE("Capitals are told in Latin, Greek and Cyrillic, to the last of each") {
  CHECK(shape_of("AZ ÀÞ ΑΩ АЯ").capitals == 8);
  CHECK(shape_of("az àþ αω ая").capitals == 0);
}

TEST_CASE("A mark of a moment in the video is no link") {
  CHECK(shape_of("<a href=\"http://www.youtube.com/watch?v=KQ6zr6kCPj8&amp;t=2m19s\">2:19</a> best part").links == 0);
  CHECK(shape_of("at 2:19 it starts").links == 0);
  CHECK(shape_of("see e.g. this").links == 0);
}

TEST_CASE("Japanese is cut where the script changes") {
  CHECK(shape_of("チャンネル登録お願いします").words.size() == 5);
  CHECK(word_hash("チャンネル登録") == phrase_hash(word_hash("チャンネル"), word_hash("登録")));
}

TEST_CASE("Arabic stretching and marks do not change a word") { CHECK(word_hash("جمـــيل") == word_hash("جَمِيل")); }

TEST_CASE("Stretching alone is no word") {
  CHECK(shape_of("ـــ").words.empty());
  CHECK(shape_of("a ـ b").words == shape_of("a b").words);
}

TEST_CASE("Reading broken or enormous text ends") {
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 4096; ++i) {
    state = state * 1664525u + 1013904223u;
    noise.push_back(static_cast<char>(state >> 24));
  }
  CHECK(shape_of(noise).characters > 0);
  CHECK(shape_of(std::string(4096, '<')).characters == 4096);
  CHECK(shape_of(std::string(4096, '@')).mentions == 0);
  CHECK(shape_of("").words.empty());
}

TEST_CASE("Likeness follows the shared parts") {
  const auto a = signature_of("your journey keeps inspiring everyone around the world");
  CHECK(likeness(a, a) == 1);
  CHECK(likeness(a, signature_of("Your journey keeps inspiring everyone around the world!!! 🔥")) == 1);
  CHECK(likeness(a, signature_of("my dog ate the bread that I left on the table")) < 0.3);
}

TEST_CASE("Near-copies are counted in any order and amount") {
  std::vector<Signature> s;
  for (int i = 0; i < 2000; ++i) {
    s.push_back(signature_of(
        "comment number " + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i * 7919) + " about " +
        std::string(1, static_cast<char>('a' + (i / 26) % 26)) + " different things " + std::to_string(i)));
  }
  for (int i = 0; i < 40; ++i) s.push_back(signature_of("lovely feed, check who follows you every single day"));
  const auto copies = find_near_copies(s);
  for (std::size_t i = 2000; i < 2040; ++i) {
    CHECK(copies[i].count == 40);
    CHECK(copies[i].group == copies[2000].group);
    CHECK(copies[i].group != copies[0].group);
  }
}

TEST_CASE("A lexicon finds what it holds, with all its uses") {
  const std::vector<std::pair<std::uint64_t, std::uint32_t>> terms{{11, 1}, {27, 2}, {11, 4}, {43, 8}};
  const Lexicon lexicon(terms);
  CHECK(lexicon.find(11) == 5);
  CHECK(lexicon.find(27) == 2);
  CHECK(lexicon.find(12) == 0);
}
