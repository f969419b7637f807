#include "plots.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace calibration {
namespace {

constexpr double width = 560, height = 400, left = 60, right = 150, top = 40, bottom = 50;
const char* const colours[] = {"#0b6e75", "#b4471c", "#5b4a9e", "#8a7a00", "#333333", "#c2185b"};

std::string f(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", x);
  return text;
}

class Axes {
 public:
  explicit Axes(const Plot& p) : p_(p) {}
  double x(double v) const { return left + (v - p_.x_low) / (p_.x_high - p_.x_low) * (width - left - right); }
  double y(double v) const {
    return height - bottom - (v - p_.y_low) / (p_.y_high - p_.y_low) * (height - top - bottom);
  }

 private:
  const Plot& p_;
};

std::string text_at(double x, double y, const std::string& text, const char* anchor = "middle") {
  return "<text x=\"" + f(x) + "\" y=\"" + f(y) + "\" text-anchor=\"" + anchor + "\">" + text + "</text>\n";
}

std::string stroke(double x1, double y1, double x2, double y2, const char* style) {
  return "<line x1=\"" + f(x1) + "\" y1=\"" + f(y1) + "\" x2=\"" + f(x2) + "\" y2=\"" + f(y2) + "\" " + style + "/>\n";
}

std::string frame(const Plot& p, const Axes& a) {
  std::string out = text_at((left + width - right) / 2, 22, p.title);
  for (int i = 0; i <= 5; ++i) {
    const double u = i / 5.0, x = p.x_low + u * (p.x_high - p.x_low), y = p.y_low + u * (p.y_high - p.y_low);
    char label[32];
    std::snprintf(label, sizeof label, "%.3g", x);
    out += text_at(a.x(x), height - bottom + 18, label);
    std::snprintf(label, sizeof label, "%.3g", y);
    out += text_at(left - 8, a.y(y) + 4, label, "end");
    out += stroke(left, a.y(y), width - right, a.y(y), "stroke=\"#ddd\"");
  }
  out += text_at((left + width - right) / 2, height - 10, p.x_label);
  out += "<text transform=\"translate(16," + f((top + height - bottom) / 2) +
         ") rotate(-90)\" text-anchor=\"middle\">" + p.y_label + "</text>\n";
  if (p.diagonal)
    out += stroke(a.x(p.x_low), a.y(p.x_low), a.x(p.x_high), a.y(p.x_high), "stroke=\"#999\" stroke-dasharray=\"2 3\"");
  if (p.level >= 0)
    out += stroke(left, a.y(p.level), width - right, a.y(p.level), "stroke=\"#999\" stroke-dasharray=\"6 4\"");
  return out;
}

}  // namespace

Line density(const std::string& name, const std::vector<double>& values, int bins) {
  Line line{name, {}, {}};
  for (int bin = 0; bin < bins; ++bin) line.x.push_back((bin + 0.5) / bins), line.y.push_back(0);
  for (double v : values)
    line.y[std::min(bins - 1, std::max(0, static_cast<int>(v * bins)))] += bins / static_cast<double>(values.size());
  return line;
}

void write_svg(const Plot& p, const std::filesystem::path& file) {
  const Axes a(p);
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + f(width) + " " + f(height) +
      "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" +
      frame(p, a);
  for (std::size_t i = 0; i < p.lines.size(); ++i) {
    const Line& line = p.lines[i];
    const std::string colour = colours[i % 6];
    std::string points;
    const double half = p.steps && line.x.size() > 1 ? (line.x[1] - line.x[0]) / 2 : 0;
    for (std::size_t k = 0; k < line.x.size(); ++k) {
      points += f(a.x(line.x[k] - half)) + "," + f(a.y(line.y[k])) + " ";
      if (p.steps) points += f(a.x(line.x[k] + half)) + "," + f(a.y(line.y[k])) + " ";
      else
        out += "<circle cx=\"" + f(a.x(line.x[k])) + "\" cy=\"" + f(a.y(line.y[k])) + "\" r=\"3\" fill=\"" + colour +
               "\"/>\n";
    }
    out += "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.5\" points=\"" + points + "\"/>\n";
    const double y = top + 10 + 18 * static_cast<double>(i);
    out += "<rect x=\"" + f(width - right + 12) + "\" y=\"" + f(y - 9) + "\" width=\"10\" height=\"10\" fill=\"" +
           colour + "\"/>\n";
    out += text_at(width - right + 28, y, line.name, "start");
  }
  std::ofstream(file, std::ios::binary) << out << "</svg>\n";
}

}  // namespace calibration
