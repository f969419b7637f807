/// @file
/// @brief The report as the core builds it. Mirrors wasm/schema/report.schema.json; write_report() prints it.
///
/// An empty std::optional is a field that can't be estimated and is left out.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "signal_id.hpp"
#include "snapshot/snapshot.hpp"
#include "stats/interval.hpp"

namespace plumb {

struct Range {
  double low = 0, high = 0;
};
/// What peers show, with the ids of the benchmark rows that say so.
struct Typical {
  double low = 0, high = 0, level = model::prior("level.typical");
  std::vector<std::string> rows;
};

/// What a person is told first.
enum class Verdict : std::uint8_t { clear, nothing_seen, question, unusual, not_enough };
/// What all signals together say; the verdict rests on it. Not written.
enum class Joint : std::uint8_t { consistent, mixed, unusual, not_enough };
enum class EvidenceLevel : std::uint8_t { none, low, moderate, strong };
enum class Basis : std::uint8_t { likes_and_comments, likes, comments, views };
enum class Direction : std::uint8_t { neutral, lowers, raises };
enum class On : std::uint8_t { audience, engagement };
enum class Family : std::uint8_t { rate, pattern, people, comments, conversation, growth, content, profile };
enum class Exclusion : std::uint8_t { none, pinned, young, giveaway, outlier };
enum class Explanation : std::uint8_t {
  ordinary,
  acquired_followers,
  dormant_audience,
  giveaway,
  viral_post,
  pod,
  acquired_likes,
  acquired_views,
  scripted_comments,
  purge,
  hidden_counts,
  unusual_niche
};

/// One value of an open object: of a signal's or a question's params.
using Param = std::pair<std::string, std::variant<double, std::string>>;

/// The ratio that the place among peers is told by.
enum class Against : std::uint8_t { per_follower, per_view, views_per_follower };
enum class Place : std::uint8_t { far_below, below, typical, above, far_above };

enum class CheckId : std::uint8_t { views, likes, comments, returning, followers, growth };
inline constexpr std::array<std::string_view, 6> check_names{"views",     "likes",     "comments",
                                                             "returning", "followers", "growth"};
inline constexpr std::size_t check_count = check_names.size();
enum class CheckState : std::uint8_t { unusual, question, fine, weak, not_read, not_shown };

enum class ItemKind : std::uint8_t { post, comment, person };
struct ItemRef {
  ItemKind kind = ItemKind::post;
  std::string id;
};

struct Seen {
  double value = 0;
  std::optional<double> of;
  std::string_view unit;
};

/// What of the audience's share is told: the whole range, or the one end that excludes something.
enum class Told : std::uint8_t { between, at_most, at_least };

/// One row of `signals`.
struct SignalRow {
  SignalId id{};
  Family family = Family::rate;
  Direction direction = Direction::neutral;
  On on = On::audience;
  double effect = 0, log_odds = 0;
  Seen seen;
  std::optional<Typical> typical;
  int strength = 0;
  std::vector<Param> params;
  std::vector<ItemRef> items;
};

struct AgainstPeers {
  double shown = 0;
  std::optional<Interval> real;
  std::optional<Typical> typical;
  std::optional<double> percentile;
};

/// Share of the peers below the account, for the ends and the middle of its ratio.
struct Percentile {
  double low = 0, mid = 0, high = 0, level = interval_level;
};
struct Position {
  Against of = Against::per_follower;
  Interval shown;
  Percentile percentile;
  Place place = Place::typical;
  Typical typical;
  bool visited = false;  ///< among accounts that the person visited, since nobody published figures
};
struct Fresh {
  Time newest = 0;
  double days = 0;  ///< its age
  std::optional<double> per_week;
  bool stale = false;
};
struct ViewsShown {
  double low = 0, mid = 0, high = 0;  ///< of the median post
  int posts = 0;                      ///< used posts that show views
  bool first = false;                 ///< whether views are told before engagements: most used posts show them
};

/// What the person can open next for a check, and about how long that takes.
struct OpenStep {
  std::string_view action;
  int count = 0;
  int seconds = 0;
};
/// One of the six things that are looked at.
struct Check {
  CheckId id{};
  CheckState state = CheckState::weak;
  double power = 0;  ///< probability to find half inorganic, with what was read; the least over `looks`
  double probability = 0;  ///< P(γ > .3) or P(φ > .3) by the check's own signals
  std::string_view visible;  ///< what of it the page shows: a class of wasm/data/power.tsv
  double size = 0;  ///< how much of it was read
  std::optional<Seen> seen;
  std::optional<Typical> typical;
  std::vector<SignalId> signals;  ///< of its own, those that say something
  std::vector<std::string_view> misses;  ///< what it looks for and would miss, with what was read
  std::optional<OpenStep> open;
};

struct PerPost {
  double low = 0, mid = 0, high = 0;  ///< shown
  Interval real;
  bool moved = false;  ///< whether what was read has changed the share that is real; else there is nothing to draw
  std::optional<Typical> typical;  ///< what peers would get from as many followers
};
struct Returning {
  int people = 0, of = 0, posts = 0;
  std::optional<Interval> real;
};
struct Cadence {
  double per_week = 0, months = 0;
};
struct Inorganic {
  std::string_view level = "unknown";
  double probability = 0;
};
struct Narrowing {
  std::string_view action;
  int count = 0;
  On of = On::audience;
  double width = 0;
};
/// A fresh step is a rise that has too few readings after it to tell whether it stays alone or ebbs.
enum class StepKind : std::uint8_t { jump, purge, fresh };
struct GrowthStep {
  Time from = 0, to = 0;
  double change = 0;
  StepKind kind = StepKind::jump;
};
struct Growth {
  double days = 0, change = 0;
  std::vector<GrowthStep> steps;
  int awaits = 0;  ///< readings on other days until the last fresh step can be told; 0 without one
};
struct Sponsored {
  double share = 0;
  std::optional<Interval> effect;
};
struct Question {
  SignalId id{};  ///< of the signal that asks
  std::vector<Param> params;
};
struct PersonItem {
  std::optional<std::string> handle;
  double atypical = 0;
};
struct CommentItem {
  std::optional<std::string> id;
  double atypical = 0;
  std::string_view kind;
};
struct PostItem {
  std::optional<std::string> id;
  std::optional<Time> at;
  std::optional<double> value;
  std::optional<Range> expected;
  std::optional<double> z;
  Exclusion excluded = Exclusion::none;
};

/// What the comments of a group have in common.
enum class GroupKind : std::uint8_t { token, pattern, shape };

/// Comments that belong together.
struct CommentGroup {
  std::string id;
  GroupKind kind = GroupKind::token;
  std::size_t size = 0, authors = 0, of = 0;  ///< comments, who wrote them, all comments that are not the creator's
  std::string mark;  ///< the token, the common words, the emoji at the end
  std::vector<std::string> items;  ///< ids of the comments that have one
};

struct Report {
  std::string snapshot_hash;
  Platform platform = Platform::generic;
  std::string handle;
  std::optional<std::string> captured_at;
  std::vector<std::string> without;  ///< what a what-if question left out, in order, each once
  Joint joint = Joint::not_enough;
  Verdict verdict = Verdict::not_enough;

