// The six checks on copies of one honest account, each altered in one way: what is there is found, by the check that looks for it.
#include "wasm/core/estimate/checks.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "tests/core/sample_account.hpp"
#include "wasm/core/estimate/assess.hpp"
#include "wasm/core/estimate/explain.hpp"
#include "wasm/core/estimate/power.hpp"

using namespace plumb;
using plumb::test::day;
using plumb::test::exactly;
using plumb::test::now;

namespace {

/// 24 posts of a bakery with 41,832 followers on a platform that shows likes and comments, and 30 comments of people.
Snapshot bakery() {
  constexpr std::int64_t likes[] = {1284, 1391, 1102, 1760, 978, 1231, 1047, 1538, 742,  1180, 1075, 1622,
                                    993,  1018, 1266, 1431, 954, 1093, 1210, 1507, 1001, 1062, 1174, 1489};
  constexpr std::int64_t comments[] = {41, 38, 29, 52, 24, 33, 27, 46, 18, 31, 25, 49,
                                       21, 26, 35, 40, 20, 28, 30, 44, 23, 27, 29, 43};
  const char* const said[] = {"The overnight version opened the crumb so much",
                              "What hydration is this? Mine spreads at 78",
                              "The sound at the start is worth the whole video",
                              "Does it work with dark rye flour as well?",
                              "Love this!",
                              "Finally someone says that the fridge matters more",
                              "The soup on slide four is what my week needed",
                              "I dry mine for crumbs, never thought of dumplings",
                              "We do something close with stale buns",
                              "Which one keeps best for lunch boxes?",
                              "I can smell it from here",
                              "The colour after three hours is unreal",
                              "Poached with star anise is my favourite",
                              "Jelly or paste this year?",
                              "My mother fries them in egg"};
  Snapshot s;
  s.platform = Platform::instagram;
  s.captured_at = now;
  s.posts_order = PostsOrder::latest;
  s.profile.handle = "hollow.oven";
  s.profile.followers = exactly(41832);
  s.profile.posts = exactly(638);
  for (int i = 0; i < 24; ++i) {
    Post post;
    post.id = "p" + std::to_string(i);
    post.at = now - (4 + 4 * i) * day;
    post.kind = i % 3 == 0 ? PostKind::video : PostKind::photo;
    post.likes = exactly(likes[i]);
    post.comments = exactly(comments[i]);
    s.posts.push_back(post);
  }
  for (int i = 0; i < 30; ++i) {
    Comment comment;
    comment.id = "c" + std::to_string(i);
    comment.post_id = "p" + std::to_string(i % 5);
    comment.author = "guest" + std::to_string(i % 19);
    comment.at = now - (4 + 4 * (i % 5)) * day + (2 + i) * test::hour;
    comment.text = std::string(said[i % 15]) + (i < 15       ? ""
                                                : i % 2 == 0 ? ", again this morning"
                                                             : " here in the north");
    s.comments.push_back(comment);
  }
  return s;
}

const Check& check_of(const Report& report, CheckId id) { return report.checks.at(static_cast<std::size_t>(id)); }

bool is_odd(const Check& check) { return check.state == CheckState::question || check.state == CheckState::unusual; }

/// The checks that speak, loudest first.
std::vector<CheckId> odd_checks(const Report& report) {
  std::vector<CheckId> out;
  for (const auto state : {CheckState::unusual, CheckState::question}) {
    for (const auto& check : report.checks) {
      if (check.state == state) out.push_back(check.id);
    }
  }
  return out;
}

Report altered(const std::function<void(Snapshot&)>& change) {
  Snapshot s = bakery();
  change(s);
  return assess(s, false);
}

/// As many views as people who like would bring, one in five more or less.
void show_views(Snapshot& s) {
  for (std::size_t i = 0; i < s.posts.size(); ++i) {
    const double views = s.posts[i].likes->mid() * 14 * (0.8 + 0.1 * static_cast<double>(i * 7 % 5));
    s.posts[i].views = exactly(std::llround(views));
  }
}

}  // namespace

TEST_CASE("The checks are six, in their order, and none speaks on an honest account") {
  for (const bool views : {false, true}) {
    const Report report = altered([views](Snapshot& s) {
      if (views) show_views(s);
    });
    REQUIRE(report.checks.size() == check_count);
    for (std::size_t i = 0; i < check_count; ++i) CHECK(report.checks[i].id == static_cast<CheckId>(i));
    CHECK(odd_checks(report).empty());
    CHECK((report.verdict == Verdict::clear || report.verdict == Verdict::nothing_seen));
    CHECK(check_of(report, CheckId::views).state == (views ? CheckState::weak : CheckState::not_shown));
    CHECK(check_of(report, CheckId::followers).state == CheckState::not_read);
  }
}

