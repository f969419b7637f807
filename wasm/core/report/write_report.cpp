#include "write_report.hpp"

#include <array>
#include <span>

#include "base/model.hpp"
#include "json_writer.hpp"
#include "names.hpp"
#include "snapshot/rfc3339.hpp"

namespace plumb {
namespace {

void write(JsonWriter& json, const Interval& v) {
  json.begin_object().key("low").number(v.low).key("mid").number(v.mid).key("high").number(v.high);
  json.key("level").number(v.level).end_object();
}

void write(JsonWriter& json, const Range& v) {
  json.begin_object().key("low").number(v.low).key("high").number(v.high).end_object();
}

/// What the page printed, not an estimate: to the last digit.
void write_counts(JsonWriter& json, const Range& v) {
  json.begin_object().key("low").integer(static_cast<long long>(v.low));
  json.key("high").integer(static_cast<long long>(v.high)).end_object();
}

/// The middle of what posts print, with the ends that rounded counts allow.
void write_shown(JsonWriter& json, double low, double mid, double high) {
  json.begin_object().key("low").exactly(low).key("mid").exactly(mid).key("high").exactly(high).end_object();
}

void write_rows(JsonWriter& json, const std::vector<std::string>& rows) {
  json.key("rows").begin_array();
  for (const auto& row : rows) json.text(row);
  json.end_array();
}

void write_seen(JsonWriter& json, const Seen& v) {
  json.key("seen").begin_object().key("value").number(v.value);
  if (v.of) json.key("of").number(*v.of);
  json.key("unit").text(v.unit).end_object();
}

void write_typical(JsonWriter& json, const Typical& v) {
  json.key("typical").begin_object().key("low").number(v.low).key("high").number(v.high).key("level").number(v.level);
  write_rows(json, v.rows);
  json.end_object();
}

void write(JsonWriter& json, const AgainstPeers& v) {
  json.begin_object().key("shown").number(v.shown);
  if (v.real) write(json.key("real"), *v.real);
  if (v.typical) write_typical(json, *v.typical);
  if (v.percentile) json.key("percentile").number(*v.percentile);
  json.end_object();
}

/// What the page shows, and the place among peers.
void write_facts(JsonWriter& json, const Report& report) {
  if (const auto& v = report.position) {
    json.key("position").begin_object().key("of").text(name_of(v->of));
    write(json.key("shown"), v->shown);
    write(json.key("percentile"),
          Interval{v->percentile.low, v->percentile.mid, v->percentile.high, v->percentile.level});
    json.key("place").text(name_of(v->place));
    write_typical(json, v->typical);
    json.key("whose").text(v->visited ? "visited" : "published").end_object();
  }
  if (const auto& v = report.fresh) {
    json.key("fresh").begin_object().key("newest").text(format_time(v->newest)).key("days").number(v->days);
    if (v->per_week) json.key("perWeek").number(*v->per_week);
    json.key("stale").boolean(v->stale).end_object();
  }
  if (const auto& v = report.views) {
    write_shown(json.key("views").begin_object().key("perPost"), v->low, v->mid, v->high);
    json.key("posts").integer(v->posts).key("first").boolean(v->first).end_object();
  }
}

void write_check(JsonWriter& json, const Check& check) {
  json.begin_object().key("id").text(name_of(check.id)).key("state").text(name_of(check.state));
  json.key("power").number(check.power);
  if (check.seen) write_seen(json, *check.seen);
  if (check.typical) {
    json.key("typical")
        .begin_object()
        .key("low")
        .number(check.typical->low)
        .key("high")
        .number(check.typical->high)
        .end_object();
  }
  json.key("signals").begin_array();
  for (const SignalId id : check.signals) json.text(name_of(id));
  json.end_array().key("misses").begin_array();
  for (const auto& family : check.misses) json.text(family);
  json.end_array();
  if (const auto& open = check.open) {
    json.key("open").begin_object().key("action").text(open->action).key("count").integer(open->count);
    json.key("seconds").integer(open->seconds).end_object();
  }
  json.end_object();
}

void write_checks(JsonWriter& json, const Report& report) {
  json.key("checks").begin_array();
  for (const auto& check : report.checks) write_check(json, check);
  json.end_array();
}

void write_params(JsonWriter& json, const std::vector<Param>& params) {
  json.key("params").begin_object();
  for (const auto& [name, value] : params) {
    json.key(name);
    if (const auto* number = std::get_if<double>(&value)) {
      json.number(*number);
    } else {
      json.text(std::get<std::string>(value));
    }
  }
  json.end_object();
}

void write_read(JsonWriter& json, const Report& report) {
  const auto& read = report.read;
  json.key("read").begin_object();
  json.key("posts").integer(read.posts).key("postsUsed").integer(read.posts_used);
  json.key("comments").integer(read.comments).key("people").integer(read.people);
  json.key("history").integer(read.history).key("evidence").text(name_of(read.evidence));
  json.key("narrow").begin_array();
  for (const auto& narrowing : read.narrow) {
    json.begin_object().key("action").text(narrowing.action).key("count").integer(narrowing.count);
    json.key("of").text(name_of(narrowing.of)).key("width").number(narrowing.width).end_object();
  }
  json.end_array().end_object();
}

void write_engagement(JsonWriter& json, const Report& report) {
  const auto& engagement = report.engagement;
  json.key("engagement").begin_object();
  if (engagement.basis) json.key("basis").text(name_of(*engagement.basis));
  if (const auto& v = engagement.per_post) {
    write_shown(json.key("perPost").begin_object().key("shown"), v->low, v->mid, v->high);
    write(json.key("real"), v->real);
    json.key("moved").boolean(v->moved);
    if (v->typical) write_typical(json, *v->typical);
    json.end_object();
  }
  if (engagement.per_follower) write(json.key("perFollower"), *engagement.per_follower);
  if (engagement.per_view) write(json.key("perView"), *engagement.per_view);
  if (engagement.views_per_follower) write(json.key("viewsPerFollower"), *engagement.views_per_follower);
  if (const auto& v = engagement.returning) {
    json.key("returning").begin_object().key("people").integer(v->people).key("of").integer(v->of);
    json.key("posts").integer(v->posts);
    if (v->real) write(json.key("real"), *v->real);
    json.end_object();
  }
  if (const auto& v = engagement.cadence) {
    json.key("cadence").begin_object().key("perWeek").number(v->per_week).key("months").number(v->months).end_object();
  }
  if (engagement.next_post) write(json.key("nextPost"), *engagement.next_post);
  if (const auto& v = engagement.inorganic) {
    json.key("inorganic").begin_object().key("level").text(v->level);
    json.key("probability").number(v->probability).end_object();
  }
  json.end_object();
}

void write_growth(JsonWriter& json, const Growth& growth) {
  json.key("growth").begin_object().key("days").number(growth.days).key("change").number(growth.change);
  json.key("steps").begin_array();
  for (const auto& step : growth.steps) {
    json.begin_object().key("from").text(format_time(step.from)).key("to").text(format_time(step.to));
    json.key("change").number(step.change).key("kind").text(name_of(step.kind)).end_object();
  }
  json.end_array().end_object();
}

void write_tally(JsonWriter& json, std::string_view name, const std::map<std::string, int, std::less<>>& tally) {
  if (tally.empty()) return;
  json.key(name).begin_object();
  for (const auto& [key, count] : tally) json.key(key).integer(count);
  json.end_object();
}

void write_groups(JsonWriter& json, const std::vector<CommentGroup>& groups) {
  json.key("groups").begin_array();
  for (const auto& group : groups) {
    json.begin_object().key("id").text(group.id).key("kind").text(name_of(group.kind));
    json.key("size")
        .integer(static_cast<std::int64_t>(group.size))
        .key("authors")
        .integer(static_cast<std::int64_t>(group.authors));
    json.key("of").integer(static_cast<std::int64_t>(group.of));
    json.key("share").number(static_cast<double>(group.size) / static_cast<double>(group.of));
    json.key("mark").text(group.mark).key("items").begin_array();
    for (const auto& id : group.items) json.text(id);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_comments(JsonWriter& json, const Report& report) {
  const auto& comments = report.comments;
  if (!comments.individual && comments.kinds.empty() && comments.languages.empty()) return;
  json.key("comments").begin_object();
  if (comments.individual) write(json.key("individual"), *comments.individual);
  write_tally(json, "kinds", comments.kinds);
  write_tally(json, "languages", comments.languages);
  if (!comments.groups.empty()) write_groups(json, comments.groups);
  json.end_object();
}

void write_signal(JsonWriter& json, const SignalRow& signal) {
  json.begin_object().key("id").text(name_of(signal.id)).key("family").text(name_of(signal.family));
  json.key("direction").text(name_of(signal.direction)).key("on").text(name_of(signal.on));
  json.key("effect").number(signal.effect).key("logOdds").number(signal.log_odds);
  write_seen(json, signal.seen);
  if (signal.typical) {
    json.key("typical").begin_object().key("low").number(signal.typical->low).key("high").number(signal.typical->high);
    if (!signal.typical->rows.empty()) write_rows(json, signal.typical->rows);
    json.end_object();
  }
  json.key("strength").integer(signal.strength);
  write_params(json, signal.params);
  json.key("items").begin_array();
  for (const auto& item : signal.items) {
    json.begin_object().key("kind").text(name_of(item.kind)).key("id").text(item.id).end_object();
  }
  json.end_array().end_object();
}

void write_items(JsonWriter& json, const Report& report) {
  json.key("items").begin_object();
  if (report.details) {
    json.key("people").begin_array();
    for (const auto& person : report.person_items) {
      json.begin_object();
      if (person.handle) json.key("handle").text(*person.handle);
      json.key("atypical").number(person.atypical).end_object();
    }
    json.end_array().key("comments").begin_array();
    for (const auto& comment : report.comment_items) {
      json.begin_object();
      if (comment.id) json.key("id").text(*comment.id);
      json.key("atypical").number(comment.atypical).key("kind").text(comment.kind).end_object();
    }
    json.end_array();
  }
  json.key("posts").begin_array();
  for (const auto& post : report.post_items) {
    json.begin_object();
    if (post.id) json.key("id").text(*post.id);
    if (post.at) json.key("at").text(format_time(*post.at));
    if (post.value) json.key("value").exactly(*post.value);
    if (post.expected) write(json.key("expected"), *post.expected);
    if (post.z) json.key("z").number(*post.z);
    json.key("excluded");
    if (post.excluded == Exclusion::none) {
      json.null();
    } else {
      json.text(name_of(post.excluded));
    }
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string write_report(const Report& report) {
  JsonWriter json;
  json.begin_object().key("schema").text("plumb.report/2");
  json.key("model").begin_object().key("version").text(model::version).key("benchmarks").text(model::benchmarks);
  json.end_object().key("snapshotHash").text(report.snapshot_hash);
  json.key("platform").text(name_of(report.platform)).key("handle").text(report.handle);
  if (report.captured_at) json.key("capturedAt").text(*report.captured_at);
  if (!report.without.empty()) {
    json.key("without").begin_array();
    for (const auto& id : report.without) json.text(id);
    json.end_array();
  }
  json.key("verdict").text(name_of(report.verdict));
  write_read(json, report);
  if (report.followers) write_counts(json.key("followers"), *report.followers);
  write_facts(json, report);
  write_checks(json, report);
  write_engagement(json, report);
  json.key("audience").begin_object();
  write(json.key("share"), report.audience.share);
  if (report.audience.people) write(json.key("people"), *report.audience.people);
  json.key("start").number(report.audience.start).key("remainder").number(report.audience.remainder);
  json.key("moved").boolean(report.audience.moved);
  if (report.audience.told) json.key("told").text(name_of(*report.audience.told));
  json.end_object();
  if (report.growth) write_growth(json, *report.growth);
  write_comments(json, report);
  if (const auto& sponsored = report.sponsored) {
    json.key("sponsored").begin_object().key("share").number(sponsored->share);
    if (sponsored->effect) write(json.key("effect"), *sponsored->effect);
    json.end_object();
  }
  json.key("explanations").begin_array();
  for (const auto& [id, weight] : report.explanations) {
    json.begin_object().key("id").text(name_of(id)).key("weight").number(weight).end_object();
  }
  json.end_array().key("signals").begin_array();
  for (const auto& signal : report.signals) write_signal(json, signal);
  json.end_array().key("cautions").begin_array();
  for (const auto& caution : report.cautions) json.text(caution);
  json.end_array().key("questions").begin_array();
  for (const auto& question : report.questions) {
    json.begin_object().key("id").text(name_of(question.id));
    write_params(json, question.params);
    json.end_object();
  }
  json.end_array();
  write_items(json, report);
  return json.end_object().take();
}

std::string write_refusal(const Refusal& refusal) {
  JsonWriter json;
  json.begin_object().key("error").begin_object().key("code").text(name_of(refusal.code));
  json.key("message").text(sentence_for(refusal.code));
  if (!refusal.at.empty()) json.key("at").text(refusal.at);
  return json.end_object().end_object().take();
}

}  // namespace plumb
