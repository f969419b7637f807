#include "score_lines.hpp"

#include <array>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

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

/// The lines of one input, which threads take in turn, and their answers, which are written in the order of the lines.
class OrderedAnswers {
 public:
  OrderedAnswers(std::istream& in, unsigned jobs) : in_(in), waiting_(std::size_t{8} * jobs) {}

  /// Takes the next line. Waits while the answer to an earlier one is so late that too many others wait for it.
  /// @return its number, or nothing at the end
  std::optional<std::size_t> take(std::string& line) {
    // Whoever reads keeps the others from reading, and none from answering: a slow pipe holds no answer back.
    const std::lock_guard reading(reading_);
    {
      std::unique_lock writing(writing_);
      room_.wait(writing, [&] { return taken_ < written_ + waiting_.size(); });
    }
    if (!next_line(in_, line)) return std::nullopt;
    return taken_++;
  }

  /// Writes the answer, and those that have waited for it; or keeps it until those before it are there.
  void give(std::size_t number, std::string answer) {
    const std::lock_guard writing(writing_);
    refused_ = refused_ || is_refusal(answer);
    waiting_[number % waiting_.size()] = std::move(answer);
    for (auto* next = &waiting_[written_ % waiting_.size()]; !next->empty();
         next = &waiting_[written_ % waiting_.size()]) {
      std::cout << *next << '\n';
      next->clear();
      ++written_;
    }
    // At once, so that a pipe can be a conversation.
    std::cout.flush();
    room_.notify_one();
  }

  /// @return whether any line was refused; once all threads are done
  [[nodiscard]] bool refused() const { return refused_; }

 private:
  std::istream& in_;
  std::mutex reading_;
  std::size_t taken_ = 0;
  std::mutex writing_;
  std::condition_variable room_;
  std::vector<std::string> waiting_;  ///< by number, modulo; an answer is never empty
  std::size_t written_ = 0;
  bool refused_ = false;
};

/// @return whether any line was refused
bool score_stream(std::istream& in, const ScoreOptions& options) {
  const std::vector<std::string_view> without(options.without.begin(), options.without.end());
  OrderedAnswers answers(in, options.jobs);
  const auto work = [&] {
    std::string line;
    while (const auto number = answers.take(line)) answers.give(*number, score(line, options.details, without));
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < options.jobs; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  return answers.refused();
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
