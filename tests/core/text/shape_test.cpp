// What is read of a text, one thing a case: each bound is tried on both of its sides.

#include <catch2/catch.hpp>
#include <string>

#include "wasm/core/text/shape.hpp"

using namespace plumb::text;

namespace {

Shape shape_of(std::string_view text, std::string_view self = {}) {
  Shape s;
  read_shape(text, s, self);
  return s;
}

/// A code point as UTF-8, by the standard's table.
std::string utf8(char32_t c) {
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)};
}

std::u32string plain_of(std::string_view text, std::string_view self = {}) {
  const Shape s = shape_of(text, self);
  return {s.plain.begin(), s.plain.end()};
}

/// The only token of a text: none, where there is none or another kind.
bool has_token(std::string_view text, TokenKind kind) {
  const Shape s = shape_of(text);
  return s.tokens.size() == 1 && s.tokens[0].kind == kind;
}

}  // namespace

TEST_CASE("A sum of money is a number beside a sign of a currency, or thousands by their k") {
  for (const char32_t sign : {U'$', U'€', U'£', U'¥', char32_t{0x20A0}, char32_t{0x20BF}, char32_t{0x20C0}}) {
    INFO(static_cast<unsigned>(sign));
    CHECK(shape_of("pay " + utf8(sign) + "5").amounts == 1);
    CHECK(shape_of("pay " + utf8(sign) + " 5").amounts == 1);
    CHECK(shape_of("pay 5" + utf8(sign)).amounts == 1);
    CHECK(shape_of("pay 5 " + utf8(sign) + " now").amounts == 1);
    CHECK(shape_of("pay " + utf8(sign) + " now 5").amounts == 0);
    CHECK(shape_of("pay 5 now " + utf8(sign)).amounts == 0);
  }
  for (const char32_t sign : {U'#', U'%', U'¢', U'¤', U'§', char32_t{0x209F}, char32_t{0x20C1}}) {
    INFO(static_cast<unsigned>(sign));
    CHECK(shape_of("pay " + utf8(sign) + " 5").amounts == 0);
    CHECK(shape_of("pay 5 " + utf8(sign)).amounts == 0);
  }
  CHECK(shape_of("5 $ 5").amounts == 1);  // the sign belongs to one of them
  CHECK(shape_of("$ ! 5").amounts == 0);
  CHECK(shape_of("5 ! $").amounts == 0);
  CHECK(shape_of("$five").amounts == 0);
  CHECK(shape_of("$5m").amounts == 1);
  CHECK(shape_of("$5mn").amounts == 0);
  CHECK(shape_of("earn 10k").amounts == 1);
  CHECK(shape_of("earn 10K").amounts == 1);
  CHECK(shape_of("10k").amounts == 0);  // by itself a count of anything
  CHECK(shape_of("earn 10x").amounts == 0);
  CHECK(shape_of("earn 10kg").amounts == 0);
  CHECK(shape_of("earn k").amounts == 0);
}

TEST_CASE("Emoji of money are told from their neighbours") {
  for (char32_t c = 0x1F4B0; c <= 0x1F4B9; ++c) CHECK(shape_of(utf8(c)).money_emoji == 1);
  for (const char32_t c : {0x1F911, 0x1F48E, 0x1F4C8, 0x1FA99, 0x1F680}) CHECK(shape_of(utf8(c)).money_emoji == 1);
  for (const char32_t c : {0x1F4AF, 0x1F4BA, 0x1F910, 0x1F912, 0x1F48D, 0x1F48F, 0x1F4C7, 0x1F4C9, 0x1F681}) {
    INFO(static_cast<unsigned>(c));
    CHECK(shape_of(utf8(c)).emoji == 1);
    CHECK(shape_of(utf8(c)).money_emoji == 0);
  }
  CHECK(shape_of("💰💰💎").money_emoji == 3);
}

TEST_CASE("A long number has seven digits or more, and one letter at most") {
  CHECK(shape_of("1234567").long_numbers == 1);
  CHECK(shape_of("x1234567").long_numbers == 1);
  CHECK(shape_of("123456").long_numbers == 0);
  CHECK(shape_of("xy1234567").long_numbers == 0);
  CHECK(shape_of("1234567 12345678").long_numbers == 2);
}

