#include "wasm/core/snapshot/read_snapshot.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/core/figure.hpp"
#include "wasm/core/base/limits.hpp"

using plumb::ErrorCode;
using plumb::read_snapshot;
using plumb::Refusal;
using plumb::Snapshot;
using namespace std::string_literals;

namespace {

std::string with(const std::string& members) {
  return R"({"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h"})" +
         (members.empty() ? "" : "," + members) + "}";
}

/// "code at place", or "read".
std::string answer(const std::string& text) {
  const auto result = read_snapshot(text);
  if (const auto* refusal = std::get_if<Refusal>(&result)) {
    return std::string(plumb::name_of(refusal->code)) + (refusal->at.empty() ? "" : " " + refusal->at);
  }
  return "read";
}

Snapshot must_read(const std::string& text) {
  const auto result = read_snapshot(text);
  if (const auto* refusal = std::get_if<Refusal>(&result)) {
    FAIL(plumb::name_of(refusal->code) << " at " << refusal->at);
  }
  return std::get<Snapshot>(result);
}

std::string repeated(const std::string& piece, std::size_t times, const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += (i > 0 ? separator : "") + piece;
  return text;
}

}  // namespace

TEST_CASE("A full snapshot is read") {
  const auto s = must_read(R"({
    "schema":"plumb.snapshot/1","platform":"tiktok","url":"https://www.tiktok.com/@a","capturedAt":"2026-11-22T10:00:00Z",
    "locale":"pt-BR","viewer":{"loggedIn":true},"postsOrder":"top","peopleOrder":"newest",
    "profile":{"id":"7","handle":"a","displayName":"A","bio":"b","category":"c","country":"BR","links":["https://x","https://y"],
      "followers":{"low":1,"high":9},"following":2,"posts":3,"likesTotal":4,"viewsTotal":5,"verified":true,"private":false,
      "business":true,"createdAt":"2014-05-01T00:00:00Z","handleChanges":2,"handleChangedAt":"2015-05-01T00:00:00Z"},
    "posts":[{"id":"p","url":"u","at":"2026-11-01T00:00:00Z","atStep":86400,"kind":"short","likes":1,"comments":2,"views":3,
      "shares":4,"saves":5,"likesHidden":true,"commentsOff":false,"caption":"c","lang":"pt","pinned":true,"sponsored":true,
      "sponsors":["s"],"collaborators":["t"],"durationS":12.5}],
    "comments":[{"id":"c","postId":"p","at":"2026-11-02T00:00:00Z","atStep":3600,"author":"z","text":"t","lang":"en","likes":1,
      "byCreator":true,"likedByCreator":true,"authorVerified":false,"replyTo":"d"}],
    "people":[{"handle":"q","displayName":"Q","relation":"liker","postId":"p","hasAvatar":false,"followers":1,"following":2,
      "posts":3,"verified":false,"private":true,"bio":"","createdAt":"2020-01-01T00:00:00Z"}],
    "history":[{"at":"2026-10-22T10:00:00Z","handle":"a","followers":1,"following":2,"posts":3,"gone":["p0"],
      "predicted":{"low":1.5,"mid":2,"high":3e0,"level":0.9},"came":2.25}],
    "sources":[{"field":"profile.followers","via":"inline","value":5,"at":"2026-11-22T10:00:00Z"},
      {"field":"profile.followers","via":"dom","value":{"low":1,"high":9}},{"field":"profile.handle","value":"a"},
      {"field":"x","value":[1,{"y":2}]},{"field":"y","value":{"low":1,"high":{"z":1}}}],
    "missing":[{"field":"posts[].likes","why":"hidden"}]})");
  CHECK(s.platform == plumb::Platform::tiktok);
  CHECK(s.captured_at == 1795341600);
  CHECK(s.captured_at_text == "2026-11-22T10:00:00Z");
  CHECK(s.logged_in == true);
  CHECK(s.posts_order == plumb::PostsOrder::top);
  CHECK(s.people_order == plumb::PeopleOrder::newest);
  CHECK(s.profile.links.size() == 2);
  CHECK(s.profile.followers->low == 1);
  CHECK(s.profile.followers->high == 9);
  CHECK(s.profile.is_private == false);
  CHECK(s.profile.handle_changes == 2);
  REQUIRE(s.posts.size() == 1);
  CHECK(s.posts[0].kind == plumb::PostKind::short_video);
  CHECK(s.posts[0].saves->low == 5);
  CHECK(s.posts[0].duration_s == 12.5);
  CHECK(s.posts[0].sponsors == std::vector<std::string>{"s"});
  CHECK(s.comments[0].reply_to == "d");
  CHECK(s.people[0].relation == plumb::Relation::liker);
  CHECK(s.people[0].bio == "");
  CHECK(s.history[0].predicted->high == 3);
  CHECK(s.history[0].came == 2.25);
  CHECK(s.history[0].gone == std::vector<std::string>{"p0"});
  REQUIRE(s.sources.size() == 5);
  CHECK(s.sources[0].count->low == 5);
  CHECK(s.sources[0].via == plumb::Via::inline_json);
  CHECK(s.sources[1].count->high == 9);
  CHECK(s.sources[2].text == "a");
  CHECK_FALSE(s.sources[3].count.has_value());
  CHECK_FALSE(s.sources[4].count.has_value());
  CHECK(s.missing[0].why == "hidden");
}