TEST_CASE("Nobody is sent for what a platform shows at no post") {
  const auto views_of = [](Platform platform) {
    const Report report = altered([platform](Snapshot& s) {
      s.platform = platform;
      s.posts.clear();
    });
    return check_of(report, CheckId::views).state;
  };
  CHECK(views_of(Platform::tiktok) == CheckState::not_read);
  CHECK(views_of(Platform::mastodon) == CheckState::not_shown);
  CHECK(views_of(Platform::substack) == CheckState::not_shown);
}

TEST_CASE("Comments that are all the same praise are asked about, under one post or under many") {
  for (const int posts : {1, 6}) {
    INFO(posts << " posts");
    const Report report = altered([posts](Snapshot& s) {
      for (std::size_t i = 0; i < s.comments.size(); ++i) {
        s.comments[i].text = "So beautiful!";
        s.comments[i].author = "somebody" + std::to_string(i);
        s.comments[i].post_id = "p" + std::to_string(static_cast<int>(i) % posts);
      }
    });
    REQUIRE_FALSE(odd_checks(report).empty());
    CHECK(odd_checks(report).front() == CheckId::comments);
    const Check& check = check_of(report, CheckId::comments);
    REQUIRE(check.seen);
    CHECK(check.seen->value == 30);  // what it says, it shows
    CHECK(check.seen->of == 30);
    CHECK(report.verdict == Verdict::question);
    CHECK(report.comments.individual->low < 0.3);
  }
}

TEST_CASE("Comments half of which are a few praises are not fine, with congratulations among them or not") {
  const std::vector<std::vector<std::string>> kits{
      {"congrats amazing, so much better than last year", "perfect congrats, made my whole week",
       "so beautiful congrats, this deserves an album"},
      {"felicidades increíble, me recuerda a mi abuela", "genial felicidades, merece un álbum",
       "muy bien felicidades, no se parece al año pasado"},
      {"glückwunsch wunderschön, verdient ein Album", "toll glückwunsch, ist genau mein Oktober",
       "sehr gut glückwunsch, hat mir die Schicht gerettet"},
      {"مبروك جميل جدا، يذكرني ببيت جدتي", "رائع مبروك، يستحق البوما", "تحفة مبروك، لا يشبه العام الماضي"},
      {"amazing perfect, so much better than last year", "so beautiful wow, made my whole week",
       "love this perfect, this deserves an album"}};
  for (const auto& kit : kits) {
    Snapshot s = bakery();
    for (std::size_t i = 0; i < 30; ++i) {
      Comment comment;
      comment.id = "d" + std::to_string(i);
      comment.post_id = "p" + std::to_string(i % 5);
      comment.author = "fan" + std::to_string(i);
      comment.text = kit[i % kit.size()];
      s.comments.push_back(comment);
    }
    INFO(kit.front());
    CHECK(check_of(assess(s, false, {}), CheckId::comments).state != CheckState::fine);
  }
}

TEST_CASE("One praise by a few, or a wish under one post, is nobody's") {
  const auto with_copies = [](int copies, bool one_post) {
    return altered([=](Snapshot& s) {
      for (int i = 0; i < copies; ++i) {
        auto& comment = s.comments[static_cast<std::size_t>(i)];
        comment.text = "Happy birthday!";
        comment.author = "friend" + std::to_string(i);
        if (one_post) comment.post_id = "p0";
      }
    });
  };
  CHECK_FALSE(is_odd(check_of(with_copies(5, false), CheckId::comments)));
  CHECK_FALSE(is_odd(check_of(with_copies(16, true), CheckId::comments)));
  CHECK(is_odd(check_of(with_copies(22, false), CheckId::comments)));
  // Who writes the same again and again is one person.
  CHECK_FALSE(is_odd(check_of(altered([](Snapshot& s) {
                                for (int i = 0; i < 22; ++i) {
                                  s.comments[static_cast<std::size_t>(i)].text = "Yum";
                                  s.comments[static_cast<std::size_t>(i)].author = "fan";
                                }
                              }),
                              CheckId::comments)));
}

