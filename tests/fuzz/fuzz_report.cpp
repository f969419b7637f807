// Any report that the core could build, from bytes: one line of JSON, every number finite and as exact as it should be.
#include <cmath>
#include <cstdlib>
#include <fuzzer/FuzzedDataProvider.h>
#include <nlohmann/json.hpp>
#include <string>
#include <utf8.h>

#include "claim.hpp"
#include "wasm/core/report/json_writer.hpp"
#include "wasm/core/report/write_report.hpp"

using namespace plumb;
using fuzz::claim;

namespace {

/// Fills the parts of a report, each by its type.
class Filling {
 public:
  Filling(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {}

  bool yes() { return bytes_.ConsumeBool(); }
  int whole() { return bytes_.ConsumeIntegral<int>(); }
  double number() { return bytes_.ConsumeFloatingPoint<double>(); }  // NaN and infinity, too
  /// A sum of counts, or the middle of some.
  double counted() {
    return static_cast<double>(bytes_.ConsumeIntegralInRange<std::int64_t>(0, 8'000'000'000'000)) / 4;
  }
  std::string text() { return utf8::replace_invalid(bytes_.ConsumeRandomLengthString(24)); }
  template <class Enum>
  Enum any(int last) {
    return static_cast<Enum>(bytes_.ConsumeIntegralInRange<int>(0, last));
  }
  Time time() { return bytes_.ConsumeIntegralInRange<Time>(-62'167'219'200, 253'402'300'799); }  // years 0000 to 9999
  SignalId signal() { return any<SignalId>(static_cast<int>(signal_count) - 1); }
  Interval interval() { return {number(), number(), number(), number()}; }
  Range counts() { return {std::floor(counted()), std::floor(counted())}; }
  Seen seen() {
    Seen v{number(), {}, "ratio"};
    if (yes()) v.of = number();
    return v;
  }
  Typical typical() {
    Typical v{number(), number(), number(), {}};
    some([&] { v.rows.push_back(text()); });
    return v;
  }
  AgainstPeers peers() {
    AgainstPeers v{number(), {}, {}, {}};
    maybe(v.real, [&] { return interval(); });
    maybe(v.typical, [&] { return typical(); });
    maybe(v.percentile, [&] { return number(); });
    return v;
  }
  std::vector<Param> params() {
    std::vector<Param> list;
    some([&] {
      if (yes()) list.emplace_back(text(), number());
      else list.emplace_back(text(), text());
    });
    return list;
  }
  template <class T, class Make>
  void maybe(std::optional<T>& value, Make make) {
    if (yes()) value = make();
  }
  template <class Make>
  void some(Make make) {
    for (int i = bytes_.ConsumeIntegralInRange<int>(0, 3); i > 0; --i) make();
  }

 private:
  FuzzedDataProvider bytes_;
};

void fill_facts(Filling& f, Report& r) {
  r.snapshot_hash = f.text();
  r.platform = f.any<Platform>(1);
  r.handle = f.text();
  f.maybe(r.captured_at, [&] { return f.text(); });
  f.some([&] { r.without.push_back(f.text()); });
  r.joint = f.any<Joint>(3);
  r.verdict = f.any<Verdict>(4);
  r.read.posts = f.whole();
  r.read.evidence = f.any<EvidenceLevel>(3);
  f.some([&] { r.read.narrow.push_back({"open_comments", f.whole(), f.any<On>(1), f.number()}); });
  f.maybe(r.followers, [&] { return f.counts(); });
  f.maybe(r.position, [&] {
    return Position{f.any<Against>(2),
                    f.interval(),
                    {f.number(), f.number(), f.number(), f.number()},
                    f.any<Place>(4),
                    f.typical()};
  });
  f.maybe(r.fresh, [&] { return Fresh{f.time(), f.number(), f.number(), f.yes()}; });
  f.maybe(r.views, [&] { return ViewsShown{f.counted(), f.counted(), f.counted(), f.whole(), f.yes()}; });
  f.some([&] {
    Check check{f.any<CheckId>(5), f.any<CheckState>(5), f.number(), f.number(), "", f.number(), {}, {}, {}, {}, {}};
    f.maybe(check.seen, [&] { return f.seen(); });
    f.maybe(check.typical, [&] { return f.typical(); });
    f.some([&] { check.signals.push_back(f.signal()); });
    f.some([&] { check.misses.push_back("even_likes"); });
    f.maybe(check.open, [&] { return OpenStep{"open_comments", f.whole(), f.whole()}; });
    r.checks.push_back(check);
  });
}

void fill_engagement(Filling& f, Report& r) {
  f.maybe(r.engagement.basis, [&] { return f.any<Basis>(3); });
  f.maybe(r.engagement.per_post, [&] { return PerPost{f.counted(), f.counted(), f.counted(), f.interval(), f.yes()}; });
  f.maybe(r.engagement.per_follower, [&] { return f.peers(); });
  f.maybe(r.engagement.per_view, [&] { return f.peers(); });
  f.maybe(r.engagement.views_per_follower, [&] { return f.peers(); });
  f.maybe(r.engagement.returning, [&] { return Returning{f.whole(), f.whole(), f.whole(), f.interval()}; });
  f.maybe(r.engagement.cadence, [&] { return Cadence{f.number(), f.number()}; });
  f.maybe(r.engagement.next_post, [&] { return f.interval(); });
  f.maybe(r.engagement.inorganic, [&] { return Inorganic{"unknown", f.number()}; });
  r.audience.share = f.interval();
  f.maybe(r.audience.people, [&] { return f.interval(); });
  r.audience.start = f.number(), r.audience.remainder = f.number(), r.audience.moved = f.yes();
  f.maybe(r.growth, [&] {
    Growth growth{f.number(), f.number(), {}};
    f.some([&] { growth.steps.push_back({f.time(), f.time(), f.number(), f.any<StepKind>(2)}); });
    return growth;
  });
}

void fill_lists(Filling& f, Report& r) {
  f.maybe(r.comments.individual, [&] { return f.interval(); });
  f.some([&] { r.comments.kinds[f.text()] = f.whole(); });
  f.some([&] { r.comments.languages[f.text()] = f.whole(); });
  f.some([&] { r.comments.groups.push_back({f.text(), f.any<GroupKind>(2), 3, 2, 4, f.text(), {f.text()}}); });
  f.maybe(r.sponsored, [&] { return Sponsored{f.number(), f.interval()}; });
  f.some([&] { r.explanations.emplace_back(f.any<Explanation>(11), f.number()); });
  f.some([&] {
    SignalRow row{f.signal(),
                  f.any<Family>(7),
                  f.any<Direction>(2),
                  f.any<On>(1),
                  f.number(),
                  f.number(),
                  f.seen(),
                  {},
                  2,
                  f.params(),
                  {}};
    f.maybe(row.typical, [&] { return f.typical(); });
    f.some([&] { row.items.push_back({f.any<ItemKind>(2), f.text()}); });
    r.signals.push_back(row);
  });
  f.some([&] { r.cautions.push_back("sources_disagree"); });
  f.some([&] { r.questions.push_back({f.signal(), f.params()}); });
  r.details = f.yes();
  f.some([&] { r.person_items.push_back({f.text(), f.number()}); });
  f.some([&] { r.comment_items.push_back({f.text(), f.number(), "ordinary"}); });
  f.some([&] {
    PostItem item{f.text(), f.time(), f.counted(), {}, {}, f.any<Exclusion>(4)};
    f.maybe(item.expected, [&] { return Range{f.number(), f.number()}; });
    f.maybe(item.z, [&] { return f.number(); });
    r.post_items.push_back(item);
  });
}

/// Six significant digits, and no exponent where people read numbers.
void check_number(double value) {
  const std::string text = JsonWriter().number(value).take();
  const double back = std::strtod(text.c_str(), nullptr);
  if (!(std::abs(value) < 1e300)) return claim(text == "0", "what is no number is written as 0");
  claim(std::abs(back - value) <= 5.000001e-6 * std::abs(value) || std::abs(value) < 1e-300, "six digits are right");
  const double size = std::abs(back);
  claim(size < 1e-5 || size >= 1e15 || text.find('e') == std::string::npos, "no exponent in everyday sizes");
  claim(text != "-0", "0 has no sign");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Filling f(data, size);
  check_number(f.number());
  const double counted = f.counted();
  claim(std::strtod(JsonWriter().exactly(counted).take().c_str(), nullptr) == counted, "a count keeps its last digit");
  Report report;
  fill_facts(f, report);
  fill_engagement(f, report);
  fill_lists(f, report);
  const std::string text = write_report(report);
  claim(text.find('\n') == std::string::npos, "a report is one line");
  const auto json = nlohmann::json::parse(text, nullptr, false);
  claim(!json.is_discarded(), "a report is JSON");
  claim(json["handle"] == report.handle && json["signals"].size() == report.signals.size(),
        "a report says what was put in");
  const Refusal refusal{f.any<ErrorCode>(12), f.text()};
  const auto answer = nlohmann::json::parse(write_refusal(refusal), nullptr, false);
  claim(!answer.is_discarded() && answer["error"]["code"] == name_of(refusal.code), "a refusal is JSON");
  return 0;
}
