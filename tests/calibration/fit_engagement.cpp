#include "fit_engagement.hpp"

#include <algorithm>
#include <cstdio>

namespace calibration {

bool for_fitting(const OrganicAccount& account) {
  const std::string key =
      std::to_string(account.followers) + "/" + std::to_string(account.following) + "/" + std::to_string(account.media);
  return stable_hash(key, split_seed) % 2 == 0;
}

std::string personal_engagement_row(const std::vector<OrganicAccount>& accounts) {
  std::vector<double> ratios;
  for (const OrganicAccount& a : accounts) {
    if (!for_fitting(a) || a.posts.size() < 6 || a.followers < 50 || a.followers >= 1000) continue;
    std::vector<double> posts;
    for (std::size_t i = 0; i < a.posts.size() && i < 12; ++i) posts.push_back(a.posts[i].likes + a.posts[i].comments);
    std::sort(posts.begin(), posts.end());
    const std::size_t n = posts.size();
    const double middle = n % 2 ? posts[n / 2] : (posts[n / 2 - 1] + posts[n / 2]) / 2;
    ratios.push_back((middle + 0.5) / static_cast<double>(a.followers));
  }
  std::sort(ratios.begin(), ratios.end());
  const auto quantile = [&](double q) {
    return ratios[static_cast<std::size_t>(q * static_cast<double>(ratios.size() - 1) + 0.5)];
  };
  char row[600];
  std::snprintf(
      row, sizeof row,
      "ig-epf-personal-1k\tinstagram\tengagement_per_follower\tlikes+comments\tfollowers\tall\t50\t1000\t%.4g\t%.4g\t%.4g\t0.8"
      "\t%zu\t2018\tA\tinstafake-dataset (Akyon & Kalfaoglu 2019), aggregated for this project\t\thand-checked personal "
      "accounts, half of them by the split of tests/calibration; median of up to 12 posts",
      quantile(0.1), quantile(0.5), quantile(0.9), ratios.size());
  return row;
}

}  // namespace calibration
