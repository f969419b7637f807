// What each trace of a campaign adds, in nats, calculated by hand from wasm/data/campaigns.tsv.

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "wasm/core/comments/campaigns.hpp"

using namespace plumb;
using text::Token;
using text::TokenKind;

namespace {

Approx nats(double value) { return Approx(value).epsilon(1e-9); }

/// Comments of as many authors, unless told otherwise.
struct Page {
  CommentTraces traces;

  CommentTrace& add(const std::vector<std::uint64_t>& words = {}, const std::vector<Token>& tokens = {}) {
    CommentTrace c;
    c.words_begin = static_cast<std::uint32_t>(traces.words.size());
    traces.words.insert(traces.words.end(), words.begin(), words.end());
    c.words_end = static_cast<std::uint32_t>(traces.words.size());
    c.tokens_begin = static_cast<std::uint32_t>(traces.tokens.size());
    traces.tokens.insert(traces.tokens.end(), tokens.begin(), tokens.end());
    c.tokens_end = static_cast<std::uint32_t>(traces.tokens.size());
    c.author = 1000 + traces.comments.size();
    c.counts = true;
    traces.comments.push_back(c);
    return traces.comments.back();
  }
  /// One who prints the token so, which is one of the words, too.
  CommentTrace& print(std::uint64_t token, TokenKind kind) { return add({token}, {{token, kind, 0, 1}}); }
  /// `n` comments with this many letters; from two on near-copies of one text.
  void say(std::size_t n, double letters, double all_letters, std::uint64_t group) {
    for (std::size_t i = 0; i < n; ++i) {
      CommentTrace& c = add();
      c.letters = letters;
      c.all_letters = all_letters;
      c.copies = static_cast<std::uint32_t>(n);
      c.copy_group = group;
    }
  }
  void say_alone(std::size_t n, double letters) {
    for (std::size_t i = 0; i < n; ++i) say(1, letters, letters, 0);
  }
  std::vector<CampaignEvidence> found() const { return find_campaigns(traces); }
};

constexpr char32_t rare = 0x1F6A7, usual = U'😂';

CommentTrace with_tail(std::vector<char32_t> emoji) {
  CommentTrace c;
  c.counts = true;
  c.tail_kinds = static_cast<std::uint32_t>(emoji.size());
  for (std::size_t i = 0; i < emoji.size(); ++i) c.tail[i] = emoji[i];
  return c;
}

CampaignEvidence of_one(const CommentTrace& c) {
  CommentTraces traces;
  traces.comments.push_back(c);
  return find_campaigns(traces).at(0);
}

}  // namespace

TEST_CASE("A token tells by the logarithm of its authors, and by its strongest form") {
  const std::pair<TokenKind, double> weights[] = {
      {TokenKind::disguised, 1.5}, {TokenKind::spaced, 1.3}, {TokenKind::numbered, 1.2}, {TokenKind::account, 0.6}};
  for (const auto& [kind, weight] : weights) {
    for (std::size_t authors = 1; authors <= 4; ++authors) {
      Page page;
      for (std::size_t i = 0; i < authors; ++i) page.print(77, kind);
      const auto found = page.found();
      const bool told = authors >= (kind == TokenKind::account ? 3 : 2);
      INFO(static_cast<int>(kind) << " by " << authors);
      for (const auto& e : found) {
        CHECK(e.token == nats(told ? weight * std::log(authors) : 0));
        CHECK(e.token_authors == (told ? authors : 0));
        CHECK(e.shared_token == (told ? 77 : 0));
      }
    }
  }
  Page page;
  page.print(77, TokenKind::account), page.print(77, TokenKind::numbered), page.print(77, TokenKind::disguised);
  for (const auto& e : page.found()) CHECK(e.token == nats(1.5 * std::log(3)));
  Page crowd;
  for (int i = 0; i < 60; ++i) crowd.print(77, TokenKind::disguised);  // 1.5 ln 60 = 6.1
  for (const auto& e : crowd.found()) CHECK(e.token == 6);
}

