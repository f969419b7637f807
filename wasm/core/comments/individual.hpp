/// @file
/// @brief Share of the comments that individual people wrote, with what is not known of how well scripted ones are seen.
#pragma once

#include "stats/interval.hpp"

namespace plumb {

/// What was found among the comments.
struct ScriptedFound {
  double comments = 0;  ///< with a text
  double scripted = 0;  ///< Σ of the probabilities of those that look scripted
  double anybodys = 0;  ///< praise in general, emoji, names: nobody can tell who wrote them
};

/// 90 % highest-density interval and median of the share of individual comments.
///
/// The share s of scripted comments is looked for through what is seen of it: a scripted comment is flagged with the
/// probability Se, a person's with 1 − Sp. Neither is known for the language, platform and kind at hand: Se is anything
/// from 0 (a kind that leaves no trace, such as replies by language models) to nearly 1, 1 − Sp a few per cent. Both are
/// averaged over (wasm/data/individual.tsv). That nothing was found therefore never means that nothing is there.
Interval individual_share(const ScriptedFound& found);

}  // namespace plumb
