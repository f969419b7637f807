/// @file
/// @brief The table of characters that stand for another one: wasm/data/lookalikes.tsv.
#pragma once

#include <string>

namespace calibration {

/// Rows "first last step target advance use": every `step`-th code point from first to last stands for target, which grows
/// by `advance` each time. Uses: `fold` (case, accents, presentation forms: NFKC_Casefold without marks), `style` (letters
/// and digits in mathematical, circled, squared and small forms), `wide` (full width), `alike` (UTS #39: letters of
/// another script that look like one of a–z). Made by ICU 72 (Unicode 15); the same bytes each time.
std::string lookalikes_table();

}  // namespace calibration