TEST_CASE("An address is a link by its beginning or by a domain that everybody knows") {
  for (const char* link : {"http://a.example", "https://a.example", "www.a.example", "HTTP://A.EXAMPLE",
                           "HTTPS://A.EXAMPLE", "Www.a.example"}) {
    INFO(link);
    const std::string address = link;
    CHECK(shape_of(address).links == 1);
    CHECK(shape_of(address).characters == 1);
    CHECK(shape_of(address + " nice").words == shape_of("nice").words);
    CHECK(shape_of(address + "<b>nice").words == shape_of("nice").words);
    CHECK(shape_of(address + "\"nice").words == shape_of("nice").words);
    CHECK(shape_of("see (" + address + ")").links == 1);
  }
  CHECK(shape_of("how").links == 0);
  CHECK(shape_of("http:/a").links == 0);
  CHECK(shape_of("見www.a.example").links == 0);  // in the middle of what is written together
  for (const char* link : {"shop.com", "shop.NET", "shop.org", "shop.me.", "shop.tv!", "shop1.io", "é.de", "a_.co"})
    CHECK(shape_of(link).links == 1);
  for (const char* none : {"shop.come", "shop.c", "shop.com5", "shop.com_x", ".com", "a .com", "$.com", "shop. com"}) {
    INFO(none);
    CHECK(shape_of(none).links == 0);
  }
  CHECK(shape_of("watch?v=abc").links == 1);
  CHECK(shape_of("watch?V=abc").links == 1);
  CHECK(shape_of("what?").links == 0);
  CHECK(shape_of("what?v is it").links == 0);
  CHECK(shape_of("a www.b.example 12").characters == 4);
}

TEST_CASE("A link to a moment of the video says t=, digits, behind what is no letter") {
  for (const char* moment :
       {"www.a.example?t=5", "www.a.example&t=2m19s", "www.a.example/t=0", "www.a.example?v=1&t=9"})
    CHECK(shape_of(moment).links == 0);
  for (const char* link : {"www.a.example?at=5", "www.a.example?zt=5", "www.a.example?t=x",
                           "www.a.example?t=", "www.a.example?t:5", "www.a.example?s=5", "www.a.example?t=/"}) {
    INFO(link);
    CHECK(shape_of(link).links == 1);
  }
}

