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

/// A vendor's stock of texts.
struct Templates {
  std::vector<std::string> texts;
};
Templates draw_templates(Random& random, std::size_t count, std::size_t language);

/// One of them as it is; or with words exchanged, added and dropped.
std::string draw_scripted_comment(const Templates& templates, bool paraphrased, Random& random);

}  // namespace calibration
