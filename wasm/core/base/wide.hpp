/// @file
/// @brief Loops over many numbers, for the processor at hand.
#pragma once

/// Compiles a function for wider registers as well, between which the program chooses when it starts. The operations and their
/// order stay, and so do the bits. Only GCC on Linux: the sanitizers of other compilers run before that choice.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__)
#define PLUMB_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PLUMB_WIDE
#endif