TEST_CASE("Tags of HTML are skipped, what only looks like one is text") {
  CHECK(shape_of("<a href=\"a\">b</a>").links == 1);
  CHECK(shape_of("<a HREF=\"a\">b</a>").links == 1);
  CHECK(shape_of("<b>c</b>").links == 0);
  CHECK(shape_of("<b>c</b>").characters == 1);
  CHECK(shape_of("<Z>c</Z>").characters == 1);
  CHECK(shape_of("a <b").characters == 3);
  CHECK(shape_of("a <").characters == 2);
  CHECK(shape_of("<3 you > me").characters == 8);
  CHECK(shape_of("a < b > c").characters == 5);
  for (const char* entity : {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;", "&nbsp;"})
    CHECK(shape_of(entity).characters == 1);
}

TEST_CASE("A name behind @ or # has letters, digits, dots and dashes") {
  for (const char* name : {"@a", "@z", "@A", "@Z", "@0", "@9", "@_", "@.", "@-", "@é"}) {
    INFO(name);
    CHECK(shape_of(name).mentions == 1);
    CHECK(shape_of(name).words.empty());
  }
  for (const char* none : {"@", "@ a", "@/", "@:", "@[", "@`", "@{", "@@"}) {
    INFO(none);
    CHECK(shape_of(none).mentions == 0);
  }
  const Shape s = shape_of("@aZ09_.-b see");
  CHECK(s.mentions == 1);
  CHECK(s.hashtags == 0);
  CHECK(s.characters == 12);
  CHECK(s.words == shape_of("see").words);
  CHECK(shape_of("#a #b").hashtags == 2);
  CHECK(shape_of("#").hashtags == 0);
}

TEST_CASE("Who is addressed is not mentioned, in capitals or not") {
  CHECK(shape_of("@creator hi", "creator").mentions == 0);
  CHECK(shape_of("@CREATOR hi", "creator").mentions == 0);
  CHECK(shape_of("@creator hi", "Creator").mentions == 0);
  CHECK(shape_of("@creator hi", "creator").characters == 10);
  CHECK(shape_of("@creator2 hi", "creator").mentions == 1);
  CHECK(shape_of("@creato hi", "creator").mentions == 1);
  CHECK(shape_of("@creatos hi", "creator").mentions == 1);
  CHECK(shape_of("#creator hi", "creator").hashtags == 1);
  CHECK(plain_of("so @creator hi", "creator") == U"so hi");
}

TEST_CASE("A name offers money by any stem in it, and counts once") {
  CHECK(shape_of("@coinbaker").offering_names == 1);
  CHECK(shape_of("@mybitcoin").offering_names == 1);
  CHECK(shape_of("@a_FOREX_b").offering_names == 1);
  CHECK(shape_of("@cryptocoin").offering_names == 1);
  CHECK(shape_of("#income @trader").offering_names == 2);
  CHECK(shape_of("@coi @baker #corn").offering_names == 0);
}

TEST_CASE("Behind five words a name is endorsed, and a mention a token with its place") {
  const Shape s = shape_of("one two three four five @Ada #bob");
  CHECK(s.endorsed_names == 2);
  REQUIRE(s.tokens.size() == 1);
  CHECK(s.tokens[0].kind == TokenKind::account);
  CHECK(s.tokens[0].begin == 24);
  CHECK(s.tokens[0].end == 28);
  CHECK(s.tokens[0].hash == shape_of("five four three two one zero @ada").tokens.at(0).hash);
  CHECK(s.tokens[0].hash != shape_of("one two three four five @adb").tokens.at(0).hash);
  CHECK(shape_of("one two three four @ada #bob").endorsed_names == 0);
  CHECK(shape_of("one two three four @ada").tokens.empty());
}

TEST_CASE("The tail is what different emoji stand behind the last word, three at most") {
  CHECK(shape_of("nice").tail_kinds == 0);
  const Shape s = shape_of("nice 🌵 🦚");
  REQUIRE(s.tail_kinds == 2);
  CHECK(s.tail[0] == U'🌵');
  CHECK(s.tail[1] == U'🦚');
  CHECK(shape_of("🌵🌵🦚🌵").tail_kinds == 2);
  CHECK(shape_of("🌵🦚🐸🦊🐙").tail_kinds == 3);
  CHECK(shape_of("🌵🦚🐸🦊🐙").emoji == 5);
  CHECK(shape_of("🌵🦚 nice").tail_kinds == 0);
  CHECK(shape_of("nice 🌵 @ada").tail_kinds == 0);
  CHECK(shape_of("nice 🌵 @ada 🦚").tail_kinds == 1);
}

TEST_CASE("Emoji joined to one, and shades of skin, are parts of the emoji before them") {
  CHECK(shape_of("👩\u200D🚀").tail_kinds == 1);
  CHECK(shape_of("👩\u200D🚀🌵").tail_kinds == 2);
  CHECK(shape_of("👩\u200D🚀").emoji == 2);
  CHECK(shape_of("👍\uFE0F🌵").tail_kinds == 2);
  for (char32_t tone = 0x1F3FB; tone <= 0x1F3FF; ++tone) CHECK(shape_of("👍" + utf8(tone)).tail_kinds == 1);
  CHECK(shape_of("👍" + utf8(0x1F3FA)).tail_kinds == 2);
  CHECK(shape_of("👍" + utf8(0x1F400)).tail_kinds == 2);
}

TEST_CASE("A sentence is closed that begins with a capital or a number and ends with a mark") {
  for (const char* mark : {".", "!", "?", "…", "。", "！", "？", "؟", "।"}) {
    INFO(mark);
    CHECK(shape_of(std::string("Well done") + mark).closed == 1);
    CHECK(shape_of(std::string("Well done") + mark).unclosed == 0);
    CHECK(shape_of(std::string("well done") + mark).closed == 0);
    CHECK(shape_of(std::string("well done") + mark).unclosed == 1);
  }
  for (const char* none : {",", ";", ":", "、", "-"}) CHECK(shape_of(std::string("Well done") + none).unclosed == 1);
  CHECK(shape_of("Well done").closed == 0);
  const Shape s = shape_of("Well done... so nice! 42 it is. Thanks");
  CHECK(s.closed == 2);
  CHECK(s.unclosed == 2);
  CHECK(shape_of("wEll done.").closed == 0);
  CHECK(shape_of("?! ...").unclosed == 0);
  // Scripts without capitals, in which a mark alone tells.
  for (const char* text : {"漢字。", "きれい。", "カメラ。", "한국.", "جميل؟"}) CHECK(shape_of(text).closed == 1);
  CHECK(shape_of("नमस्ते।").unclosed == 1);
}

TEST_CASE("Marks at the end are counted apart") {
  CHECK(shape_of("what?! yes!").exclamations == 2);
  CHECK(shape_of("what?! yes!").questions == 1);
  CHECK(shape_of("what. yes").exclamations + shape_of("what. yes").questions == 0);
}

TEST_CASE("A letter is counted in its script, and as what it tells") {
  const Shape s = shape_of("Ab жз 漢字 カ 한국");
  const auto of = [&s](CharacterKind kind) { return s.kinds[static_cast<std::size_t>(kind)]; };
  CHECK(s.letters == 9);
  CHECK(of(CharacterKind::latin) == 2);
  CHECK(of(CharacterKind::cyrillic) == 2);
  CHECK(of(CharacterKind::han) == 2);
  CHECK(of(CharacterKind::katakana) == 1);
  CHECK(of(CharacterKind::hangul) == 2);
  CHECK(s.lengths == std::vector<std::uint8_t>{2, 2, 4, 2, 4});
  CHECK(shape_of("جميل שלום abc1").lengths == std::vector<std::uint8_t>{6, 6, 3});
  CHECK(shape_of(std::string(254, 'a')).lengths.at(0) == 254);
  CHECK(shape_of(std::string(256, 'a')).lengths.at(0) == 255);
  CHECK(shape_of("漢字abc").words == shape_of("漢字 abc").words);
  CHECK(shape_of("abc漢字").words == shape_of("abc 漢字").words);
  CHECK(shape_of("abжз").words.size() == 1);  // mixed on purpose
}

TEST_CASE("Letters in disguise are counted, and three signs make a token") {
  CHECK(shape_of("pulau").disguised == 0);
  CHECK(shape_of("pulau").tokens.empty());
  CHECK(shape_of("𝐏𝐔𝐋").disguised == 3);
  CHECK(has_token("𝐏𝐔𝐋", TokenKind::disguised));
  CHECK(has_token("𝐏𝐔7", TokenKind::disguised));
  CHECK(shape_of("𝐏𝐔").disguised == 2);
  CHECK(shape_of("𝐏𝐔").tokens.empty());
  CHECK(shape_of("𝟕𝟕𝟕").tokens.empty());  // digits alone are no word
  const Shape s = shape_of("go 𝐏𝐔𝐋!");
  REQUIRE(s.tokens.size() == 1);
  CHECK(s.tokens[0].begin == 3);
  CHECK(s.tokens[0].end == 15);  // letters of four bytes
  CHECK(s.tokens[0].hash == word_hash("pul"));
}

TEST_CASE("Letters borrowed from another script are a disguise beside Latin ones alone") {
  CHECK(shape_of("рulаu").disguised == 2);
  CHECK(has_token("рulаu", TokenKind::disguised));
  CHECK(shape_of("мама").disguised == 0);
  CHECK(shape_of("мама").tokens.empty());
  CHECK(shape_of("оса 12").tokens.empty());  // each letter has a Latin double, and the word is Russian
}

TEST_CASE("Full width is a disguise where nothing around is written so") {
  CHECK(shape_of("Ｐｕｌａｕ").disguised == 5);
  CHECK(has_token("Ｐｕｌａｕ", TokenKind::disguised));
  for (const char* text : {"Ｐｕｌａｕ 漢", "Ｐｕｌａｕ か", "Ｐｕｌａｕ カ", "Ｐｕｌａｕ 한"}) {
    INFO(text);
    CHECK(shape_of(text).disguised == 0);
    CHECK(shape_of(text).tokens.empty());
  }
  CHECK(shape_of("𝐏𝐔𝐋 漢").tokens.size() == 1);
}

TEST_CASE("Heaps of marks on Latin letters are a disguise, accents are none") {
  const auto disguised = [](char32_t mark) { return shape_of("abc" + utf8(mark) + utf8(mark) + utf8(mark)).disguised; };
  for (const char32_t mark : {0x0332, 0x0341, 0x0343, 0x0344, 0x0346, 0x036F, 0x1AB0, 0x20D0, 0x20F0}) {
    INFO(static_cast<unsigned>(mark));
    CHECK(disguised(mark) == 3);
  }
  for (const char32_t mark : {0x0300, 0x0331, 0x0342, 0x0345}) {
    INFO(static_cast<unsigned>(mark));
    CHECK(disguised(mark) == 0);
  }
  CHECK(shape_of("abc\u0332\u0332").disguised == 0);
  CHECK(shape_of("жзи\u0332\u0332\u0332").disguised == 0);
}

TEST_CASE("A digit among letters stands for the letter that it looks like") {
  const char* pairs[][2] = {{"xa0ax", "xaoax"}, {"xa1ax", "xaiax"}, {"xa3ax", "xaeax"}, {"xx4xx", "xxaxx"},
                            {"xa5ax", "xasax"}, {"xa7ax", "xatax"}, {"xa8ax", "xabax"}, {"xa9ax", "xagax"}};
  for (const auto& [digit, letter] : pairs) {
    INFO(digit);
    CHECK(word_hash(digit) == word_hash(letter));
  }
  CHECK(word_hash("4pple") == word_hash("apple"));
  CHECK(word_hash("a1b") == word_hash("aib"));
  CHECK(word_hash("4go") != word_hash("ago"));      // before two letters a count
  CHECK(word_hash("part5") != word_hash("parts"));  // at the end a number
  CHECK(word_hash("b00k") != word_hash("book"));    // two of them are one
  CHECK(word_hash("xa2ax") != word_hash("xa6ax"));  // look like none
  CHECK(word_hash("00") != word_hash("oo"));
}

TEST_CASE("From three on, repeated letters are one; digits are what they are") {
  CHECK(word_hash("niiice") == word_hash("nice"));
  CHECK(word_hash("niice") != word_hash("nice"));
  CHECK(word_hash("sooo") == word_hash("so"));
  CHECK(word_hash("soo") != word_hash("so"));
  CHECK(word_hash("aaabbb") == word_hash("ab"));
  CHECK(word_hash("aabb") != word_hash("ab"));
  CHECK(word_hash("aabb") != word_hash("aab"));
  CHECK(word_hash("1000") != word_hash("10"));
}

TEST_CASE("A name with numbers has three Latin letters and five signs, and is no year and no part") {
  for (const char* name : {"pulau777", "abc12", "klub3999", "klub199", "klub20112", "kl7ub", "kl7ub2", "club2b3x"}) {
    INFO(name);
    CHECK(has_token(name, TokenKind::numbered));
  }
  for (const char* none :
       {"pulau", "777", "ab123", "ab1c", "orang2", "klub1999", "klub2012", "7777klub", "7klub77", "клуб777", "12345"}) {
    INFO(none);
    CHECK(shape_of(none).tokens.empty());
  }
  const Shape s = shape_of("go pulau777 now");
  REQUIRE(s.tokens.size() == 1);
  CHECK(s.tokens[0].begin == 3);
  CHECK(s.tokens[0].end == 11);
  CHECK(s.tokens[0].hash == word_hash("pulau777"));
}

TEST_CASE("Four signs that stand alone, three letters among them, are one name") {
  const Shape s = shape_of("go P U L A U now");
  REQUIRE(s.tokens.size() == 1);
  CHECK(s.tokens[0].kind == TokenKind::spaced);
  CHECK(s.tokens[0].begin == 3);
  CHECK(s.tokens[0].end == 12);
  CHECK(s.tokens[0].hash == word_hash("pulau"));
  for (const char* name : {"p u l a", "1 a b c", "a b c 1 2 3", "p.u.l.a", "ا ب ت ث"}) {
    INFO(name);
    CHECK(has_token(name, TokenKind::spaced));
  }
  for (const char* none : {"p u l", "1 2 a b", "1 2 3 4", "p u ok l a", "漢 か 漢 か", "한 국 한 국"}) {
    INFO(none);
    CHECK(shape_of(none).tokens.empty());
  }
  CHECK(shape_of("p u l a ok q r s t").tokens.size() == 2);
  CHECK(shape_of("a b c ok 1 2 3 4").tokens.empty());  // letters of another run
}

TEST_CASE("For likeness, what is written is folded letters, one space between words, and signs for links and names") {
  CHECK(plain_of("Hi  THERE") == U"hi there");
  CHECK(plain_of("hi www.a.example 12") == U"hi/ 00");
  CHECK(plain_of("hi @ada #bob you") == U"hi@# you");
  CHECK(plain_of("@ada #bob www.a.example you") == U"you");  // what begins with them is addressed, not said
  CHECK(plain_of("!!! 🌵") == U"");
}

TEST_CASE("Full width is usual beside one letter of any script that is typed so, as many as there are of two") {
  for (const char* beside : {"漢", "か", "カ", "한", "漢 か", "漢 カ", "漢 한", "か カ", "か 한", "カ 한"}) {
    INFO(beside);
    const Shape s = shape_of(std::string("ＡＢＣ ") + beside);
    CHECK(s.disguised == 0);
    CHECK(s.tokens.empty());
  }
  // One letter of full width in a word is enough to be usual; other disguises stay what they are.
  CHECK(shape_of("ａbc 漢").tokens.empty());
  CHECK(has_token("𝐚𝐛𝐜 漢", TokenKind::disguised));
  CHECK(has_token("ａbc", TokenKind::disguised));
}

TEST_CASE("Signs beside the letters of ASCII are no letters, and end a word") {
  for (const char* sign : {"{", "`", "@", "[", "|", "~", "/", ":"}) {
    INFO(sign);
    const Shape s = shape_of(std::string("ab") + sign + " cd");
    CHECK(s.letters == 4);
    CHECK(s.words.size() == 2);
  }
}

TEST_CASE("A domain stands behind a name: what is before the text, or is no part of one, makes none") {
  const std::string_view whole = "a.com is there";
  CHECK(shape_of(whole).links == 1);
  CHECK(shape_of(whole.substr(1)).links == 0);
  CHECK(shape_of("see !.com").links == 0);
  CHECK(shape_of("see .com").links == 0);
}

TEST_CASE("Marks without a word are no sentence, and the first emoji is one of its own") {
  for (const char* marks : {"!", "? ?", "…", "", "🔥!"}) {
    INFO(marks);
    CHECK(shape_of(marks).closed == 0);
    CHECK(shape_of(marks).unclosed == 0);
  }
  CHECK(shape_of("🔥").tail_kinds == 1);
  CHECK(shape_of("500").amounts == 0);
  CHECK(shape_of("$").amounts == 0);
}

TEST_CASE("Latin letters beyond ASCII are Latin in names with numbers, under heaps of marks and beside borrowed ones") {
  CHECK(has_token("éèà77", TokenKind::numbered));
  CHECK(has_token("ßøł1999x", TokenKind::numbered));
  CHECK(shape_of("éèà\u0332\u0332\u0332").disguised == 3);
  CHECK(shape_of("éрà").disguised == 1);  // a Cyrillic letter between two Latin ones
}

TEST_CASE("A sign of a currency behind a number makes a sum, behind a word none") {
  CHECK(shape_of("500 €").amounts == 1);
  CHECK(shape_of("500€").amounts == 1);
  CHECK(shape_of("word €").amounts == 0);
  CHECK(shape_of("word5 €").amounts == 0);
  CHECK(shape_of("€ word").amounts == 0);
  CHECK(shape_of("500 word €").amounts == 0);
  CHECK(shape_of("500! €").amounts == 0);
}

TEST_CASE("A mark that stands behind no letter is no character, and joins nothing") {
  CHECK(shape_of("🔥\u0301").characters == 1);
  CHECK(shape_of("! \u0301").characters == 1);
  CHECK(shape_of("🔥\u0301🌵").tail_kinds == 2);
  CHECK(shape_of("🔥\u200D🌵").tail_kinds == 1);
  CHECK(shape_of("🔥\u200D\uFE0F🌵").tail_kinds == 1);  // joined, whatever mark stands between
}

TEST_CASE("Names one right behind the other are each one") {
  CHECK(shape_of("@ada@bob").mentions == 2);
  CHECK(shape_of("#ada#bob").hashtags == 2);
  CHECK(shape_of("@ada#bob").mentions == 1);
  CHECK(shape_of("@ada#bob").hashtags == 1);
  CHECK(shape_of("@ada<b>@bob").mentions == 2);
  CHECK(shape_of("&amp;@ada").mentions == 1);
}
