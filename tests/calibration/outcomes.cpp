#include "outcomes.hpp"

#include <cmath>

#include <numbers>

#include "core/account/growth.hpp"
#include "core/comments/comment_groups.hpp"
#include "core/estimate/assess.hpp"
#include "core/estimate/estimate.hpp"
#include "core/stats/posterior.hpp"

namespace calibration {
namespace {

/// What the signals find, as assess() asks them.
std::vector<plumb::Found> found_in(const plumb::Snapshot& s, bool groups) {
  const plumb::Account account(s);
  const auto people = plumb::score_people(s);
  const auto judged = plumb::judge_comments(s);
  const plumb::Conversation conversation(s, judged.scores, judged.traces);
  const auto growth = plumb::growth_of(s);
  std::size_t grouped = 0;
  if (groups)
    for (const auto& group : plumb::group_comments(s, judged)) grouped += group.size;
  const plumb::Observed observed{account, s, people, judged.scores, conversation, growth, {}, grouped};
  std::vector<plumb::Found> found;
  for (const auto& signal : plumb::all_signals()) {
    if (auto evidence = signal.look(observed)) found.push_back({&signal, *std::move(evidence)});
  }
  return found;
}

/// The posterior of φ from which assess() reads the interval.
plumb::model::PhiCurve posterior_of(const plumb::Snapshot& s) {
  const auto found = found_in(s, true);
  return plumb::Estimate(found).phi();
}

/// ∫ (F(x) − 1{x ≥ truth})² dx over [0, 1] (Gneiting & Raftery 2007), eight points a cell.
double crps_of(const plumb::model::PhiCurve& curve, double truth) {
  constexpr int points = 8;
  const double step = 1.0 / static_cast<double>(curve.size() * points);
  double below = 0, sum = 0;
  for (std::size_t i = 0; i < curve.size() * points; ++i) {
    below += curve[i / points] / points;
    const double x = (static_cast<double>(i) + 0.5) * step;
    const double difference = below - (x >= truth ? 1 : 0);
    sum += difference * difference * step;
  }
  return sum;
}

double cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

/// The prediction is normal in ln (n + ½): its place and the truth in it.
void judge_next_post(const plumb::Interval& predicted, double truth, Outcome& o) {
  const auto ln = [](double n) { return std::log(n + 0.5); };
  o.next_post = truth >= predicted.low && truth <= predicted.high;
  const double sigma = (ln(predicted.high) - ln(predicted.low)) / (2 * 1.6448536269514722);
  if (sigma <= 0) return;
  const double z = (ln(truth) - ln(predicted.mid)) / sigma;
  o.next_post_pit = cdf(z);
  const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
  o.next_post_crps = sigma * (z * (2 * cdf(z) - 1) + 2 * density - std::numbers::inv_sqrtpi);
}

}  // namespace

Outcome assess_case(const Case& c, bool with_curve) {
  const plumb::Report report = plumb::assess(c.snapshot, false);
  Outcome o;
  o.phi = c.truth.phi;
  o.gamma = c.truth.gamma;
  o.clean = c.truth.gamma == 0 && (c.truth.phi == 0 || c.truth.dormant);
  for (const auto& post : c.snapshot.posts) o.shows_views = o.shows_views || post.views;
  o.low = 1 - report.audience.share.high;
  o.mid = 1 - report.audience.share.mid;
  o.high = 1 - report.audience.share.low;
  o.verdict = report.verdict;
  o.asked = o.verdict == plumb::Verdict::unusual;
  for (const plumb::Check& check : report.checks) o.asked = o.asked || check.state <= plumb::CheckState::question;
  o.family = c.family;
  o.visibility = c.visibility;
  o.pool = c.pool;
  for (const plumb::Person& person : c.snapshot.people) {
    const auto score = plumb::score_person(person, c.snapshot.captured_at, c.snapshot.platform);
    if (!score) continue;
    o.flagged += score->flag;
    ++o.followers;
  }
  for (const plumb::Narrowing& n : report.read.narrow) {
    if (n.action == "open_followers" && n.count == 30) o.promised = n.width;
  }
  if (report.engagement.next_post && c.truth.next_post)
    judge_next_post(*report.engagement.next_post, *c.truth.next_post, o);
  if (const auto& post = report.engagement.per_post; post && post->mid > 0) o.real_share = post->real.mid / post->mid;
  if (with_curve) {
    const auto curve = posterior_of(c.snapshot);
    o.pit = 1 - plumb::mass_above(curve, o.phi);
    o.crps = crps_of(curve, o.phi);
  }
  if (report.engagement.inorganic) o.atypical_gamma = report.engagement.inorganic->probability;
  if (report.growth) {
    o.growth_days = static_cast<int>(std::lround(report.growth->days));
    for (const plumb::GrowthStep& step : report.growth->steps) o.growth_steps += step.kind == plumb::StepKind::jump;
  }
  return o;
}

double comments_probability(const plumb::Snapshot& snapshot, bool groups) {
  const auto found = found_in(snapshot, groups);
  return plumb::mass_above(plumb::Estimate(found).gamma({.check = plumb::CheckId::comments}),
                           plumb::model::prior("threshold.gamma"));
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
    s.question += o.verdict == plumb::Verdict::question;
    s.asked += o.asked;
    s.not_enough += o.verdict == plumb::Verdict::not_enough;
    s.crps += o.crps;
  }
  for (double* x :
       {&s.coverage, &s.error, &s.bias, &s.width, &s.unusual, &s.question, &s.asked, &s.not_enough, &s.crps})
    *x /= s.n;
  return s;
}

}  // namespace calibration