TEST_CASE("What is absent is unknown") {
  const auto s =
      must_read(with(R"("posts":[{}],"comments":[{}],"people":[{}],"history":[{}],"sources":[{}],"missing":[{}])"));
  CHECK_FALSE(s.posts[0].likes.has_value());
  CHECK_FALSE(s.posts[0].pinned.has_value());
  CHECK(s.posts[0].kind == plumb::PostKind::unknown);
  CHECK(s.people[0].relation == plumb::Relation::unknown);
  CHECK(s.posts_order == plumb::PostsOrder::unknown);
}

TEST_CASE("Refusals name the code and the place") {
  CHECK(answer("") == "not_json");
  CHECK(answer("[]") == "wrong_type");
  CHECK(answer("3") == "wrong_type");
  CHECK(answer("{}") == "missing_field schema");
  CHECK(answer(R"({"schema":"plumb.snapshot/1","platform":"x"})") == "missing_field profile");
  CHECK(answer(R"({"schema":"plumb.snapshot/1","profile":{"handle":"h"}})") == "missing_field platform");
  CHECK(answer(R"({"schema":"plumb.snapshot/1","platform":"x","profile":{}})") == "missing_field profile.handle");
  CHECK(answer(R"({"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":""}})") ==
        "missing_field profile.handle");
  CHECK(answer(R"({"schema":"plumb.snapshot/2","platform":"x","profile":{"handle":"h"}})") == "unknown_value schema");
  CHECK(answer(R"({"schema":1,"platform":"x","profile":{"handle":"h"}})") == "wrong_type schema");
  CHECK(answer(R"({"schema":"plumb.snapshot/1","platform":"myspace","profile":{"handle":"h"}})") ==
        "unknown_value platform");
  CHECK(answer(with(R"("posts":[{},{},{},{"likes":-1}])")) == "number_out_of_range posts[3].likes");
  CHECK(answer(with(R"("posts":[{"likes":1.5}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":1000000000001}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":99999999999999999999999}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":1e400}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":"1"}])")) == "wrong_type posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":null}])")) == "wrong_type posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":[1]}])")) == "wrong_type posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":{"low":1}}])")) == "missing_field posts[0].likes.high");
  CHECK(answer(with(R"("posts":[{"likes":{"low":2,"high":1}}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":{"low":-2,"high":1}}])")) == "number_out_of_range posts[0].likes.low");
  CHECK(answer(with(R"("posts":[{"likes":{"low":1,"low":1,"high":1}}])")) == "duplicate_key posts[0].likes.low");
  CHECK(answer(with(R"("posts":[{"pinned":1}])")) == "wrong_type posts[0].pinned");
  CHECK(answer(with(R"("posts":[{"at":"yesterday"}])")) == "bad_time posts[0].at");
  CHECK(answer(with(R"("posts":[{"at":5}])")) == "wrong_type posts[0].at");
  CHECK(answer(with(R"("posts":[{"kind":"poem"}])")) == "unknown_value posts[0].kind");
  CHECK(answer(with(R"("posts":[{"kind":"unknown"}])")) == "unknown_value posts[0].kind");
  CHECK(answer(with(R"("posts":[{"kind":"\u0000"}])")) == "unknown_value posts[0].kind");
  CHECK(answer(with(R"("posts":[3])")) == "wrong_type posts[0]");
  CHECK(answer(with(R"("posts":[[]])")) == "wrong_type posts[0]");
  CHECK(answer(with(R"("posts":{})")) == "wrong_type posts");
  CHECK(answer(with(R"("posts":7)")) == "wrong_type posts");
  CHECK(answer(with(R"("viewer":[])")) == "wrong_type viewer");
  CHECK(answer(with(R"("viewer":true)")) == "wrong_type viewer");
  CHECK(answer(with(R"("posts":[{"sponsors":["a",1]}])")) == "wrong_type posts[0].sponsors[1]");
  CHECK(answer(with(R"("posts":[{"sponsors":[[]]}])")) == "wrong_type posts[0].sponsors[0]");
  CHECK(answer(with(R"("posts":[{"sponsors":"a"}])")) == "wrong_type posts[0].sponsors");
  CHECK(answer(with(R"("posts":[],"posts":[])")) == "duplicate_key posts");
  CHECK(answer(with(R"("missing":[{"field":"a","why":"because"}])")) == "unknown_value missing[0].why");
  CHECK(answer(with(R"("history":[{"predicted":{"low":"a"}}])")) == "wrong_type history[0].predicted.low");
  CHECK(answer(with(R"("history":[{"came":-1}])")) == "number_out_of_range history[0].came");
  CHECK(answer(with(R"("capturedAt":"2026-02-30T00:00:00Z")")) == "bad_time capturedAt");
}

