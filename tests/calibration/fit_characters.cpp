#include "fit_characters.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <vector>

namespace calibration {
namespace {

constexpr char32_t end_of_unicode = 0x110000;

/// Calls `take(first, last, property)` for each line "0041..005A ; Latin # …".
template <class Take>
bool read_properties(const std::filesystem::path& file, Take take) {
  std::ifstream in(file);
  if (!in) return false;
  for (std::string line; std::getline(in, line);) {
    line = line.substr(0, line.find('#'));
    const auto semicolon = line.find(';');
    if (semicolon == std::string::npos) continue;
    unsigned first = 0, last = 0;
    const int read = std::sscanf(line.c_str(), "%x..%x", &first, &last);
    if (read < 1) continue;
    if (read == 1) last = first;
    std::string property = line.substr(semicolon + 1);
    property.erase(0, property.find_first_not_of(" \t"));
    property.erase(property.find_last_not_of(" \t") + 1);
    take(first, last, property);
  }
  return true;
}

std::string kind_of_script(const std::string& script) {
  static const std::map<std::string, std::string> named = {
      {"Latin", "latin"},   {"Greek", "greek"},           {"Cyrillic", "cyrillic"}, {"Arabic", "arabic"},
      {"Hebrew", "hebrew"}, {"Devanagari", "devanagari"}, {"Bengali", "bengali"},   {"Tamil", "tamil"},
      {"Thai", "thai"},     {"Hangul", "hangul"},         {"Hiragana", "hiragana"}, {"Katakana", "katakana"},
      {"Han", "han"}};
  const auto at = named.find(script);
  return at == named.end() ? "other_letter" : at->second;
}

}  // namespace

std::string characters_table(const std::filesystem::path& unicode) {
  std::vector<std::string> kind(end_of_unicode, "common"), script(end_of_unicode);
  const auto set = [](std::vector<std::string>& column) {
    return [&column](unsigned first, unsigned last, const std::string& p) {
      for (unsigned c = first; c <= last; ++c) column[c] = p;
    };
  };
  if (!read_properties(unicode / "Scripts.txt", set(script))) return "";
  read_properties(
      unicode / "extracted/DerivedGeneralCategory.txt", [&](unsigned first, unsigned last, const std::string& p) {
        for (unsigned c = first; c <= last; ++c) {
          if (p[0] == 'L') kind[c] = script[c] == "Common" ? "other_letter" : kind_of_script(script[c]);
          // In scripts without a name of their own, marks and digits count as letters: only "a word" matters there.
          const bool rare =
              script[c] != "Inherited" && script[c] != "Common" && kind_of_script(script[c]) == "other_letter";
          if (p[0] == 'M') kind[c] = rare ? "other_letter" : "mark";
          if (p == "Nd") kind[c] = rare && c > 0xFFFF ? "other_letter" : "digit";
          if (p == "Zs") kind[c] = "space";
        }
      });
  read_properties(unicode / "emoji/emoji-data.txt", [&](unsigned first, unsigned last, const std::string& p) {
    if (p != "Extended_Pictographic" && p != "Emoji_Presentation" && p != "Emoji_Modifier") return;
    for (unsigned c = first; c <= last; ++c)
      if (c > 0xFF) kind[c] = "emoji";
  });
  for (char32_t c : {U'\t', U'\n', U'\r', U'\v', U'\f', char32_t{0x85}, char32_t{0x2028}, char32_t{0x2029}})
    kind[c] = "space";
  // The long vowel mark belongs to both kana scripts; it continues a word of either.
  kind[0x30FC] = "katakana";
  // Zero-width joiner, variation selectors, keycap, tags and the byte-order mark glue; they are nothing by themselves.
  for (char32_t c : {0x200B, 0x200C, 0x200D, 0x2060, 0x20E3, 0xFEFF}) kind[c] = "joiner";
  for (char32_t c = 0xFE00; c <= 0xFE0F; ++c) kind[c] = "joiner";
  for (char32_t c = 0xE0020; c <= 0xE007F; ++c) kind[c] = "joiner";

  std::string out = "first\tlast\tkind\n";
  char row[64];
  for (char32_t c = 0; c < end_of_unicode;) {
    char32_t end = c;
    // Unassigned holes between characters of one kind are filled: they do not occur, and the table stays short.
    for (char32_t n = c + 1; n < end_of_unicode && n <= end + 24; ++n) {
      if (kind[n] == kind[c] && kind[n] != "common") end = n;
      else if (kind[n] != "common" || !script[n].empty()) break;
    }
    if (kind[c] != "common") {
      std::snprintf(row, sizeof row, "%X\t%X\t%s\n", static_cast<unsigned>(c), static_cast<unsigned>(end),
                    kind[c].c_str());
      out += row;
    }
    c = end + 1;
  }
  return out;
}

}  // namespace calibration
