/// @file
/// @brief The report in words and rounded numbers, in the order of the card.
#pragma once

#include <iosfwd>

#include "../core/report/report.hpp"

namespace plumb::cli {

/// Page text may hold control characters that a terminal obeys; they are shown as '?'.
std::string harmless(std::string text);

/// The answer, the facts, the place among peers, the checks, what has moved, what to open.
void print_in_words(std::ostream& out, const Report& report);

}  // namespace plumb::cli
