#include "answer_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>
#include <vector>

#include "../core/report/names.hpp"

namespace plumb::cli {
namespace {

/// Two significant digits, with a K, M or B from ten thousand on; a count below that as it is.
std::string rounded(double value) {
  if (value < 10000) return std::to_string(std::llround(value));
  constexpr std::array<std::pair<double, char>, 3> units{{{1e9, 'B'}, {1e6, 'M'}, {1e3, 'K'}}};
  for (const auto& [unit, letter] : units) {
    if (value < unit) continue;
    char text[32];
    std::snprintf(text, sizeof text, value / unit < 10 ? "%.1f%c" : "%.0f%c", value / unit, letter);
    return text;
  }
  return {};
}

/// A share, two significant digits below ten percent.
std::string percent(double share) {
  char text[32];
  const double value = 100 * share;
  std::snprintf(text, sizeof text, value >= 9.95 ? "%.0f %%" : value >= 0.995 ? "%.1f %%" : "%.2g %%", value);
  return text;
}

/// Ends that print alike are one number.
std::string range(const std::string& low, const std::string& high) { return low == high ? low : low + " to " + high; }

std::string_view words_of(Verdict answer) {
  switch (answer) {
    case Verdict::clear: return "Clear: checked, and nothing unusual";
    case Verdict::nothing_seen: return "Nothing unusual in what was read";
    case Verdict::question: return "A question";
    case Verdict::unusual: return "Unusual patterns: worth a question, not proof";
    case Verdict::not_enough: break;
  }
  return "Not enough data";
}

std::string_view words_of(CheckId check) {
  constexpr std::array<std::string_view, check_count> words{"Views",    "Likes",     "Comments",
                                                            "Regulars", "Followers", "Growth"};
  return words[static_cast<std::size_t>(check)];
}

std::string_view words_of(CheckState state) {
  constexpr std::array<std::string_view, 6> words{"unusual",         "a question", "fine",
                                                  "little to go on", "not read",   "not shown here"};
  return words[static_cast<std::size_t>(state)];
}

std::string_view words_of(std::string_view looks_for) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> words{
      {{"steady", "views added evenly"},
       {"spikes", "views added to some posts"},
       {"fixed", "a fixed number of likes"},
       {"proportional", "likes in proportion"},
       {"templates", "comments from templates"},
       {"tokens", "one name under many comments"},
       {"copies", "copied praise"},
       {"circles", "circles that comment for each other"},
       {"crowds", "crowds that never come back"},
       {"acquired", "followers made to be counted"},
       {"idle", "followers that nobody uses"},
       {"blocks", "arrivals in blocks"},
       {"purges", "large losses"}}};
  for (const auto& [id, text] : words) {
    if (id == looks_for) return text;
  }
  return looks_for;
}

std::string step_in_words(const OpenStep& step) {
  const std::string count = std::to_string(step.count);
  if (step.action == "revisit") return "come back on " + count + (step.count == 1 ? " day" : " days");
  const std::string what = step.action == "open_posts"       ? "open posts until " + count + " more comments are read"
                           : step.action == "open_followers" ? "open the list of followers, " + count + " more"
                                                             : "scroll to " + count + " more posts";
  return what + ", about " + std::to_string(step.seconds) + " s";
}

std::string seen_in_words(const Seen& seen) {
  if (seen.of) return rounded(seen.value) + " of " + rounded(*seen.of) + " " + std::string(seen.unit);
  if (seen.unit == "share") return percent(seen.value);
  char text[48];
  std::snprintf(text, sizeof text, "%.2g (%s)", seen.value, std::string(seen.unit).c_str());
  return text;
}

void print_facts(std::ostream& out, const Report& report) {
  const auto& post = report.engagement.per_post;
  const auto views = [&] {
    if (report.views)
      out << "  " << rounded(report.views->mid) << " views of a typical post (" << report.views->posts << " posts)\n";
  };
  if (report.views && report.views->first) views();
  if (post) {
    out << "  " << rounded(post->mid) << " engagements of a typical post (" << report.read.posts_used << " posts)";
    if (report.engagement.per_follower)
      out << ", " << percent(report.engagement.per_follower->shown) << " of the followers";
    out << '\n';
  }
  if (report.views && !report.views->first) views();
  if (const auto& fresh = report.fresh) {
    out << "  Newest post " << rounded(std::floor(fresh->days)) << " days old"
        << (fresh->stale ? ", unusually long ago for this account" : "");
    if (fresh->per_week) {
      char text[32];
      std::snprintf(text, sizeof text, "; %.1f posts a week", *fresh->per_week);
      out << text;
    }
    out << '\n';
  }
}

void print_position(std::ostream& out, const Report& report) {
  if (!report.position) {
    out << "  No published figures for accounts like this\n";
    return;
  }
  const Position& position = *report.position;
  constexpr std::array<std::string_view, 3> ratios{"engagements to followers", "engagements to views",
                                                   "views to followers"};
  const auto tenth = [](double share) { return std::to_string(std::clamp<long>(std::lround(10 * share), 0, 10)); };
  out << "  " << ratios[static_cast<std::size_t>(position.of)] << ": ";
  if (position.place == Place::far_below) {
    out << "far fewer than is usual for this size, below 19 of 20 peers";
  } else if (position.place == Place::far_above) {
    out << "far more than is usual for this size, above 19 of 20 peers";
  } else if (position.percentile.high <= 0.1) {
    out << "below the lowest tenth of the peers";
  } else if (position.percentile.low >= 0.9) {
    out << "above the highest tenth of the peers";
  } else {
    out << "higher than ≈" << range(tenth(position.percentile.low), tenth(position.percentile.high)) << " in 10 peers";
  }
  out << (position.visited ? " (usual of those that you visited " : " (usual ")
      << range(percent(position.typical.low), percent(position.typical.high)) << ")\n";
}

void print_checks(std::ostream& out, const Report& report) {
  std::vector<const Check*> order;
  for (const auto& check : report.checks) order.push_back(&check);
  std::stable_sort(order.begin(), order.end(), [](const Check* a, const Check* b) { return a->state < b->state; });
  for (const Check* check : order) {
    out << "  " << words_of(check->id) << ": " << words_of(check->state);
    if (check->seen) out << "; " << seen_in_words(*check->seen);
    if (check->seen && check->typical && check->seen->of) {
      out << ", usual " << range(rounded(check->typical->low), rounded(check->typical->high));
    }
    if (check->state == CheckState::weak) {
      for (std::size_t i = 0; i < check->misses.size(); ++i)
        out << (i == 0 ? "; would miss " : ", ") << words_of(check->misses[i]);
    }
    if (check->open) out << "; " << step_in_words(*check->open);
    out << '\n';
  }
}

void print_estimates(std::ostream& out, const Report& report) {
  const auto& post = report.engagement.per_post;
  if (post && post->moved) {
    out << "  Real engagement of a typical post: ≈" << range(rounded(post->real.low), rounded(post->real.high))
        << " of " << rounded(post->mid) << '\n';
  }
  if (const auto& told = report.audience.told) {
    const auto& share = report.audience.share;
    out << "  Real, reachable followers: "
        << (*told == Told::between   ? "≈" + range(percent(share.low), percent(share.high))
            : *told == Told::at_most ? "at most ≈" + percent(share.high)
                                     : "at least ≈" + percent(share.low))
        << ", from "
        << (report.read.people > 0    ? std::to_string(report.read.people) + " people"
            : report.read.history > 0 ? std::to_string(report.read.history) + " earlier readings"
                                      : std::to_string(report.read.posts_used) + " posts")
        << '\n';
  }
  if (!report.audience.told && !(post && post->moved)) out << "  What was read does not speak against the counts.\n";
}

}  // namespace

std::string harmless(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return text;
}

void print_in_words(std::ostream& out, const Report& report) {
  out << name_of(report.platform) << " @" << harmless(report.handle);
  if (report.followers) out << ", " << rounded(report.followers->low) << " followers";
  out << "\n\n" << words_of(report.verdict) << '\n';
  print_facts(out, report);
  print_position(out, report);
  out << "\nChecks, from " << report.read.posts_used << " posts, " << report.read.comments << " comments, "
      << report.read.people << " people\n";
  print_checks(out, report);
  out << '\n';
  if (report.verdict != Verdict::not_enough) print_estimates(out, report);
}

}  // namespace plumb::cli