TEST_CASE(
    "A page a third of whose comments advertise one name in disguise is asked about, not one with a few of them") {
  const char* const names[] = {"P U L A U 777", "pul4u777", "ρυlau777", "ＰＵＬＡＵ７７７"};
  const char* const said[] = {"menang terus tiap hari di",
                              "yang pasti bayar cuma",
                              "hidup tenang sejak kenal",
                              "langsung cair semalam lewat",
                              "teman ajak kemarin ke",
                              "gas bang, sudah coba",
                              "rezeki anak soleh dari",
                              "baru pertama main pakai",
                              "modal receh pulang motor,",
                              "bukan kaleng kaleng memang",
                              "istri senang gara gara",
                              "tidur nyenyak berkat",
                              "akhirnya lunas cicilan, terima kasih",
                              "kakak ipar sampai heran sama"};
  const auto with_advertisements = [&](int count) {
    return altered([&](Snapshot& s) {
      for (int i = 0; i < count; ++i) {
        s.comments[static_cast<std::size_t>(i)].text = std::string(said[i]) + " " + names[i % 4];
        s.comments[static_cast<std::size_t>(i)].author = "somebody" + std::to_string(i);
      }
    });
  };
  const Report few = with_advertisements(3), many = with_advertisements(14);
  CHECK_FALSE(is_odd(check_of(few, CheckId::comments)));
  REQUIRE(is_odd(check_of(many, CheckId::comments)));
  std::size_t grouped = 0;
  for (const auto& group : many.comments.groups) grouped += group.size;
  REQUIRE(check_of(many, CheckId::comments).seen);
  CHECK(check_of(many, CheckId::comments).seen->value == static_cast<double>(grouped));
  CHECK(check_of(many, CheckId::comments).seen->of == 30);
}

TEST_CASE("Flat likes are asked about by the check of the likes") {
  const Report report = altered([](Snapshot& s) {
    for (std::size_t i = 0; i < s.posts.size(); ++i)
      s.posts[i].likes = exactly(1200 + static_cast<std::int64_t>(i % 3));
  });
  REQUIRE_FALSE(odd_checks(report).empty());
  CHECK(odd_checks(report).front() == CheckId::likes);
}

TEST_CASE("Without views the likes are asked about only where more speaks for it") {
  int leaning = 0, asked = 0;
  for (std::int64_t added = 0; added <= 6000; added += 100) {
    const Report report = altered([added](Snapshot& s) {
      for (auto& post : s.posts) {
        post.likes = exactly(post.likes->low + added);
        post.comments = exactly(post.comments->low * post.comments->low / 10);  // crowds that comment unevenly
      }
    });
    const Check& check = check_of(report, CheckId::likes);
    REQUIRE(check.visible == "comments");
    INFO("added " << added << ", probability " << check.probability);
    CHECK(is_odd(check) == (check.probability >= 0.52));
    leaning += check.probability >= 0.45 && check.probability < 0.52;
    asked += is_odd(check);
  }
  CHECK(leaning > 0);  // asked about where views are shown
  CHECK(asked > 0);
}

TEST_CASE("What leans only when everything is added up is no question, and not clear") {
  Report report;
  report.joint = Joint::consistent;
  for (const CheckId id : {CheckId::comments, CheckId::growth}) {
    Check check{.id = id};
    check.state = CheckState::fine;
    report.checks.push_back(check);
  }
  CHECK(verdict_of(report, false) == Verdict::clear);
  report.joint = Joint::mixed;
  CHECK(verdict_of(report, false) == Verdict::nothing_seen);
  CHECK(verdict_of(report, true) == Verdict::question);
  report.joint = Joint::unusual;
  CHECK(verdict_of(report, false) == Verdict::unusual);
}

TEST_CASE("Two hundred times the followers are far below the peers, and never clear") {
  const Report report = altered([](Snapshot& s) { s.profile.followers = exactly(200 * 41832); });
  REQUIRE(report.position);
  CHECK(report.position->place == Place::far_below);
  CHECK(report.verdict != Verdict::clear);
  CHECK(report.verdict != Verdict::unusual);  // a fact about reach, no accusation
}

TEST_CASE("Likes bought in proportion leave no trace without views, and the check says so") {
  const Report report = altered([](Snapshot& s) {
    for (auto& post : s.posts) post.likes = exactly(2 * post.likes->low);
  });
  const Check& likes = check_of(report, CheckId::likes);
  CHECK(likes.state == CheckState::weak);
  CHECK(std::find(likes.misses.begin(), likes.misses.end(), "proportional") != likes.misses.end());
}

