/// @file
/// @brief JSON texts of the kinds that JSONTestSuite collects, written for this project.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace plumb::test {

using namespace std::string_literals;

/// Valid JSON.
inline const std::vector<std::string> json_to_accept{
    "[]", "{}", " [ ] ", "[\"\"]", "[null]", "true", "false", "null", "\"x\"", "0", "-0", "-1", "1e1", "1E+2", "1.5e-3",
    "[1,2]", "[[[]]]", "{\"a\":1}", "{\"a\":1,\"a\":2}", "{\"\":0}", "{\"a\\u0000b\":1}", "[\"\\u0060\\u012a\\u12AB\"]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\ud801\\udc37\"]", "[\"\xE2\x80\xA8\"]", "[\"\x7F\"]", "[\"\xEF\xBF\xBF\"]",
    "[\"\xF4\x8F\xBF\xBF\"]", "\n[1\n,\r2\t]\n", "[123.456789]", "[1e-10]", "[0.0]", "[-123456789012]",
    "[\"a/*b*/c\"]", "[\"\\\\n\"]", "[\"\\u0000\"]", "[\"\xED\x9F\xBF\"]"};

/// Not JSON, or not to be read.
inline const std::vector<std::string> json_to_refuse{
    "", " ", "[", "]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1}", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
    "{'a':1}", "{\"a\":1 \"b\":2}", "{1:1}", "{\"a\" 1}", "[\"a", "[\"a]", "['a']", "[\"\\x00\"]", "[\"\\u12\"]",
    "[\"\\u12G4\"]", "[\"\\", "[\"\t\"]", "[\"\n\"]", "[01]", "[-01]", "[1.]", "[.1]", "[+1]", "[1e]", "[1e+]", "[0x1]",
    "[1_000]", "[NaN]", "[Infinity]", "[-]", "[--1]", "[tru]", "[nul]", "[True]", "[1]]", "[]x", "{}{}", "[1]\n[2]",
    "[1,/*c*/2]", "[1]//c", "#", "\xEF\xBB", "[\"\xFF\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]", "[\xC3\xA9]", "<html>",
    "123\0"s, "[1]\0"s, "[\"\0\"]"s, "\"a", "\\u0031", "[1,2", "{\"a\":[", "[\"\\uD834\\uDd", "[1:2]", "[\"a\":1]",
    std::string(100000, '['), "[1.5.2]", "[1e1.5]", "*", "[*]", "\xC2\xA0[1]", "[\x0C" "1]"};

}  // namespace plumb::test
