/// @file
/// @brief Makes wasm/data/characters.tsv from Debian's unicode-data.
#pragma once

#include <filesystem>
#include <string>

namespace calibration {

/// @param unicode  folder of the Unicode Character Database (/usr/share/unicode)
/// @return the table's text; empty where the folder is missing
std::string characters_table(const std::filesystem::path& unicode);

}  // namespace calibration
