// What the list of the signals (wasm/data/signals.tsv) asks for beside it is there: a file, a test, numbers of that name.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "tests/core/files.hpp"
#include "wasm/core/report/names.hpp"
#include "wasm/core/signals/signal.hpp"

using namespace plumb;

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Tags of the test cases that stand in the file of their signal.
std::set<std::string> tested_signals() {
  std::set<std::string> tags;
  for (const auto& test : Catch::getRegistryHub().getTestCaseRegistry().getAllTests()) {
    for (const auto& tag : test.tags) {
      if (ends_with(test.lineInfo.file, "signals/" + tag + "_test.cpp")) tags.insert(tag);
    }
  }
  return tags;
}

std::set<std::string> listed_signals() {
  std::set<std::string> ids;
  for (const auto& signal : all_signals()) ids.emplace(name_of(signal.id));
  return ids;
}

std::string text_of(const std::string& path) { return test::read_file(test::source_dir + "/" + path); }

/// What stands between quotation marks after `prior(` or `prior_count(` in a text: the rows of priors.tsv that it reads.
std::set<std::string> rows_read(const std::string& code) {
  std::set<std::string> rows;
  for (const std::string call : {"prior(\"", "prior_count(\""}) {
    for (auto at = code.find(call); at != std::string::npos; at = code.find(call, at)) {
      at += call.size();
      rows.insert(code.substr(at, code.find('"', at) - at));
    }
  }
  return rows;
}

std::vector<std::string> keys_of_priors() {
  std::vector<std::string> keys;
  for (const auto& line : test::lines_of(text_of("wasm/data/priors.tsv")))
    keys.push_back(line.substr(0, line.find('\t')));
  keys.erase(keys.begin());
  return keys;
}

}  // namespace

TEST_CASE("The list is as long as its names, each once, and each name leads to its line") {
  CHECK(all_signals().size() == signal_count);
  CHECK(listed_signals().size() == signal_count);
  for (const auto& signal : all_signals()) CHECK(&signal_of(signal.id) == &signal);
}

TEST_CASE("Every signal has its own file and its own test, tagged with its name") {
  const auto tested = tested_signals();
  for (const auto& id : listed_signals()) {
    INFO(id << ": tests/core/signals/" << id << "_test.cpp needs a TEST_CASE tagged [" << id << "]");
    CHECK(tested.count(id) == 1);
    CHECK(text_of("wasm/core/signals/" + id + ".cpp").find("std::optional<Evidence> " + id + "(const Observed&") !=
          std::string::npos);
  }
}

TEST_CASE("Every row of the priors is read, and one that carries a signal's name by that signal") {
  std::set<std::string> read;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_dir + "/wasm/core")) {
    if (entry.is_regular_file()) read.merge(rows_read(test::read_file(entry.path().string())));
  }
  for (const auto& line : test::lines_of(text_of("wasm/data/signals.tsv"))) {
    auto cells = std::string_view(line);
    for (int cell = 0; cell < 3; ++cell) cells.remove_prefix(cells.find('\t') + 1);
    read.emplace(cells.substr(0, cells.find('\t')));
  }
  // A platform's row names in its last three cells the priors that hold there.
  for (const auto& line : test::lines_of(text_of("wasm/data/platforms.tsv"))) {
    auto cells = std::string_view(line);
    for (int cell = 0; cell < 3; ++cell, cells.remove_suffix(cells.size() - cells.rfind('\t'))) {
      read.emplace(cells.substr(cells.rfind('\t') + 1));
    }
  }
  const auto ids = listed_signals();
  for (const auto& key : keys_of_priors()) {
    INFO(key << " of wasm/data/priors.tsv is read nowhere, or not by the signal that it names");
    CHECK(read.count(key) == 1);
    const auto id = key.substr(0, key.find('.'));
    if (ids.count(id) == 1) CHECK(rows_read(text_of("wasm/core/signals/" + id + ".cpp")).count(key) == 1);
  }
}
