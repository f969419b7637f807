/// @file
/// @brief From the posterior to words' numbers: signals with their effects, explanations, verdict, cautions, questions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "account/account.hpp"
#include "estimate.hpp"
#include "report/report.hpp"

namespace plumb {

/// One row for each signal found. `effect` is the posterior's median of audience.share, or its mean of ln organic
/// engagement, with all signals less that without this one; `log_odds` the change that this signal alone makes to the
/// prior odds of φ > 0.3 or γ > 0.3.
std::vector<SignalRow> explain_signals(std::span<const Found> found, const Estimate& estimate);

/// The verdict's probabilities come from the signals that count for it (signals/signal.hpp). `unusual` also needs
/// two families that agree on the same unknown.
Joint decide(const Account& account, std::span<const Found> found, const std::vector<SignalRow>& rows,
             const Estimate& estimate, bool sources_disagree);

/// Competing explanations with weights that sum to 1, the weightiest first.
std::vector<std::pair<Explanation, double>> weigh_explanations(const Report& report, double p_phi, double p_gamma);

/// Which sources are heard: all, or those that a page can't easily alter or misprint (not meta and DOM).
enum class Trust : std::uint8_t { any, high };

/// Whether two such sources gave numbers for one field that differ by more than 2 % beyond their rounding. Of all it is
/// a caution; a verdict rests on those of high trust.
bool sources_disagree(const Snapshot& snapshot, Trust trust);

/// What limits this report, in the schema's order.
std::vector<std::string_view> cautions_of(const Account& account, const Report& report, bool disagreement);

/// What the person may ask the creator, from the rows that lower the estimate.
std::vector<Question> questions_of(const std::vector<SignalRow>& rows);

/// How much there is to judge by. Leaving out any field never raises it.
EvidenceLevel evidence_level(const Account& account);

}  // namespace plumb
