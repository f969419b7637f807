#include "outcomes.hpp"

#include <cmath>

#include "core/assess.hpp"

namespace calibration {

Outcome assess_case(const Case& c) {
  const plumb::Report report = plumb::assess(c.snapshot, false);
  Outcome o;
  o.phi = c.truth.phi;
  o.gamma = c.truth.gamma;
  o.clean = c.truth.gamma == 0 && (c.truth.phi == 0 || c.truth.dormant);
  o.low = 1 - report.audience.share.high;
  o.mid = 1 - report.audience.share.mid;
  o.high = 1 - report.audience.share.low;
  o.verdict = report.verdict;
  o.family = c.family;
  o.visibility = c.visibility;
  o.pool = c.pool;
  for (const plumb::Narrowing& n : report.read.narrow) {
    if (n.action == "open_followers" && n.count == 30) o.promised = n.width;
  }
  if (report.engagement.next_post && c.truth.next_post) {
    o.next_post = *c.truth.next_post >= report.engagement.next_post->low && *c.truth.next_post <= report.engagement.next_post->high;
  }
  if (report.engagement.inorganic) o.atypical_gamma = report.engagement.inorganic->probability;
  if (report.growth) {
    o.growth_days = static_cast<int>(std::lround(report.growth->days));
    for (const plumb::GrowthStep& step : report.growth->steps) o.growth_steps += !step.purge;
  }
  return o;
}

Summary summarise(const std::vector<Outcome>& outcomes, const std::function<bool(const Outcome&)>& take) {
  Summary s;
  for (const Outcome& o : outcomes) {
    if (!take(o)) continue;
    ++s.n;
    s.coverage += o.covered();
    s.error += std::abs(o.mid - o.phi);
    s.bias += o.mid - o.phi;
    s.width += o.width();
    s.unusual += o.verdict == plumb::Verdict::unusual;
    s.mixed += o.verdict == plumb::Verdict::mixed;
    s.not_enough += o.verdict == plumb::Verdict::not_enough;
  }
  for (double* x : {&s.coverage, &s.error, &s.bias, &s.width, &s.unusual, &s.mixed, &s.not_enough}) *x /= s.n;
  return s;
}

}  // namespace calibration