TEST_CASE("An author counts once for a token, the creator and what the captions name not at all") {
  Page one;
  one.print(77, TokenKind::disguised).author = 5;
  one.print(77, TokenKind::disguised).author = 5;
  for (const auto& e : one.found()) CHECK(e.token == 0);
  Page two = one;
  two.print(77, TokenKind::disguised).author = 6;
  for (const auto& e : two.found()) CHECK(e.token == nats(1.5 * std::log(2)));
  Page creators = one;
  creators.print(77, TokenKind::disguised).counts = false;
  for (const auto& e : creators.found()) CHECK(e.token == 0);
  two.traces.topic = {12, 77, 90};
  for (const auto& e : two.found()) CHECK(e.token == 0);
  two.traces.topic = {12, 76, 78};
  for (const auto& e : two.found()) CHECK(e.token_authors == 2);
}

TEST_CASE("Who writes a token undisguised counts, too, unless most do: then it is a word") {
  for (std::size_t plain = 0; plain <= 4; ++plain) {
    Page page;
    page.print(77, TokenKind::disguised), page.print(77, TokenKind::disguised);
    for (std::size_t i = 0; i < plain; ++i) page.add({3, 77});
    const bool word = plain > 2;
    const std::size_t authors = word ? 2 : 2 + plain;
    const auto found = page.found();
    INFO(plain);
    for (std::size_t i = 0; i < 2; ++i) CHECK(found[i].token == nats(1.5 * std::log(authors)));
    for (std::size_t i = 2; i < found.size(); ++i) {
      CHECK(found[i].token == nats(word ? 0 : 1.5 * std::log(authors)));
      CHECK(found[i].shared_token == (word ? 0 : 77));
    }
  }
  Page copied;  // copies of one text say once that it is a word
  copied.print(77, TokenKind::disguised), copied.print(77, TokenKind::disguised);
  for (int i = 0; i < 3; ++i) copied.add({77}).copy_group = 9;
  CHECK(copied.found()[0].token_authors == 3);
  Page both;  // who did both is one who dressed it up
  both.print(77, TokenKind::disguised).author = 5;
  both.add({77}).author = 5;
  both.print(77, TokenKind::disguised);
  CHECK(both.found()[0].token_authors == 2);
}

TEST_CASE("Of several tokens the one of most authors tells, and of equal ones the same in any order") {
  Page page;
  const auto token = [](std::uint64_t hash) { return Token{hash, TokenKind::disguised, 0, 1}; };
  page.add({}, {token(50), token(70)});
  page.add({}, {token(70), token(50)});
  page.add({}, {token(50)});
  const auto found = page.found();
  for (const auto& e : found) {
    CHECK(e.shared_token == 50);
    CHECK(e.token == nats(1.5 * std::log(3)));
  }
  Page equal;
  equal.add({}, {token(50), token(70)});
  equal.add({}, {token(70), token(50)});
  for (const auto& e : equal.found()) CHECK(e.shared_token == 70);
}

TEST_CASE("Tokens whose hashes end alike are told apart, however many they are") {
  for (const std::uint64_t n : {5, 8, 9, 40, 300}) {
    Page page;
    for (int copy = 0; copy < 2; ++copy) {
      for (std::uint64_t i = 1; i <= n; ++i) page.add({}, {{i << 12, TokenKind::disguised, 0, 1}});
    }
    const auto found = page.found();
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].token_authors == 2);
      CHECK(found[i].shared_token == (i % n + 1) << 12);
    }
  }
}

TEST_CASE("Disguised letters tell from two on, a word spelled out like two, a name with numbers less") {
  const double expected[] = {0, 0, 2, 4, 4, 4};
  for (std::uint32_t letters = 0; letters <= 5; ++letters) {
    CommentTrace c;
    c.counts = true;
    c.disguised = letters;
    CHECK(of_one(c).disguise == expected[letters]);
  }
  Page page;
  page.print(77, TokenKind::spaced), page.print(78, TokenKind::numbered), page.print(79, TokenKind::disguised);
  page.add({}, {{81, TokenKind::spaced, 0, 1}, {82, TokenKind::numbered, 0, 1}});
  page.print(83, TokenKind::spaced).disguised = 3;
  page.print(84, TokenKind::disguised).counts = false;
  page.traces.comments.back().disguised = 3;
  const auto found = page.found();
  const double told[] = {2, 0.8, 0, 2, 4, 0};
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].disguise == told[i]);
  page.traces.topic = {77, 78};
  CHECK(page.found()[0].disguise == 2);
  CHECK(page.found()[1].disguise == 0);
}

