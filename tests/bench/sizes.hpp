/// @file
/// @brief Invented snapshots of any size. engine.ts makes the same ones.
#pragma once

#include <string>

namespace plumb::bench {

inline std::string snapshot_of(int posts, int comments, int people) {
  const char* words[] = {"nice", "love", "the", "light", "where", "did", "you", "buy", "it", "bread", "today", "great"};
  unsigned state = 1;
  const auto next = [&state](unsigned below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
  };
  const auto number = [](unsigned n) { return std::to_string(n); };
  std::string s =
      R"({"schema":"plumb.snapshot/1","platform":"instagram","capturedAt":"2026-11-22T10:00:00Z","profile":{"handle":"h","followers":16476,"following":800},"posts":[)";
  for (int i = 0; i < posts; ++i) {
    if (i > 0) s += ',';
    const unsigned day = 1 + next(28), month = 1 + next(10);
    s += R"({"id":"p)" + number(static_cast<unsigned>(i)) + R"(","at":"2026-)" + (month < 10 ? "0" : "") +
         number(month) + "-" + (day < 10 ? "0" : "") + number(day) + R"(T10:00:00Z","likes":)" +
         number(100 + next(200)) + R"(,"comments":)" + number(next(20)) + R"(,"views":)" + number(2000 + next(900)) +
         R"(,"caption":"the light of the day"})";
  }
  s += R"(],"comments":[)";
  for (int i = 0; i < comments; ++i) {
    if (i > 0) s += ',';
    s += R"({"id":"c)" + number(static_cast<unsigned>(i)) + R"(","postId":"p)" + number(next(24)) + R"(","author":"u)" +
         number(next(5000)) + R"(","text":")";
    for (unsigned k = 2 + next(10); k > 0; --k) s += std::string(words[next(12)]) + (k > 1 ? " " : "");
    s += R"("})";
  }
  s += R"(],"people":[)";
  for (int i = 0; i < people; ++i) {
    if (i > 0) s += ',';
    s += R"({"handle":"user)" + number(next(1000000)) + R"(","relation":"follower","followers":)" + number(next(2000)) +
         R"(,"following":)" + number(next(7000)) + R"(,"posts":)" + number(next(99)) + "}";
  }
  return s + "]}";
}

}  // namespace plumb::bench
