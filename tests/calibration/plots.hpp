/// @file
/// @brief Plots as SVG files: lines with points over labelled axes, and histograms.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace calibration {

struct Line {
  std::string name;
  std::vector<double> x, y;
};

struct Plot {
  std::string title, x_label, y_label;
  double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
  std::vector<Line> lines;
  bool diagonal = false;       ///< draws y = x
  double level = -1;           ///< draws a dashed line at y, where ≥ 0
  bool steps = false;          ///< a histogram: each y holds around its x, as wide as the x are apart
};

/// Density of values in [0, 1] in `bins` bins: 1 everywhere for a perfect probability integral transform.
Line density(const std::string& name, const std::vector<double>& values, int bins);

void write_svg(const Plot& plot, const std::filesystem::path& file);

}  // namespace calibration
