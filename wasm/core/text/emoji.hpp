/// @file
/// @brief How unusual an emoji is.
#pragma once

namespace plumb::text {

/// −log2 of the share of all emoji written that are this one (wasm/data/emoji_bits.tsv); the largest of the table where it is not listed.
double emoji_bits(char32_t emoji);

}  // namespace plumb::text
