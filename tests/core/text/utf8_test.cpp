#include "wasm/core/text/utf8.hpp"

#include <catch2/catch.hpp>
#include <string>

using plumb::text::is_utf8;
using namespace std::string_literals;

TEST_CASE("Well-formed UTF-8 is accepted") {
  for (const auto& text :
       {""s, "plain"s, "\0x"s, "\xC3\xA9"s, "\xE2\x82\xAC"s, "\xF0\x9F\x8E\x89"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
        "\xF4\x8F\xBF\xBF"s, "a long text of many plain letters \xC3\xA9 and more"s}) {
    CHECK(is_utf8(text));
  }
}

TEST_CASE("Malformed UTF-8 is refused") {
  for (const auto& text :
       {"\x80"s, "\xC3"s, "\xC3x"s, "\xC0\xAF"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xED\xBF\xBF"s,
        "\xF0\x80\x80\x80"s, "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xFF"s, "eight letters and then \xE2\x82"s}) {
    CHECK_FALSE(is_utf8(text));
  }
}

TEST_CASE("Code points are counted") { CHECK(plumb::text::code_points("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8E\x89") == 4); }
