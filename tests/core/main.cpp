#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

// With clang-19 Emscripten 3.1.6 never calls `int main(int, char**)`: it looks for the plain symbol.
#ifdef __EMSCRIPTEN__
extern "C" int entry(int argc, char** argv) __asm__("main");
extern "C" int entry(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#else
int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#endif

TEST_CASE("A failing test fails", "[.deliberate]") { CHECK(1 + 1 == 3); }
