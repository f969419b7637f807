#include "wasm/core/people/people.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace plumb;

namespace {

Count exactly(std::int64_t n) { return {n, n}; }

Person with_counts(std::int64_t followers, std::int64_t following, std::int64_t posts) {
  Person p;
  p.handle = "marta.lindqvist";
  p.followers = exactly(followers);
  p.following = exactly(following);
  p.posts = exactly(posts);
  p.has_avatar = true;
  return p;
}

double atypical(const Person& p, Platform platform = Platform::instagram) {
  const auto score = score_person(p, std::nullopt, platform);
  REQUIRE(score);
  return score->atypical;
}

}  // namespace

TEST_CASE("Nothing is said of a person of whom nothing is known") {
  Person p;
  p.relation = Relation::follower;
  CHECK_FALSE(score_person(p, 0, Platform::instagram));
}

TEST_CASE("Counts need followers and following; else the names are judged") {
  Person p = with_counts(100, 100, 10);
  CHECK(score_person(p, std::nullopt, Platform::instagram)->visibility == Visibility::counts);
  p.following.reset();
  CHECK(score_person(p, std::nullopt, Platform::instagram)->visibility == Visibility::names_only);
}

TEST_CASE("Features are what they say, and unknown where nothing is") {
  Person p = with_counts(9, 99, 19);
  p.display_name = "Marta 2";
  p.handle = "marta_7";
  p.created_at = 1795341600 - 3 * 86400;
  const PersonFeatures f = person_features(p, 1795341600, Platform::instagram);
  CHECK(f[PersonFeature::following_per_follower] == 10);
  CHECK(f[PersonFeature::following_per_post] == 5);
  CHECK(f[PersonFeature::age_days] == 3);
  CHECK(f[PersonFeature::handle_digits] == 1);
  CHECK(f[PersonFeature::handle_digit_share] == Approx(1.0 / 7));
  CHECK(f[PersonFeature::name_digits] == 1);
  CHECK(f[PersonFeature::name_in_handle] == 1);
  CHECK(f[PersonFeature::handle_odd_letters] == 2);
  CHECK(std::isnan(f[PersonFeature::bio_length]));
  CHECK(std::isnan(f[PersonFeature::verified]));
  // One that was made after the page was read is of no known age.
  CHECK(std::isnan(person_features(p, *p.created_at - 1, Platform::instagram)[PersonFeature::age_days]));
}

TEST_CASE("Ghosts are told from people") {
  CHECK(atypical(with_counts(2, 1900, 0)) > 0.9);
  CHECK(atypical(with_counts(320, 410, 48)) < 0.05);
}

TEST_CASE("Quiet and private people are not accused") {
  CHECK(atypical(with_counts(90, 180, 6)) < 0.5);
  Person reader = with_counts(140, 300, 0);
  reader.is_private = true;
  CHECK(atypical(reader) < 0.5);
  CHECK(atypical(with_counts(500, 2500, 60)) < 0.5);  // follows many: no hard rule
}

TEST_CASE("Each count moves the score one way only") {
  for (const std::int64_t followers : {0, 3, 30, 300, 3000}) {
    for (const std::int64_t posts : {0, 3, 30, 300}) {
      double before = 2;
      for (std::int64_t f = 0; f < 5000; f = f * 3 / 2 + 1) {  // more followers
        const double now = atypical(with_counts(f, 500, posts));
        CHECK(now <= before);
        before = now;
      }
      before = -1;
      for (std::int64_t f = 0; f < 9000; f = f * 3 / 2 + 1) {  // follows more
        const double now = atypical(with_counts(followers, f, posts));
        CHECK(now >= before);
        before = now;
      }
    }
    double before = 2;
    for (std::int64_t p = 0; p < 2000; p = p * 3 / 2 + 1) {  // more posts
      const double now = atypical(with_counts(followers, 500, p));
      CHECK(now <= before);
      before = now;
    }
  }
}

TEST_CASE("Without a picture and with digits in the handle an account is not less atypical") {
  Person p = with_counts(40, 600, 3);
  const double plain = atypical(p);
  p.handle = "marta48213";
  const double digits = atypical(p);
  CHECK(digits > plain);
  p.has_avatar = false;
  CHECK(atypical(p) > digits);
}

TEST_CASE("What is unknown adds exactly nothing") {
  const PersonModel& model = person_model();
  for (const PersonTable* table : {&model.counts, &model.names}) {
    CHECK(scorecard_sum(table->card, PersonFeatures().value) == table->card.intercept);
  }
}

TEST_CASE("Short texts count less than pictures") {
  const Person p = with_counts(20, 250, 30);
  CHECK(atypical(p, Platform::x) > atypical(p, Platform::instagram));
}

TEST_CASE("The cards are in order, centred and moderate") {
  const PersonModel& model = person_model();
  for (const PersonTable* table : {&model.counts, &model.names}) {
    const auto rows = table->card.rows;
    REQUIRE(rows.size() > 10);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(std::isfinite(rows[i].points));
      CHECK(std::abs(rows[i].points) < 4);
      if (i && rows[i].feature == rows[i - 1].feature) CHECK(rows[i].from > rows[i - 1].from);
    }
    CHECK(table->flag_spread > 0);
    CHECK(table->rates.sensitivity > table->rates.alarms);
  }
}

TEST_CASE("Rounded counts are read at their middle") {
  Person p = with_counts(0, 500, 20);
  p.followers = Count{1100, 1199};
  CHECK(atypical(p) == atypical(with_counts(1150, 500, 20)));
}

TEST_CASE("The longest row of consonants in a handle, and digits by their share") {
  const auto handle = [](const char* text, PersonFeature feature) {
    Person p;
    p.handle = text;
    return person_features(p, {}, Platform::instagram)[feature];
  };
  CHECK(handle("aei", PersonFeature::handle_odd_letters) == 0);
  CHECK(handle("bcd", PersonFeature::handle_odd_letters) == 3);
  CHECK(handle("BCa", PersonFeature::handle_odd_letters) == 2);
  CHECK(handle("abcadfghab", PersonFeature::handle_odd_letters) == 4);
  CHECK(handle("bc_df", PersonFeature::handle_odd_letters) == 2);
  CHECK(handle("a1b23", PersonFeature::handle_digits) == 3);
  CHECK(handle("a1b23", PersonFeature::handle_digit_share) == Approx(0.6));
  CHECK(std::isnan(handle("", PersonFeature::handle_digits)));
}

TEST_CASE("A name is looked for in the handle from three letters on, where there is a handle") {
  const auto in_handle = [](const char* name, std::optional<std::string> handle) {
    Person p;
    p.display_name = name;
    p.handle = std::move(handle);
    return person_features(p, {}, Platform::instagram)[PersonFeature::name_in_handle];
  };
  CHECK(in_handle("Ada", "ada.l") == 1);
  CHECK(in_handle("Ada", "xyz") == 0);
  CHECK(in_handle("Adam", "dam") == 0.25);  // its letters in their order, from the first on: a, and no d after it
  CHECK(in_handle("Adam", "axdx") == Approx(0.5));
  CHECK(std::isnan(in_handle("Al", "al")));
  CHECK(std::isnan(in_handle("Ada", {})));
}
