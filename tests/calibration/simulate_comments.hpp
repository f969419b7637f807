/// @file
/// @brief Simulated comments in several languages, organic and scripted.
#pragma once

#include <string>
#include <vector>

#include "random.hpp"

namespace calibration {

/// A comment that a person wrote: from three emoji to a sentence with a question; now and then generic praise.
std::string draw_organic_comment(Random& random, std::size_t language);
inline constexpr std::size_t comment_languages = 7;

/// Whether draw_organic_comment() could have written that, in any of its languages.
bool people_write(const std::string& text);

/// A vendor's stock of texts.
struct Templates {
  std::vector<std::string> texts;
};
Templates draw_templates(Random& random, std::size_t count, std::size_t language);

/// One of them as it is; or with words exchanged, added and dropped.
std::string draw_scripted_comment(const Templates& templates, bool paraphrased, Random& random);

/// One short praise, as many write it, with the vendor's emoji.
std::string draw_praise(Random& random, std::size_t language);

/// A brand's name that no language has, of letters a to z and digits; and that name as an advertisement writes it: in bold or
/// full-width letters, or in capitals.
std::string draw_token(Random& random);
std::string disguised(const std::string& token, Random& random);

}  // namespace calibration
