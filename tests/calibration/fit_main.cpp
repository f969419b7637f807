/// @file
/// @brief plumb_fit DATA OUT: makes the fitted tables of wasm/data from the data beside the project, to the same bytes.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "campaign_sets.hpp"
#include "fit_characters.hpp"
#include "fit_comments.hpp"
#include "fit_engagement.hpp"
#include "fit_lookalikes.hpp"
#include "fit_people.hpp"

namespace {

using namespace calibration;
namespace fs = std::filesystem;

std::string number(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", std::round(x * 1e6) / 1e6 + 0.0);
  return text;
}

template <std::size_t Size>
std::string scorecard_lines(const std::string& card, const FittedScorecard& fitted,
                            const std::array<std::string_view, Size>& names, const std::string& source, std::size_t n,
                            int year) {
  std::string out;
  for (const plumb::ScorecardRow& row : fitted.rows) {
    out += card + '\t' + std::string(names[row.feature]) + '\t' + number(row.from) + '\t' + number(row.points) + '\t' +
           source + '\t' + std::to_string(n) + '\t' + std::to_string(year) + '\n';
  }
  return out;
}

struct KeyTable {
  std::string text = "key\tvalue\tsource\tn\tyear\n";
  void add(const std::string& key, double value, const std::string& source, std::size_t n, int year) {
    text += key + '\t' + number(value) + '\t' + source + '\t' + (n ? std::to_string(n) : "") + '\t' +
            std::to_string(year) + '\n';
  }
};

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
  std::cout << file.filename().string() << " " << text.size() << " bytes\n";
}

void add_table(KeyTable& keys, const std::string& name, const FittedPersonTable& t, const std::string& source,
               std::size_t n) {
  keys.add(name + ".intercept", t.card.intercept, source + ", probabilities right at a share of 0.25", n, 2026);
  keys.add(name + ".flag.centre", t.flag_centre, "ln odds at which an account counts as half flagged: judgement", 0,
           2026);
  keys.add(name + ".flag.spread", t.flag_spread, "judgement: steep, but no threshold", 0, 2026);
  const std::string unseen = "mean over populations, each judged by a card fitted without it: " + source;
  keys.add(name + ".se", t.expected.sensitivity, unseen, n, 2026);
  keys.add(name + ".fp", t.expected.alarms, unseen, n, 2026);
  keys.add(name + ".spread", t.expected.spread,
           "judgement: standard deviation of the share flagged between populations of real people", 0, 2026);
  keys.add(name + ".spread.others", t.expected.spread_others, "judgement: the same of other accounts", 0, 2026);
  for (const PopulationRates& r : t.rates) {
    keys.add(name + ".se." + r.population, r.sensitivity, "flags in a population that the card had not seen", r.fakes,
             2026);
    keys.add(name + ".fp." + r.population, r.alarm, "flags in a population that the card had not seen", r.reals, 2026);
  }
}

void write_people(const fs::path& data, const fs::path& out) {
  const auto populations = read_populations(data);
  const FittedPeople fit = fit_people(populations, -1);
  std::string source;
  std::size_t n = 0;
  for (const Population& p : populations) {
    source += (source.empty() ? "" : " + ") + p.name;
    n += p.people.size();
  }
  write(out / "people_scorecard.tsv",
        "card\tfeature\tfrom\tpoints\tsource\tn\tyear\n" +
            scorecard_lines("counts", fit.counts.card, plumb::person_feature_names, source, n, 2026) +
            scorecard_lines("names", fit.names.card, plumb::person_feature_names, source, n, 2026));
  KeyTable keys;
  keys.add("texts_per_post", 10, "judgement: an order of magnitude; short texts posted where others post one picture",
           0, 2026);
  add_table(keys, "counts", fit.counts, source, n);
  add_table(keys, "names", fit.names, source, n);
  write(out / "people_sensitivity.tsv", keys.text);
}

void write_comments(const fs::path& data, const fs::path& out) {
  std::vector<MeasuredSet> sets;
  std::string source;
  std::size_t n = 0;
  for (const CommentSet& set : read_comment_sets(data)) {
    sets.push_back(measure_set(set));
    source += (source.empty() ? "" : " + ") + set.name;
    n += set.comments.size();
  }
  const FittedScorecard card = fit_comment_table(sets);
  write(out / "comment_scorecard.tsv",
        "card\tfeature\tfrom\tpoints\tsource\tn\tyear\n" +
            scorecard_lines("spam", card, plumb::comment_feature_names, source, n, 2026));
  KeyTable keys;
  const Anybodys anybodys = fit_anybodys(read_campaign_sets(data));
  const std::string all_sets = "all labelled sets of comments, each the same, at a share of 0.1: ";
  keys.add("spam.intercept", card.intercept, source + ", probabilities right at a share of 0.1", n, 2026);
  keys.add("spam.from", 0.5, "design: the kind is spam where that is more likely than not", 0, 2026);
  keys.add("generic", anybodys.generic, all_sets + "praise alone is people's", anybodys.n, 2026);
  keys.add("emoji", anybodys.emoji, all_sets + "emoji alone are people's", anybodys.n, 2026);
  keys.add("mention", anybodys.mention, all_sets + "names alone call a friend", anybodys.n, 2026);
  keys.add("repeat.odds", 2, "judgement: odds where a repetition begins; a chant or a text passed on is possible", 0,
           2026);
  write(out / "comments.tsv", keys.text);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: plumb_fit DATA OUT\n";
    return 2;
  }
  const fs::path data = argv[1], out = argv[2];
  if (!fs::exists(data / "srf-instagram") || !fs::exists(data / "instafake") || !fs::exists(data / "cresci-2017") ||
      !fs::exists(data / "youtube-spam") || !fs::exists(data / "scamspot")) {
    std::cerr << "plumb_fit: " << data << " lacks a data set; the committed tables stay as they are\n";
    return 1;
  }
  write_people(data, out);
  write_comments(data, out);
  std::cout << "row of benchmarks.tsv: " << personal_engagement_row(read_organic_accounts(data)) << "\n";
  const std::string characters = characters_table("/usr/share/unicode");
  if (!characters.empty()) write(out / "characters.tsv", characters);
  write(out / "lookalikes.tsv", lookalikes_table());
  return 0;
}
