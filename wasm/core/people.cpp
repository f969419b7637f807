#include "people.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace plumb {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double seconds_per_day = 86400;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

struct CharacterCounts {
  double characters = 0, digits = 0;
};

CharacterCounts count_characters(std::string_view text) {
  CharacterCounts counts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    ++counts.characters;
    if (is_digit(c)) ++counts.digits;
  }
  return counts;
}

/// Lower-case ASCII letters only; other scripts say nothing about spelling here.
std::string latin_letters(std::string_view text) {
  std::string letters;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_letter(c)) letters.push_back(c);
  }
  return letters;
}

/// Share of the name's letters that stand in the handle in the same order (greedy match).
double repeated_share(std::string_view name, std::string_view handle) {
  std::size_t at = 0;
  for (char c : handle) {
    if (at < name.size() && name[at] == c) ++at;
  }
  return static_cast<double>(at) / static_cast<double>(name.size());
}

double longest_consonant_run(std::string_view handle) {
  std::size_t longest = 0, run = 0;
  for (char c : handle) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    run = is_letter(c) && !is_vowel(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return static_cast<double>(longest);
}

double ratio(double a, double b) { return (a + 1) / (b + 1); }

double as_number(const std::optional<bool>& flag) { return flag ? (*flag ? 1.0 : 0.0) : unknown; }
double as_number(const std::optional<Count>& count) { return count ? count->mid() : unknown; }

void read_name_features(const Person& person, PersonFeatures& f) {
  if (person.handle && !person.handle->empty()) {
    const CharacterCounts handle = count_characters(*person.handle);
    f[PersonFeature::handle_digits] = handle.digits;
    f[PersonFeature::handle_digit_share] = handle.digits / handle.characters;
    f[PersonFeature::handle_odd_letters] = longest_consonant_run(*person.handle);
  }
  if (person.display_name) {
    f[PersonFeature::name_digits] = count_characters(*person.display_name).digits;
    const std::string name = latin_letters(*person.display_name);
    if (name.size() >= 3 && person.handle) {
      f[PersonFeature::name_in_handle] = repeated_share(name, latin_letters(*person.handle));
    }
  }
}

}  // namespace

PersonFeatures::PersonFeatures() { value.fill(unknown); }

PersonFeatures person_features(const Person& person, std::optional<Time> captured_at) {
  PersonFeatures f;
  f[PersonFeature::followers] = as_number(person.followers);
  f[PersonFeature::following] = as_number(person.following);
  f[PersonFeature::posts] = as_number(person.posts);
  f[PersonFeature::avatar] = as_number(person.has_avatar);
  f[PersonFeature::is_private] = as_number(person.is_private);
  f[PersonFeature::verified] = as_number(person.verified);
  if (person.followers && person.following) {
    f[PersonFeature::following_per_follower] = ratio(person.following->mid(), person.followers->mid());
  }
  if (person.posts && person.following) {
    f[PersonFeature::following_per_post] = ratio(person.following->mid(), person.posts->mid());
  }
  if (person.bio) f[PersonFeature::bio_length] = count_characters(*person.bio).characters;
  if (person.created_at && captured_at && *captured_at >= *person.created_at) {
    f[PersonFeature::age_days] = static_cast<double>(*captured_at - *person.created_at) / seconds_per_day;
  }
  read_name_features(person, f);
  return f;
}

double scorecard_sum(const Scorecard& card, const PersonFeatures& features) {
  double sum = card.intercept;
  for (std::size_t i = 0; i < card.rows.size(); ++i) {
    const ScorecardRow& row = card.rows[i];
    const double x = features[row.feature];
    const bool last = i + 1 == card.rows.size() || card.rows[i + 1].feature != row.feature;
    // A NaN fails both comparisons: unknown adds nothing.
    if (x >= row.from && (last || x < card.rows[i + 1].from)) sum += row.points;
  }
  return sum;
}

std::optional<PersonScore> score_person(const Person& person, std::optional<Time> captured_at) {
  const PersonFeatures features = person_features(person, captured_at);
  const bool counts = person.followers && person.following;
  bool any = false;
  for (double v : features.value) any = any || !std::isnan(v);
  if (!any) return std::nullopt;
  const PersonModel& model = person_model();
  const double log_odds = scorecard_sum(counts ? model.counts : model.names, features);
  return PersonScore{1 / (1 + std::exp(-log_odds)), counts ? Visibility::counts : Visibility::names_only};
}

}  // namespace plumb
