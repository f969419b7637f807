/// @file
/// @brief What a signal returns, and the list of all signals.
///
/// A signal looks at one thing, says what it saw and what is typical, and gives a log likelihood over the cells of φ
/// (the audience) or of γ (the engagement). It returns nothing when it can't see: missing data contributes exactly
/// nothing. The list is wasm/data/signals.tsv. A new signal is one file here, one line there, its numbers, its messages and
/// its test.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "account/account.hpp"
#include "base/model.hpp"
#include "base/without.hpp"
#include "comments/comment_kinds.hpp"
#include "comments/conversation.hpp"
#include "people/people.hpp"
#include "report/report.hpp"
#include "report/signal_id.hpp"

namespace plumb {

/// Engagement or views against the followers: what is expected falls with φ, what is organic of it with γ.
struct RateEvidence {
  double observed = 0;  ///< ln of what a typical post shows
  std::vector<double> expected;  ///< ln of what peers show, over ln real followers (signals/rates.hpp: rate_nodes)
  model::PhiCurve real{};  ///< ln of the followers that count, for each φ
  double follows_gamma = 0;  ///< 1 where the numerator holds what γ counts (likes, comments), else 0
  double scale = 1;  ///< standard deviation, ln
};

/// What one signal found.
struct Evidence {
  Seen seen;
  std::optional<Typical> typical;
  std::vector<Param> params;
  std::vector<ItemRef> items;

  std::optional<model::PhiCurve> audience;  ///< ln likelihood over φ
  std::optional<model::GammaCurve> engagement;  ///< ln likelihood over γ
  std::optional<RateEvidence> rate;  ///< over φ for each γ

  /// What a check rests on instead of the curves above, where what it looks for is no part of the estimate: ln likelihood over
  /// the share of what the check looks at (the views, the comments) that is not organic, and the same over φ.
  std::optional<model::GammaCurve> apart;
  std::optional<model::PhiCurve> apart_audience;
  std::optional<Seen> apart_seen;  ///< what that rests on, where it is not `seen`
};

/// Checks, one bit each.
using CheckSet = std::uint8_t;

/// Everything a signal may look at, computed once.
struct Observed {
  const Account& account;
  const Snapshot& snapshot;
  std::span<const std::optional<PersonScore>> people;  ///< one for each person of the snapshot
  std::span<const CommentScore> comments;  ///< one for each comment
  const Conversation& conversation;
  const std::optional<Growth>& growth;
  Without without = {};  ///< benchmark rows that are not to be used
  std::size_t grouped = 0;  ///< comments that belong to a group of the report's
};

/// One line of the list.
struct Signal {
  SignalId id{};
  Family family = Family::rate;
  On on = On::audience;
  double weight = 1;  ///< λ: the discount for what the family's signals share (wasm/core/signals/README.md)
  /// Whether the verdict may rest on it. What follows the level of the likes may not, or bought likes would buy a
  /// better verdict.
  bool counts_for_verdict = true;
  std::optional<Evidence> (*look)(const Observed&) = nullptr;
  CheckSet checks = 0;  ///< the checks that rest on it

  bool serves(CheckId check) const { return (checks >> static_cast<unsigned>(check) & 1u) != 0; }
};

/// All signals, in the order of the report.
std::span<const Signal> all_signals();

const Signal& signal_of(SignalId id);

/// ln of the largest change of odds that one signal may make.
double odds_cap();

namespace signals {

// Each is defined in the file of its name.
#define PLUMB_DECLARE(id, family, on, weight, verdict, checks) std::optional<Evidence> id(const Observed& observed);
PLUMB_SIGNALS(PLUMB_DECLARE)
#undef PLUMB_DECLARE

}  // namespace signals
}  // namespace plumb