TEST_CASE("Emoji at the end tell where there are two kinds that people hardly use") {
  CHECK(of_one(with_tail({rare})).tail == 0);
  CHECK(of_one(with_tail({rare, rare + 1})).tail == nats(2));      // 3 · 2 / 3
  CHECK(of_one(with_tail({rare, rare + 1, rare + 2})).tail == nats(3));
  CHECK(of_one(with_tail({usual, U'❤'})).tail == 0);
  // Bits of 6 and 9, then of 7.5: (7.5 − 6) / 1.5 · kinds / 3
  CHECK(of_one(with_tail({U'😳', U'🍕'})).tail == nats(2 / 3.0));
  CHECK(of_one(with_tail({U'😳', U'🍕', U'😝'})).tail == nats(1));
}

TEST_CASE("Polished sentences tell from twelve letters on, by their number and the emoji behind them") {
  const auto form = [](double letters, std::uint32_t closed, std::uint32_t unclosed, std::uint32_t tail_kinds) {
    CommentTrace c;
    c.counts = true;
    c.letters = letters;
    c.closed = closed;
    c.unclosed = unclosed;
    c.tail_kinds = tail_kinds;
    c.tail = {usual, usual, usual};
    return of_one(c).form;
  };
  CHECK(form(12, 1, 0, 0) == nats(0.5));
  CHECK(form(12, 1, 0, 1) == nats(0.5));
  CHECK(form(12, 1, 0, 2) == nats(1.2));
  CHECK(form(12, 2, 0, 0) == nats(1.1));
  CHECK(form(12, 3, 0, 3) == nats(1.8));
  CHECK(form(11, 1, 0, 2) == 0);
  CHECK(form(12, 0, 0, 2) == 0);
  CHECK(form(12, 1, 1, 2) == 0);
}

TEST_CASE("Copies tell by the letters that nobody writes alike by chance, and by their number") {
  // (letters − 20) / 20 · ln(1 + copies); 6 at most, 1.5 for two; repetitions from three on
  struct Row {
    std::size_t copies;
    double letters, told, repetition;
  };
  const Row rows[] = {{1, 60, 0, 0},
                      {2, 60, 1.5, 0},
                      {2, 30, 0.5 * std::log(3), 0},
                      {3, 60, 2 * std::log(4), 2 * std::log(4)},
                      {4, 60, 2 * std::log(5), 2 * std::log(5)},
                      {4, 20, 0, 0},
                      {4, 12, 0, 0},
                      {4, 300, 6, 14 * std::log(5)}};
  for (const Row& row : rows) {
    Page page;
    page.say(row.copies, row.letters, row.letters, row.copies > 1 ? 7 : 0);
    page.say_alone(12, 40);
    INFO(row.copies << " of " << row.letters);
    for (std::size_t i = 0; i < row.copies; ++i) {
      CHECK(page.found()[i].copies == nats(row.told));
      CHECK(page.found()[i].repetition == nats(row.repetition));
    }
    CHECK(page.found().back().copies == 0);
  }
}

TEST_CASE("Further copies of one author count half") {
  const auto told = [](std::vector<std::uint64_t> authors) {
    Page page;
    page.say(authors.size(), 60, 60, 7);
    for (std::size_t i = 0; i < authors.size(); ++i) page.traces.comments[i].author = authors[i];
    page.say_alone(12, 40);
    return page.found()[0];
  };
  CHECK(told({1, 2, 3, 3}).copies == nats(2 * std::log(4.5)));
  CHECK(told({3, 1, 3, 2, 1}).copies == nats(2 * std::log(5)));  // 5 − 2 / 2
  CHECK(told({1, 1, 1, 1}).copies == 1.5);                       // 2.5: not yet three
  CHECK(told({1, 1, 1, 1}).repetition == 0);
  CHECK(told({1, 1, 1, 1, 1}).repetition == nats(2 * std::log(4)));
  CHECK(told({1, 1, 1}).copies == 1.5);
  CHECK(told({1, 1}).copies == 0);  // sent twice
}