TEST_CASE("Whole numbers may be written as fractions or with exponents") {
  CHECK(must_read(with(R"("posts":[{"likes":1.0,"views":1e3,"shares":-0.0,"saves":1000000000000}])"))
            .posts[0]
            .views->low == 1000);
  CHECK(answer(with(R"("posts":[{"likes":1e-1}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":1e13}])")) == "number_out_of_range posts[0].likes");
}

TEST_CASE("Unknown keys are ignored whatever they hold") {
  CHECK(
      answer(with(
          R"("__proto__":{"a":[1,{"b":null}]},"constructor":1,"a":[[[[]]]],"a":2,"posts":[{"x":{"likes":-1},"likes":1}])")) ==
      "read");
  CHECK(answer(with(R"("x":{"posts":3},"likes":null)")) == "read");
  CHECK(answer(with(R"("posts":[{"likes":{"low":1,"high":2,"mid":[{}]}}])")) == "read");
}

TEST_CASE("A failure of the JSON layer wins over one of meaning, and the first of meaning over later ones") {
  CHECK(answer(R"({"schema":1,"platform":2)") == "not_json");
  CHECK(answer(R"([1,2)") == "not_json");
  CHECK(answer(with(R"("posts":[{"likes":-1},{"at":"x"}])")) == "number_out_of_range posts[0].likes");
  CHECK(answer(with(R"("posts":[{"likes":-1}],"x":)")) == "not_json");
}

TEST_CASE("Bytes that are no text are refused") {
  CHECK(answer(with("\"url\":\"\xFF\"")) == "not_utf8");
  CHECK(answer("123\0"s) == "not_json");
  CHECK(answer(with("") + "\0"s) == "not_json");
  CHECK(answer(with("\"url\":\"\0\""s)) == "not_json");
  CHECK(answer(with(R"("url":"\ud83d")")) == "not_json");
  CHECK(answer(with("\"url\":\"\n\"")) == "not_json");
  CHECK(must_read(with(R"("url":"\ud83c\udf89\u0000")")).url == "\xF0\x9F\x8E\x89\0"s);
}

