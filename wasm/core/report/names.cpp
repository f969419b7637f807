#include "names.hpp"

#include <array>
#include <cstddef>

namespace plumb {
namespace {

template <std::size_t size, class Enum>
std::string_view name(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 5> verdicts{"clear", "nothing_seen", "question", "unusual", "not_enough"};
constexpr std::array<std::string_view, 4> levels{"none", "low", "moderate", "strong"};
constexpr std::array<std::string_view, 4> bases{"likes+comments", "likes", "comments", "views"};
constexpr std::array<std::string_view, 3> directions{"neutral", "lowers", "raises"};
constexpr std::array<std::string_view, 2> targets{"audience", "engagement"};
constexpr std::array<std::string_view, 8> families{"rate",         "pattern", "people",  "comments",
                                                   "conversation", "growth",  "content", "profile"};
constexpr std::array<std::string_view, 3> group_kinds{"token", "template", "shape"};
constexpr std::array<std::string_view, 5> exclusions{"", "pinned", "young", "giveaway", "outlier"};
constexpr std::array<std::string_view, 12> explanations{
    "ordinary",       "acquired_followers", "dormant_audience",  "giveaway", "viral_post",    "pod",
    "acquired_likes", "acquired_views",     "scripted_comments", "purge",    "hidden_counts", "unusual_niche"};
constexpr std::array<std::string_view, 3> item_kinds{"post", "comment", "person"};
constexpr std::array<std::string_view, 3> told_ends{"between", "at_most", "at_least"};
constexpr std::array<std::string_view, 3> ratios{"perFollower", "perView", "viewsPerFollower"};
constexpr std::array<std::string_view, 5> places{"far_below", "below", "typical", "above", "far_above"};
constexpr std::array<std::string_view, 6> check_states{"unusual", "question", "fine", "weak", "not_read", "not_shown"};
constexpr std::array<std::string_view, 3> step_kinds{"jump", "purge", "fresh"};
#define PLUMB_TEXT(id, family, on, weight, verdict, checks) #id,
constexpr std::array<std::string_view, signal_count> signal_ids{PLUMB_SIGNALS(PLUMB_TEXT)};
#undef PLUMB_TEXT

}  // namespace

std::string_view name_of(Platform v) { return facts_of(v).name; }
std::string_view name_of(Verdict v) { return name(verdicts, v); }
std::string_view name_of(EvidenceLevel v) { return name(levels, v); }
std::string_view name_of(Basis v) { return name(bases, v); }
std::string_view name_of(Direction v) { return name(directions, v); }
std::string_view name_of(On v) { return name(targets, v); }
std::string_view name_of(Family v) { return name(families, v); }
std::string_view name_of(GroupKind v) { return name(group_kinds, v); }
std::string_view name_of(Exclusion v) { return name(exclusions, v); }
std::string_view name_of(Explanation v) { return name(explanations, v); }
std::string_view name_of(Told v) { return name(told_ends, v); }
std::string_view name_of(ItemKind v) { return name(item_kinds, v); }
std::string_view name_of(Against v) { return name(ratios, v); }
std::string_view name_of(Place v) { return name(places, v); }
std::string_view name_of(CheckId v) { return name(check_names, v); }
std::string_view name_of(CheckState v) { return name(check_states, v); }
std::string_view name_of(StepKind v) { return name(step_kinds, v); }
std::string_view name_of(SignalId v) { return name(signal_ids, v); }

}  // namespace plumb
