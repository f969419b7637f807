/// @file
/// @brief plumb_calibrate [--short] [--only BLOCK] [--data DIR] [--out DIR] [--emit N] [--power]: measures the goals of
/// the method.
///
/// Prints one line for each goal, writes goals.tsv, goals.md and plots to the output folder. Where the labelled data
/// are missing it says so and runs on the simulator alone. --emit writes N simulated snapshots as JSON Lines instead, --power the table
/// of what the checks would find (wasm/data/power.tsv). --only measures one block. Ends with 1 where a goal is missed by more than
/// shortfalls.tsv tells; not in the short form.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <iostream>
#include <iterator>
#include <string>

#include "check_cases.hpp"
#include "emit.hpp"
#include "measurements.hpp"

using namespace calibration;

namespace {

struct Block {
  const char* name;
  void (*measure)(const Setting&, Goals&);
};

constexpr Block blocks[] = {
    {"people", measure_person_cards},  {"comments", measure_comment_cards},
    {"campaigns", measure_campaigns},  {"semi-synthetic", measure_semi_synthetic},
    {"likes", measure_likes},          {"influencers", measure_influencers},
    {"growth", measure_growth_shock},  {"simulator", measure_simulator},
    {"typical", measure_typical_post}, {"returns", measure_returns},
    {"checks", measure_checks},        {"engaged", measure_engaged},
    {"resharing", measure_resharing},  {"detection", measure_detection},
};

int usage() {
  std::cerr << "usage: plumb_calibrate [--short] [--only BLOCK] [--data DIR] [--out DIR] [--emit N] [--power]\nblocks:";
  for (const Block& block : blocks) std::cerr << ' ' << block.name;
  std::cerr << '\n';
  return 2;
}

bool is_block(const std::string& name) {
  return std::any_of(std::begin(blocks), std::end(blocks), [&](const Block& block) { return name == block.name; });
}

}  // namespace

int main(int argc, char** argv) {
  Setting setting{PLUMB_SHARED_DATA, "out/calibrate", false};
  std::string only;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--short") setting.short_form = true;
    else if (option == "--only" && i + 1 < argc && is_block(argv[i + 1])) only = argv[++i];
    else if (option == "--data" && i + 1 < argc) setting.data = argv[++i];
    else if (option == "--out" && i + 1 < argc) setting.out = argv[++i];
    else if (option == "--emit" && i + 1 < argc) return emit_snapshots(std::atoi(argv[++i]), std::cout), 0;
    else if (option == "--power")
      return use_shipped_models(), write_power(std::cout, setting.short_form ? 40 : table_cases), 0;
    else return usage();
  }
  std::filesystem::create_directories(setting.out);
  Goals goals;
  const auto start = std::chrono::steady_clock::now();
  use_shipped_models();
  if (!std::filesystem::exists(setting.data)) {
    std::cout << "The labelled data are not there (" << setting.data.string() << "): simulator alone.\n";
  }
  for (const Block& block : blocks) {
    if (!only.empty() && only != block.name) continue;
    use_shipped_models();
    block.measure(setting, goals);
  }
  goals.write(setting.out);
  std::cout << goals.as_text();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::cout << goals.failed() << " goals not reached; " << short_number(took.count()) << " s"
            << (setting.short_form ? " (short form)" : "") << "; table and plots in " << setting.out.string() << "\n";
  // Few cases judge nothing.
  if (setting.short_form) return 0;
  const auto worse = goals.worse_than_told(PLUMB_SHORTFALLS);
  for (const std::string& line : worse) std::cerr << "worse than what is told: " << line << '\n';
  return worse.empty() ? 0 : 1;
}
