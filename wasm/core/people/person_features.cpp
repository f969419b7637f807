#include "people.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "base/table.hpp"
#include "base/units.hpp"
#include "data/people_sensitivity.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plumb {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

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
  for (const char byte : text) {
    const char c = text::lower_ascii(byte);
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
  for (const char byte : handle) {
    const char c = text::lower_ascii(byte);
    run = is_letter(c) && !is_vowel(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return static_cast<double>(longest);
}

/// Where accounts post short texts they post about ten times as many: an order of magnitude, not a fitted number.
double texts_per_post(Platform platform) {
  return facts_of(platform).texts ? table::constant(data::people_sensitivity, "texts_per_post") : 1;
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

PersonFeatures person_features(const Person& person, std::optional<Time> captured_at, Platform platform) {
  PersonFeatures f;
  f[PersonFeature::followers] = as_number(person.followers);
  f[PersonFeature::following] = as_number(person.following);
  const double posts = person.posts ? person.posts->mid() / texts_per_post(platform) : unknown;
  f[PersonFeature::posts] = posts;
  f[PersonFeature::avatar] = as_number(person.has_avatar);
  f[PersonFeature::is_private] = as_number(person.is_private);
  f[PersonFeature::verified] = as_number(person.verified);
  if (person.followers && person.following) {
    f[PersonFeature::following_per_follower] = ratio(person.following->mid(), person.followers->mid());
  }
  if (person.posts && person.following) {
    f[PersonFeature::following_per_post] = ratio(person.following->mid(), posts);
  }
  if (person.bio) f[PersonFeature::bio_length] = count_characters(*person.bio).characters;
  if (person.created_at && captured_at && *captured_at >= *person.created_at) {
    f[PersonFeature::age_days] = static_cast<double>(*captured_at - *person.created_at) / seconds_per_day;
  }
  read_name_features(person, f);
  return f;
}

}  // namespace plumb