TEST_CASE("The creator's copies and comments are none") {
  Page page;
  page.say(4, 60, 60, 7);
  page.say_alone(12, 40);
  for (std::size_t i = 0; i < 4; ++i) page.traces.comments[i].counts = false;
  for (const auto& e : page.found()) CHECK(e.copies == 0);
}

TEST_CASE("Where one text fills the page, every letter of it tells") {
  Page whole;
  whole.say(30, 10, 24, 7);
  CHECK(whole.found()[0].copies == nats((24 - 4) / 20.0 * std::log(31)));
  // 15 copies: half sure; three quarters of what is said: half, too. 20 − 16 / 4 are free, and 20 + 16 / 4 letters told.
  Page half;
  half.say(15, 20, 36, 7);
  half.say_alone(3, 20);
  half.say(2, 20, 20, 8), half.say(2, 20, 20, 9);  // pairs are half of what people wrote
  half.say_alone(50, 19), half.say(2, 19, 19, 10);  // too short to say something
  CHECK(half.found()[0].copies == nats((24 - 16) / 20.0 * std::log(16)));
  Page few;
  few.say(10, 20, 100, 7);
  CHECK(few.found()[0].copies == 0);
}

TEST_CASE("Several texts in copies come from a stock, and fewer of their letters are chance") {
  const auto told = [](std::size_t texts, std::size_t alone, double letters) {
    Page page;
    for (std::size_t k = 0; k < texts; ++k) page.say(4, letters, letters, 7 + k);
    page.say_alone(alone, 40);
    return page.found()[0].copies;
  };
  CHECK(told(2, 8, 60) == nats(2 * std::log(5)));  // 4 of a second text: too few
  CHECK(told(3, 8, 35.2) == nats(std::log(5)));  // 8 of others: 3 / 5 sure, 20 − 8 · 0.6 free
  CHECK(told(3, 24, 38.8) == nats(std::log(5)));  // a quarter of the page: · 1 / 4
  CHECK(told(3, 32, 40) == nats(std::log(5)));  // a fifth: none
  CHECK(told(4, 12, 32) == nats(std::log(5)));  // 12 of others: wholly, 12 free
}

TEST_CASE("Without a hard trace nothing accuses") {
  CampaignEvidence e;
  e.disguise = 0.125, e.token = 0.125, e.tail = 0.125, e.copies = 0.0625;
  e.form = 1.8, e.learned = 3;
  CHECK(e.hard() == 0.4375);
  CHECK(e.total() == 2.5);
  CHECK(e.own() == 0);
  e.learned = -1;
  CHECK(e.total() == nats(0.4375 + 0.8));
  e.copies = 0.125, e.learned = 3;
  CHECK(e.hard() == 0.5);
  CHECK(e.total() == nats(5.3));
  CHECK(e.own() == nats(2.3));
}

TEST_CASE("Ten comments teach what the others look like, from a part of the page on, and within bounds") {
  // `odd` comments stand out by disguise and a shared token; one more shares their words, the others have their own.
  const auto page_of = [](std::size_t odd, std::size_t others) {
    Page page;
    for (std::size_t i = 0; i < odd; ++i) {
      CommentTrace& c = page.add({1, 2, 3, 4, 77}, {{77, TokenKind::disguised, 0, 1}});
      c.disguised = 5;
    }
    page.add({1, 2, 3, 4});
    for (std::size_t i = 1; i < others; ++i) page.add({100 + 2 * i, 101 + 2 * i, 90, 91});
    return page.found();
  };
  for (const auto& e : page_of(4, 5)) CHECK(e.learned == 0);  // nine
  const auto ten = page_of(4, 6);
  CHECK(ten[4].learned > 0.5);
  CHECK(ten[5].learned < 0);
  CHECK(ten[5].learned == ten[9].learned);
  for (const auto& e : ten) {
    CHECK(e.learned >= -1.5);
    CHECK(e.learned <= 3);
  }
  for (const auto& e : page_of(3, 97)) CHECK(e.learned == 0);  // three of a hundred: odd ones, no model
  CHECK(page_of(12, 88)[12].learned > 0.5);
}
