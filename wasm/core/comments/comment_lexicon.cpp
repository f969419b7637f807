#include <limits>

#include "base/table.hpp"
#include "comment_kinds.hpp"
#include "data/comment_lexicon.hpp"

namespace plumb {
namespace {

constexpr std::string_view use_names[word_use_count] = {"promotion", "solicitation", "finance",       "contact",
                                                        "testimony", "broadcast",    "conversation",  "praise",
                                                        "filler",    "occasion",     "congratulation"};

constexpr WordUse to_use(std::string_view name) {
  for (std::size_t u = 0; u < word_use_count; ++u) {
    if (use_names[u] == name) return static_cast<WordUse>(u);
  }
  table::no_such_key();
  return WordUse::filler;
}

/// Calls `take(use, term)` for each row.
template <class Take>
constexpr void each_term(Take take) {
  std::string_view rest = data::comment_lexicon;
  table::cut(rest, '\n');
  while (!rest.empty()) {
    std::string_view row = table::cut(rest, '\n');
    const WordUse use = to_use(table::cut(row, '\t'));
    table::cut(row, '\t');  // the language is for the reader of the table
    take(use, table::cut(row, '\t'));
  }
}

constexpr std::size_t count = table::row_count(data::comment_lexicon);

constexpr std::size_t characters_of_terms() {
  std::size_t sum = 0;
  each_term([&sum](WordUse, std::string_view term) { sum += term.size(); });
  return sum;
}

/// The terms alone, so that the rest of the table does not weigh in the module.
struct Terms {
  std::array<char, characters_of_terms()> letters{};
  std::array<std::uint16_t, count> end{};
  std::array<WordUse, count> use{};
};

consteval Terms read_terms() {
  Terms terms;
  std::size_t at = 0, row = 0;
  each_term([&](WordUse use, std::string_view term) {
    for (const char c : term) terms.letters[at++] = c;
    terms.use[row] = use;
    terms.end[row++] = static_cast<std::uint16_t>(at);
  });
  return terms;
}

constexpr Terms terms = read_terms();
static_assert(characters_of_terms() <= std::numeric_limits<std::uint16_t>::max());

}  // namespace

std::size_t comment_lexicon_size() { return count; }

LexiconTerm comment_lexicon_term(std::size_t row) {
  const std::size_t begin = row ? terms.end[row - 1] : 0;
  return {terms.use[row], std::string_view(terms.letters.data() + begin, terms.end[row] - begin)};
}

}  // namespace plumb
