#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "wasm/core/comments/comment_groups.hpp"
#include "wasm/core/comments/comment_kinds.hpp"
#include "wasm/core/comments/individual.hpp"

using namespace plumb;

namespace {

Snapshot page(const std::vector<std::string>& texts) {
  Snapshot s;
  s.profile.handle = "creator";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Comment c;
    c.id = "c" + std::to_string(i);
    c.author = "reader" + std::to_string(i);
    c.text = texts[i];
    s.comments.push_back(c);
  }
  return s;
}

const std::vector<std::string> people = {"the bread looks burnt, did you forget it?",
                                         "Who made the jacket",
                                         "reminds me of my grandmother's kitchen in Porto",
                                         "2:19 made me laugh out loud on the bus",
                                         "wait for the second part then",
                                         "my dog barked at the screen",
                                         "so beautiful",
                                         "rye or wheat?",
                                         "that corner by the window is where we sat",
                                         "haha no way",
                                         "I walked there in 2012 with my brother",
                                         "the old tram is still running I think"};

std::vector<std::string> among_people(std::vector<std::string> texts) {
  texts.insert(texts.end(), people.begin(), people.end());
  return texts;
}

}  // namespace

TEST_CASE("One name under many authors is found in any disguise, and shown as one group") {
  const Snapshot s = page(among_people({"baru pertama main di 𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕 langsung menang",
                                        "gas terus bang РULАU777 mantap", "rezeki hari ini dari Ｐｕｌａｕ777",
                                        "bikin lupa waktu P͓̽U͓̽L͓̽A͓̽U͓̽7͓̽7͓̽7͓̽", "teman ajak ke pulau777 kemarin"}));
  const JudgedComments judged = judge_comments(s);
  const auto groups = group_comments(s, judged);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].kind == GroupKind::token);
  CHECK(groups[0].size >= 4);
  CHECK(groups[0].authors == groups[0].size);
  CHECK(groups[0].of == s.comments.size());
  CHECK_FALSE(groups[0].mark.empty());
  for (std::size_t i = 5; i < s.comments.size(); ++i) CHECK(judged.scores[i].atypical < 0.5);
}

TEST_CASE("One template with other ends is a repetition, and its mark is what they share") {
  const Snapshot s = page(among_people({"Your journey keeps inspiring everyone around the world 🌵",
                                        "Your journey keeps inspiring everyone around the globe!",
                                        "your journey keeps inspiring everyone around the world ❤️❤️",
                                        "Your Journey keeps inspiring everyone around the world"}));
  const auto groups = group_comments(s, judge_comments(s));
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].kind == GroupKind::pattern);
  CHECK(groups[0].size == 4);
  CHECK(groups[0].mark.find("keeps inspiring everyone around the") != std::string::npos);
}

TEST_CASE("What many people say is no repetition") {
  for (const char* phrase :
       {"I love this song", "Happy birthday to you", "first", "feliz cumpleaños hermosa", "Alles Gute zum Geburtstag",
        "お誕生日おめでとう", "생일 축하해요", "ما شاء الله", "selamat ulang tahun", "с днём рождения"}) {
    INFO(phrase);
    const std::string text = phrase;
    std::vector<std::string> texts(12, text);
    texts[3] += "!!", texts[5] += " ❤️", texts[7] += " 😍😍";
    const Snapshot s = page(among_people(texts));
    const JudgedComments judged = judge_comments(s);
    for (std::size_t i = 0; i < 12; ++i) {
      CHECK((judged.scores[i].kind == CommentKind::ordinary || judged.scores[i].kind == CommentKind::generic));
    }
    CHECK(group_comments(s, judged).empty());
  }
}

TEST_CASE("Wishes and condolences are said alike by half of a page, and praise of their length is not") {
  const auto kinds = [](const std::string& phrase) {
    std::vector<std::string> texts(30, phrase);
    for (std::size_t i = 0; i < 18; ++i) texts.push_back(people[i % people.size()] + " " + std::to_string(i));
    const JudgedComments judged = judge_comments(page(texts));
    return std::count_if(judged.scores.begin(), judged.scores.begin() + 30, [](const CommentScore& score) {
      return score.kind == CommentKind::repeat || score.kind == CommentKind::spam;
    });
  };
  for (const char* phrase :
       {"Herzlichen Glückwunsch zum Geburtstag", "My deepest condolences to the family",
        "Inna lillahi wa inna ilaihi rajiun", "С днём рождения, счастья и здоровья",
        "Hartelijk gefeliciteerd met je verjaardag", "お誕生日おめでとうございます", "كل عام وانت بخير وعيد ميلاد سعيد",
        "Feliz Navidad y próspero año nuevo", "Happy birthday gorgeous queen", "Joyeux anniversaire magnifique femme",
        "Tebrik ederim hayırlı olsun", "Congratulations to both of you"}) {
    INFO(phrase);
    CHECK(kinds(phrase) == 0);
  }
  for (const char* phrase :
       {"Your content keeps getting better and better", "Deine Inhalte werden jedes Mal noch besser gemacht",
        // Congratulations among praise are praise.
        "Congrats amazing, exactly like the second year", "مبروك جميل جدا يذكرني ببيت جدتي",
        "Glückwunsch wunderschön, das verdient ein Album",
        // An offer is none the better for its wishes.
        "Happy birthday, message me on whatsapp +1 555 0100 to earn crypto"}) {
    INFO(phrase);
    CHECK(kinds(phrase) == 30);
  }
}

TEST_CASE("A page that is one praise thirty times is not individual") {
  const auto scores = score_comments(page(std::vector<std::string>(30, "Great content, keep it up!")));
  double scripted = 0;
  for (const auto& score : scores) {
    CHECK(score.kind == CommentKind::repeat);
    scripted += score.atypical;
  }
  CHECK(individual_share({30, scripted, 0}).high < 0.5);
}

TEST_CASE("The share of individual comments is as wide as what is known of seeing others") {
  const Interval nothing = individual_share({60, 0, 0}), half = individual_share({60, 30, 0}),
                 all = individual_share({60, 60, 0});
  CHECK(nothing.high == 1);
  CHECK(nothing.low < 0.7);  // what leaves no trace is not excluded
  CHECK(half.low < 0.5);
  CHECK(half.high > 0.5);
  CHECK(all.high < 0.3);
  CHECK(individual_share({60, 0, 60}).mid < nothing.mid);  // praise in general could be anybody's
  // A first finding also says that such comments are seen here, which speaks a little for the others.
  for (double found = 0; found < 60; found += 5) {
    CHECK(individual_share({60, found + 5, 0}).mid <= individual_share({60, found, 0}).mid + (found == 0 ? 0.01 : 0));
  }
}

TEST_CASE("The order of the comments changes no group") {
  Snapshot s = page(among_people({"main di 𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕 saja", "bang 𝐏𝐔𝐋𝐀𝐔𝟕𝟕𝟕 gacor", "pilih 𝙋𝙐𝙇𝘼𝙐777 ya",
                                  "Your journey keeps inspiring everyone around the world",
                                  "your journey keeps inspiring everyone around the world",
                                  "Your journey keeps inspiring everyone around the world!"}));
  const auto forward = group_comments(s, judge_comments(s));
  std::reverse(s.comments.begin(), s.comments.end());
  const auto backward = group_comments(s, judge_comments(s));
  REQUIRE(forward.size() == 2);
  REQUIRE(backward.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(forward[i].mark == backward[i].mark);
    CHECK(forward[i].size == backward[i].size);
    CHECK(forward[i].kind == backward[i].kind);
  }
}