TEST_CASE("Views tripled on half of the posts are asked about by the check of the views") {
  const Report report = altered([](Snapshot& s) {
    show_views(s);
    for (std::size_t i = 0; i < s.posts.size(); i += 2) s.posts[i].views = exactly(3 * s.posts[i].views->low);
  });
  REQUIRE_FALSE(odd_checks(report).empty());
  CHECK(odd_checks(report).front() == CheckId::views);
  CHECK(check_of(report, CheckId::views).seen->value == 12);
}

TEST_CASE("Followers that left in a large block are asked about, and as many as platforms purge are not") {
  const auto purged = [](double part) {
    return altered([part](Snapshot& s) {
      for (int i = 30; i > 0; --i) {
        HistoryReading reading;
        reading.at = now - i * day;
        reading.followers = exactly(i > 12 ? std::llround(41832 / (1 - part)) : 41832);
        s.history.push_back(reading);
      }
    });
  };
  CHECK(check_of(purged(0.2), CheckId::growth).state == CheckState::question);
  CHECK_FALSE(is_odd(check_of(purged(0.03), CheckId::growth)));
}

TEST_CASE("A rise of the last days is not fine: two more visits tell whether it stays") {
  const auto risen = [](int ago) {
    return altered([ago](Snapshot& s) {
      for (int i = 30; i > 0; --i) {
        HistoryReading reading;
        reading.at = now - i * day;
        reading.followers = exactly(i > ago ? 30000 : 41832);
        s.history.push_back(reading);
      }
    });
  };
  for (const int ago : {0, 1}) {
    const auto check = check_of(risen(ago), CheckId::growth);
    CHECK(check.state == CheckState::weak);
    REQUIRE(check.seen);
    CHECK(check.seen->value == Approx(1 - 30000.0 / 41832));
    CHECK(std::find(check.misses.begin(), check.misses.end(), "blocks") != check.misses.end());
    REQUIRE(check.open);
    CHECK(check.open->action == "revisit");
    CHECK(check.open->count == 2 - ago);
    CHECK(check.signals.empty());
  }
  CHECK(is_odd(check_of(risen(2), CheckId::growth)));
}

TEST_CASE("Power is that of the largest size that was read, and nothing without a row") {
  for (std::size_t i = 0; i < check_count; ++i) {
    const auto id = static_cast<CheckId>(i);
    CHECK(power_of(id, {true, "nothing of it", 1000}).least == 0);
    CHECK(power_of(id, {true, "likes", 0}).least == 0);
    CHECK_FALSE(size_for_fine(id, "nothing of it"));
  }
  const auto needed = size_for_fine(CheckId::followers, "counts");
  REQUIRE(needed);
  CHECK(power_of(CheckId::followers, {true, "counts", *needed}).least >= 0.8);
  CHECK(power_of(CheckId::followers, {true, "counts", *needed}).misses.empty());
  CHECK(power_of(CheckId::followers, {true, "counts", *needed - 1}).least < 0.8);
  CHECK_FALSE(power_of(CheckId::followers, {true, "counts", *needed - 1}).misses.empty());
  CHECK_FALSE(size_for_fine(CheckId::likes, "alone"));
}

TEST_CASE("What would change nothing is not offered, and what would is, with its time") {
  const Report report = assess(bakery(), false);
  const Check& comments = check_of(report, CheckId::comments);
  CHECK(comments.state == CheckState::weak);
  REQUIRE(comments.open);
  CHECK(comments.open->action == "open_posts");
  CHECK(comments.open->count == *size_for_fine(CheckId::comments, "timed") - 30);
  CHECK(comments.open->seconds >= 1);
  CHECK_FALSE(check_of(report, CheckId::likes).open);  // more posts would not show what is bought in proportion
  Snapshot closed = bakery();
  closed.profile.is_private = true;
  for (const auto& check : assess(closed, false).checks) CHECK_FALSE(check.open);
}

namespace {

/// The check of the followers of 60 people: so many that count as flagged, each as doubtful as said.
Check check_of_sample(int flagged, double flag, double doubt, Relation relation = Relation::follower) {
  test::SampleAccount sample(Platform::tiktok, 20000);
  sample.posts(12, [](Post& post, int i) { post.likes = exactly(200 + 37 * i); });
  sample.people(flagged, flag, Visibility::counts, relation).people(60 - flagged, 0, Visibility::counts, relation);
  for (int i = 0; i < flagged; ++i) sample.person_scores[static_cast<std::size_t>(i)]->atypical = doubt;
  return sample.observe([](const Observed& observed) {
    const std::vector<Found> found = test::find_all(observed);
    const Estimate estimate(found);
    Report report;
    report.signals = explain_signals(found, estimate);
    return checks_of(observed, found, report, estimate).at(static_cast<std::size_t>(CheckId::followers));
  });
}

}  // namespace

