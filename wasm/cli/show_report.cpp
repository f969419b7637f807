#include "show_report.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "../core/estimate/assess.hpp"
#include "../core/report/names.hpp"
#include "../core/snapshot/read_snapshot.hpp"
#include "answer_words.hpp"

namespace plumb::cli {
namespace {

std::string whole(double v) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.0f", v);
  return buffer;
}

std::string percent(double v) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, v < 0.1 ? "%.2f %%" : "%.0f %%", 100 * v);
  return buffer;
}

/// A bar of 40 places: # at least, + could be, . beyond.
std::string bar(const Interval& share) {
  std::string text(40, '.');
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double place = (static_cast<double>(i) + 0.5) / 40;
    if (place <= share.high) text[i] = '+';
    if (place <= share.low) text[i] = '#';
  }
  return text;
}

void print_ratio(const char* name, const std::optional<AgainstPeers>& ratio) {
  if (!ratio) return;
  std::cout << "  " << name << ' ' << percent(ratio->shown);
  if (ratio->typical)
    std::cout << ", typical " << percent(ratio->typical->low) << " to " << percent(ratio->typical->high);
  std::cout << '\n';
}

/// Everything by its id.
void print_raw(const Report& report) {
  std::cout << name_of(report.platform) << " @" << harmless(report.handle) << ": " << name_of(report.verdict)
            << " (evidence " << name_of(report.read.evidence) << "; " << report.read.posts_used << " of "
            << report.read.posts << " posts, " << report.read.comments << " comments, " << report.read.people
            << " people)\n\n";
  if (const auto& post = report.engagement.per_post) {
    std::cout << "  Engagement of a typical post: ≈" << whole(post->real.mid) << " of " << whole(post->mid) << " ("
              << whole(post->real.low) << " to " << whole(post->real.high) << ")\n";
  }
  print_ratio("Per follower:", report.engagement.per_follower);
  print_ratio("Per view:", report.engagement.per_view);
  print_ratio("Views per follower:", report.engagement.views_per_follower);
  const auto& share = report.audience.share;
  std::cout << "  Reachable followers: [" << bar(share) << "] " << percent(share.low) << " to " << percent(share.high);
  if (const auto& people = report.audience.people)
    std::cout << " (" << whole(people->low) << " to " << whole(people->high) << ")";
  std::cout << "\n\n";
  for (const auto& signal : report.signals) {
    std::cout << "  " << std::string(static_cast<std::size_t>(signal.strength), '*')
              << std::string(static_cast<std::size_t>(3 - signal.strength), ' ') << ' ' << plumb::name_of(signal.id)
              << ": " << name_of(signal.direction) << ", seen " << signal.seen.value;
    if (signal.seen.of) std::cout << " of " << *signal.seen.of;
    std::cout << ' ' << signal.seen.unit;
    if (signal.typical) std::cout << ", typical " << signal.typical->low << " to " << signal.typical->high;
    std::cout << '\n';
  }
  for (const auto& caution : report.cautions) std::cout << "  caution: " << caution << '\n';
  for (const auto& narrowing : report.read.narrow) {
    std::cout << "  to narrow it: " << narrowing.action << ' ' << narrowing.count << '\n';
  }
}

}  // namespace

int show_report(const std::string& file, bool raw) {
  std::string text;
  if (file == "-") {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream in(file, std::ios::binary);
    in.peek();  // a folder can be opened, but not read
    if (!in.is_open() || in.bad()) {
      std::cerr << "plumb: can't read " << file << '\n';
      return 2;
    }
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  const auto read = read_snapshot(text);
  if (const auto* refusal = std::get_if<Refusal>(&read)) {
    std::cerr << "plumb: " << sentence_for(refusal->code) << ' ' << refusal->at << '\n';
    return 1;
  }
  const Report report = assess(std::get<Snapshot>(read), false);
  raw ? print_raw(report) : print_in_words(std::cout, report);
  std::cout << "\nThis is a statistical estimate from what the page showed at that time. It does not show who or what\n"
               "caused a pattern; ordinary causes exist for each.\n";
  return 0;
}

}  // namespace plumb::cli
