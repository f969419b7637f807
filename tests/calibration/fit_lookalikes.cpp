#include "fit_lookalikes.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

namespace calibration {
namespace {

struct Stand {
  UChar32 from, to;
};

/// What is left of a text without its marks, where that is one character; else 0.
UChar32 only_character(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto plain = icu::Normalizer2::getNFDInstance(error)->normalize(text, error);
  UChar32 one = 0;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 c = plain.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK) continue;
    if (one) return 0;
    one = c;
  }
  return one;
}

bool is_plain(UChar32 c) { return c < 0x80 && u_isalnum(c); }

/// Forms that Unicode does not decompose, by their names; 0 where it is none.
UChar32 by_name(UChar32 c) {
  std::array<char, 200> buffer{};
  UErrorCode error = U_ZERO_ERROR;
  u_charName(c, U_UNICODE_CHAR_NAME, buffer.data(), buffer.size(), &error);
  const std::string_view name(buffer.data());
  for (std::string_view form : {"LATIN LETTER SMALL CAPITAL ", "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
                                "NEGATIVE SQUARED LATIN CAPITAL LETTER "}) {
    if (name.size() == form.size() + 1 && name.substr(0, form.size()) == form) return u_tolower(name.back());
  }
  constexpr std::array<std::string_view, 10> digits{"ZERO", "ONE", "TWO",   "THREE", "FOUR",
                                                    "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};
  if (name.find("CIRCLED") == std::string_view::npos) return 0;
  for (std::size_t d = 0; d < digits.size(); ++d) {
    const std::string tail = " DIGIT " + std::string(digits[d]);
    if (name.size() > tail.size() && name.substr(name.size() - tail.size()) == tail)
      return static_cast<UChar32>('0' + d);
  }
  return 0;
}

/// Blocks whose letters are folded: what comments are written in. Rare scripts stay as they are.
bool is_folded_block(UChar32 c) {
  return (c >= 0x180 && c < 0x590) || (c >= 0x1E00 && c < 0x2000) || (c >= 0x3041 && c < 0x3100) ||
         (c >= 0xFB50 && c < 0xFF00) || (c >= 0xFF66 && c < 0xFFA0);
}
/// Blocks of letters that are used in the place of Latin ones.
bool is_borrowed_block(UChar32 c) {
  return (c >= 0x250 && c < 0x2B0) || (c >= 0x370 && c < 0x590) || (c >= 0x13A0 && c < 0x1680) ||
         (c >= 0xA4D0 && c < 0xA500) || (c >= 0xAB70 && c < 0xABC0);
}

struct Table {
  std::vector<Stand> fold, style, wide, alike;
};

void add(Table& table, UChar32 c, const USpoofChecker* checker) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString text(c);
  UChar32 to = only_character(icu::Normalizer2::getNFKCCasefoldInstance(error)->normalize(text, error));
  const auto form = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  if (to != c && is_plain(to) && form != U_DT_CANONICAL && form != U_DT_NONE) {
    (form == U_DT_WIDE ? table.wide : table.style).push_back({c, to});
    return;
  }
  if (const UChar32 named = by_name(c)) {
    table.style.push_back({c, named});
    return;
  }
  if (is_borrowed_block(c)) {
    for (const UChar32 form_of : {u_tolower(c), c}) {
      icu::UnicodeString skeleton;
      uspoof_getSkeletonUnicodeString(checker, 0, icu::UnicodeString(form_of), skeleton, &error);
      const UChar32 like = only_character(skeleton);
      if (!is_plain(like) || !u_isalpha(like)) continue;
      table.alike.push_back({c, u_tolower(like)});
      break;
    }
  }
  if (to != 0 && to != c && u_isalpha(c) && is_folded_block(c)) table.fold.push_back({c, to});
}

std::string rows(const std::vector<Stand>& all, const char* use) {
  std::string out;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    UChar32 step = 1, advance = 0;
    if (end < all.size()) {
      step = all[end].from - all[i].from;
      advance = all[end].to - all[i].to;
    }
    const bool regular = (step == 1 || step == 2) && advance >= 0 && advance <= 2;
    if (regular) {
      while (end < all.size() && all[end].from - all[end - 1].from == step && all[end].to - all[end - 1].to == advance)
        ++end;
    } else {
      step = 1, advance = 0;
    }
    char line[80];
    std::snprintf(line, sizeof line, "%X\t%X\t%d\t%X\t%d\t%s\n", static_cast<unsigned>(all[i].from),
                  static_cast<unsigned>(all[end - 1].from), step, static_cast<unsigned>(all[i].to), advance, use);
    out += line;
    i = end;
  }
  return out;
}

}  // namespace

std::string lookalikes_table() {
  UErrorCode error = U_ZERO_ERROR;
  USpoofChecker* checker = uspoof_open(&error);
  Table table;
  for (UChar32 c = 0x180; c < 0x20000; ++c) {
    if (u_isdefined(c)) add(table, c, checker);
  }
  uspoof_close(checker);
  return "first\tlast\tstep\ttarget\tadvance\tuse\n" + rows(table.fold, "fold") + rows(table.style, "style") +
         rows(table.wide, "wide") + rows(table.alike, "alike");
}

}  // namespace calibration