TEST_CASE("Followers are asked about where some are surely nobody's, not where many are a little doubtful") {
  // The flags add up to the same, and so does what they say of the audience: what is asked differs.
  const Check sure = check_of_sample(22, 1, 0.95), doubtful = check_of_sample(44, 0.5, 0.6);
  CHECK(sure.probability == Approx(doubtful.probability));
  CHECK(sure.probability > 0.6);
  CHECK(sure.probability < 0.9);
  CHECK(sure.state == CheckState::question);
  // Nothing is asked, but what leans so far is not fine, and says why.
  CHECK(doubtful.power >= 0.8);
  CHECK(doubtful.state == CheckState::weak);
  CHECK(doubtful.misses == std::vector<std::string_view>{"idle"});
  // Where the doubts add up far, it asks though none is sure.
  int leaning = 0, asked = 0;
  for (int flagged = 30; flagged <= 60; ++flagged) {
    const Check check = check_of_sample(flagged, 0.5, 0.6);
    INFO(flagged << " doubtful, probability " << check.probability);
    CHECK((check.state == CheckState::question) == (check.probability >= 0.8));
    leaning += check.state == CheckState::weak;
    asked += check.state == CheckState::question;
  }
  CHECK(leaning > 0);
  CHECK(asked > 0);
  // What is nearly certain by the sum of its doubts is asked about, and not more.
  CHECK(check_of_sample(60, 0.6, 0.6).probability > 0.9);
  CHECK(check_of_sample(60, 0.6, 0.6).state == CheckState::question);
  CHECK(check_of_sample(60, 0.6, 0.95).state == CheckState::unusual);
  CHECK(check_of_sample(2, 1, 0.95).state == CheckState::fine);
}

TEST_CASE("People who comment or like make no check of the followers fine") {
  for (const Relation relation : {Relation::commenter, Relation::liker}) {
    const Check check = check_of_sample(2, 1, 0.95, relation);
    CHECK(check.state != CheckState::fine);
    CHECK(check.power == 0);
  }
}

TEST_CASE("Without followers nothing is set against them, and without views nothing against views") {
  const Report usual = altered(show_views);
  CHECK(usual.engagement.views_per_follower);
  CHECK(usual.engagement.per_view);
  const Report nameless = altered([](Snapshot& s) {
    show_views(s);
    s.profile.followers.reset();
  });
  CHECK_FALSE(nameless.engagement.views_per_follower);
  CHECK(nameless.engagement.per_view);
  const Report unseen = altered([](Snapshot&) {});
  CHECK_FALSE(unseen.engagement.views_per_follower);
  CHECK_FALSE(unseen.engagement.per_view);
  const Report by_comments = altered([](Snapshot& s) {
    show_views(s);
    for (auto& post : s.posts) post.likes.reset();
  });
  CHECK_FALSE(by_comments.engagement.per_view);  // comments alone are compared with nobody's engagement
  CHECK(by_comments.engagement.views_per_follower);
}

TEST_CASE("Who sponsors is known by the page's word or by a sponsor's name, and else nothing is said", "[checks]") {
  const auto sponsored = [](const std::function<void(Post&)>& change) {
    const Report report = altered([&](Snapshot& s) { change(s.posts[0]); });
    return report.sponsored ? report.sponsored->share * 24 : -1;
  };
  CHECK(sponsored([](Post&) {}) == -1);
  CHECK(sponsored([](Post& p) { p.sponsored = false; }) == 0);
  CHECK(sponsored([](Post& p) { p.sponsored = true; }) == Approx(1));
  CHECK(sponsored([](Post& p) { p.sponsors = {"mill"}; }) == Approx(1));
}

TEST_CASE("One post that shows likes, or views, is enough for its check to see something", "[checks]") {
  const auto state = [](CheckId id, int shown) {
    return check_of(altered([=](Snapshot& s) {
                      for (std::size_t i = 0; i < s.posts.size(); ++i) {
                        if (static_cast<int>(i) < shown) s.posts[i].views = exactly(20000);
                        else s.posts[i].likes.reset();
                      }
                    }),
                    id)
        .state;
  };
  CHECK(state(CheckId::likes, 0) == CheckState::not_shown);
  CHECK(state(CheckId::likes, 1) != CheckState::not_shown);
  CHECK(state(CheckId::views, 0) == CheckState::not_shown);
  CHECK(state(CheckId::views, 1) != CheckState::not_shown);
}
