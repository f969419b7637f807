/// @file
/// @brief Engagement of hand-checked personal accounts: the benchmark row below 1,000 followers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data_files.hpp"

namespace calibration {

/// Half of the accounts make the row, the other half are measured; by a hash of the account's numbers and split_seed.
bool for_fitting(const OrganicAccount& account);

/// A row of wasm/data/benchmarks.tsv: median likes + comments of up to 12 posts ÷ followers, central 80 % of accounts.
std::string personal_engagement_row(const std::vector<OrganicAccount>& accounts);

}  // namespace calibration