TEST_CASE("T12: depth 16 is read; at 17 nobody looks further, whether a million more follow or no JSON", "[threat]") {
  const auto nested = [](std::size_t depth) {
    return with("\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']'));
  };
  CHECK(answer(nested(16)) == "read");
  for (const std::size_t depth : {17u, 1000u, 100000u, 1000000u})
    CHECK(answer(nested(depth)).substr(0, 8) == "too_deep");
  CHECK(answer(with("\"a\":" + std::string(15, '[') + "no JSON")) == "not_json");
  CHECK(answer(with("\"a\":" + std::string(16, '[') + "no JSON")).substr(0, 8) == "too_deep");
  plumb::test::figure("T12", "depths 17, 10^3, 10^5, 10^6: refused", "4 of 4", "all");
}

TEST_CASE("T11: at the cap is read, one more is too large", "[threat]") {
  CHECK(answer(with("\"posts\":[" + repeated("{}", 1000, ",") + "]")) == "read");
  CHECK(answer(with("\"posts\":[" + repeated("{}", 1001, ",") + "]")) == "too_large posts");
  CHECK(answer(with("\"comments\":[" + repeated("{}", 20000, ",") + "]")) == "read");
  CHECK(answer(with("\"comments\":[" + repeated("{}", 20001, ",") + "]")) == "too_large comments");
  CHECK(answer(with("\"people\":[" + repeated("{}", 20001, ",") + "]")) == "too_large people");
  CHECK(answer(with("\"history\":[" + repeated("{}", 1001, ",") + "]")) == "too_large history");
  CHECK(answer(with("\"sources\":[" + repeated("{}", 201, ",") + "]")) == "too_large sources");
  CHECK(answer(with("\"missing\":[" + repeated("{}", 201, ",") + "]")) == "too_large missing");
  CHECK(answer(with("\"posts\":[{\"sponsors\":[" + repeated("\"a\"", 50, ",") + "]}]")) == "read");
  CHECK(answer(with("\"posts\":[{\"sponsors\":[" + repeated("\"a\"", 51, ",") + "]}]")) ==
        "too_large posts[0].sponsors");
  CHECK(answer(with("\"url\":\"" + std::string(4096, 'a') + "\"")) == "read");
  CHECK(answer(with("\"url\":\"" + std::string(4097, 'a') + "\"")) == "too_large url");
  CHECK(answer(with("\"url\":\"" + repeated("\xF0\x9F\x8E\x89", 4096, "") + "\"")) == "read");
  CHECK(answer(with("\"url\":\"" + repeated("\xF0\x9F\x8E\x89", 4097, "") + "\"")) == "too_large url");
  const std::string pad(plumb::limits::bytes - with("\"x\":\"\"").size(), ' ');
  CHECK(answer(with("\"x\":\"" + pad + "\"")) == "read");
  CHECK(answer(with("\"x\":\"" + pad + " \"")) == "too_large");
  plumb::test::figure("T11", "one more than each cap: too_large, with its place", "9 of 9", "all");
}

TEST_CASE("T9: no key of a page's text reaches more than its field", "[threat]") {
  const std::vector<std::string> keys{"__proto__",      "constructor", "prototype",       "toString",
                                      "hasOwnProperty", "valueOf",     "__defineGetter__"};
  int tried = 0;
  for (const auto& key : keys) {
    // Unknown: nobody looks at what it holds, whatever that is called.
    for (const char* value : {"{\"posts\":1}", "[]", "null", "{\"__proto__\":{\"handle\":\"x\"}}"}) {
      CHECK(answer(with("\"" + key + "\":" + value)) == "read");
      ++tried;
    }
  }
  for (const char* twice : {R"("posts":[],"posts":[])", R"("posts":[{"likes":{"low":1,"low":1,"high":1}}])"}) {
    CHECK(answer(with(twice)).substr(0, 13) == "duplicate_key");
    ++tried;
  }
  plumb::test::figure("T9", "snapshots with such keys, or one twice: as they should be",
                      std::to_string(tried) + " of " + std::to_string(tried), "all");
}

TEST_CASE("A measure is from none to 10^12, a count to 10^12 in whole numbers") {
  const auto lasts = [](const std::string& number) {
    return answer(with("\"posts\":[{\"durationS\":" + number + "}]"));
  };
  for (const char* read : {"0", "0.25", "1000000000000", "1e12"}) CHECK(lasts(read) == "read");
  for (const char* beyond : {"-0.25", "-1", "1000000000000.5", "1000000000001", "1e13"}) {
    INFO(beyond);
    CHECK(lasts(beyond) == "number_out_of_range posts[0].durationS");
  }
  const auto liked = [](const std::string& number) { return answer(with("\"posts\":[{\"likes\":" + number + "}]")); };
  for (const char* read : {"0", "1000000000000"}) CHECK(liked(read) == "read");
  for (const char* beyond : {"-1", "0.5", "1000000000001"}) {
    INFO(beyond);
    CHECK(liked(beyond) == "number_out_of_range posts[0].likes");
  }
}

TEST_CASE("A number that is written as a fraction is whole up to where each one has its double") {
  const auto followers = [](const std::string& number) {
    return answer(R"({"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h","followers":)" + number +
                  "}}");
  };
  CHECK(followers("1e12") == "read");
  for (const char* beyond : {"1e13", "8e15", "9.5e15", "1e19", "1e300", "-1e300", "-9.5e15"}) {
    INFO(beyond);
    CHECK(followers(beyond) == "number_out_of_range profile.followers");
  }
}
