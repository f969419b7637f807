#include "score_lines.hpp"

#include <array>
#include <atomic>
#include <fstream>
#include <iostream>
#include <memory>
#include <string_view>
#include <thread>

#include "../core/base/errors.hpp"
#include "../core/base/limits.hpp"
#include "../core/report/write_report.hpp"
#include "../core/score.hpp"

namespace plumb::cli {
namespace {

/// Reads one line without its end. A line beyond the cap is read to its end, but no more of it is kept than makes the
/// core refuse it.
bool next_line(std::istream& in, std::string& line) {
  std::array<char, 1 << 14> piece;
  line.clear();
  bool any = false;
  for (bool more = true; more;) {
    in.getline(piece.data(), piece.size());
    const auto taken = static_cast<std::size_t>(in.gcount());
    any = any || taken > 0;
    // It fails where the piece is full before the line ends; an end is counted, and not kept.
    more = in.fail() && !in.eof() && taken > 0;
    const std::size_t length = more || in.eof() || taken == 0 ? taken : taken - 1;
    if (line.size() <= limits::bytes + 1) line.append(piece.data(), length);
    if (more) in.clear();
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return any;
}

bool is_refusal(std::string_view answer) { return answer.substr(0, 9) == R"({"error":)"; }

/// Scores a batch with up to `jobs` threads.
std::vector<std::string> score_batch(const std::vector<std::string>& lines, const ScoreOptions& options) {
  std::vector<std::string> answers(lines.size());
  const std::vector<std::string_view> without(options.without.begin(), options.without.end());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < lines.size(); i = next++) answers[i] = score(lines[i], options.details, without);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < options.jobs && i < lines.size(); ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  return answers;
}

/// @return whether any line was refused
bool score_stream(std::istream& in, const ScoreOptions& options) {
  bool refused = false;
  std::vector<std::string> lines;
  std::string line;
  // With one job each answer is written at once, so that a pipe can be a conversation.
  const std::size_t batch = options.jobs <= 1 ? 1 : std::size_t{8} * options.jobs;
  for (bool more = true; more;) {
    lines.clear();
    while (lines.size() < batch && (more = next_line(in, line))) lines.push_back(line);
    for (const auto& answer : score_batch(lines, options)) {
      refused = refused || is_refusal(answer);
      std::cout << answer << '\n';
    }
    if (!lines.empty()) std::cout.flush();
  }
  return refused;
}

}  // namespace

int score_lines(const ScoreOptions& options) {
  const std::vector<std::string> files = options.files.empty() ? std::vector<std::string>{"-"} : options.files;
  bool refused = false;
  for (const auto& file : files) {
    if (file == "-") {
      refused = score_stream(std::cin, options) || refused;
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    if (!in || in.peek() == std::char_traits<char>::eof()) {
      if (in.is_open() && in.eof()) continue;  // empty input gives no output
      std::cerr << "plumb: can't read " << file << '\n';
      return 2;
    }
    refused = score_stream(in, options) || refused;
  }
  return refused ? 1 : 0;
}

}  // namespace plumb::cli