  struct {
    int posts = 0, posts_used = 0, comments = 0, people = 0, history = 0;
    EvidenceLevel evidence = EvidenceLevel::none;
    std::vector<Narrowing> narrow;
  } read;

  std::optional<Range> followers;
  std::optional<Position> position;
  std::optional<Fresh> fresh;
  std::optional<ViewsShown> views;
  std::vector<Check> checks;  ///< all six, in the order of CheckId

  struct {
    std::optional<Basis> basis;
    std::optional<PerPost> per_post;
    std::optional<AgainstPeers> per_follower, per_view, views_per_follower;
    std::optional<Returning> returning;
    std::optional<Cadence> cadence;
    std::optional<Interval> next_post;
    std::optional<Inorganic> inorganic;
  } engagement;

  struct {
    Interval share;
    std::optional<Interval> people;
    double start = 0, remainder = 0;
    bool moved = false;  ///< as of an engagement
    std::optional<Told> told;  ///< absent where neither end says anything
  } audience;

  std::optional<Growth> growth;

  struct {
    std::optional<Interval> individual;
    std::map<std::string, int, std::less<>> kinds, languages;
    std::vector<CommentGroup> groups;
  } comments;

  std::optional<Sponsored> sponsored;
  std::vector<std::pair<Explanation, double>> explanations;
  std::vector<SignalRow> signals;
  std::vector<std::string_view> cautions;
  std::vector<Question> questions;

  std::vector<PostItem> post_items;
  bool details = false;  ///< whether the items of people and comments are written
  std::vector<PersonItem> person_items;
  std::vector<CommentItem> comment_items;
};

}  // namespace plumb
