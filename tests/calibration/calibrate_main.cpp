/// @file
/// @brief plumb_calibrate [--short] [--data DIR] [--out DIR] [--emit N] [--power]: measures the goals of the method.
///
/// Prints one line for each goal, writes goals.tsv, goals.md and plots to the output folder. Where the labelled data
/// are missing it says so and runs on the simulator alone. --emit writes N simulated snapshots as JSON Lines instead, --power the table
/// of what the checks would find (wasm/data/power.tsv).
#include <chrono>
#include <cstring>
#include <iostream>
#include <string>

#include "check_cases.hpp"
#include "emit.hpp"
#include "measurements.hpp"

using namespace calibration;

int main(int argc, char** argv) {
  Setting setting{PLUMB_SHARED_DATA, "out/calibrate", false};
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--short") setting.short_form = true;
    else if (option == "--data" && i + 1 < argc) setting.data = argv[++i];
    else if (option == "--out" && i + 1 < argc) setting.out = argv[++i];
    else if (option == "--emit" && i + 1 < argc) return emit_snapshots(std::atoi(argv[++i]), std::cout), 0;
    else if (option == "--power") return use_shipped_models(), write_power(std::cout, setting.short_form ? 40 : 300), 0;
    else return std::cerr << "usage: plumb_calibrate [--short] [--data DIR] [--out DIR] [--emit N] [--power]\n", 2;
  }
  std::filesystem::create_directories(setting.out);
  Goals goals;
  const auto start = std::chrono::steady_clock::now();
  use_shipped_models();
  if (!std::filesystem::exists(setting.data)) {
    std::cout << "The labelled data are not there (" << setting.data.string() << "): simulator alone.\n";
  }
  measure_person_cards(setting, goals);
  measure_comment_cards(setting, goals);
  measure_campaigns(setting, goals);
  measure_semi_synthetic(setting, goals);
  measure_likes(setting, goals);
  use_shipped_models();
  measure_growth_shock(setting, goals);
  measure_simulator(setting, goals);
  measure_returns(setting, goals);
  measure_checks(setting, goals);
  goals.write(setting.out);
  std::cout << goals.as_text();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::cout << goals.failed() << " goals not reached; " << short_number(took.count()) << " s"
            << (setting.short_form ? " (short form)" : "") << "; table and plots in " << setting.out.string() << "\n";
  return 0;
}
