// What the core is compiled with while its tests are tried: each operator, number or condition of the sample asks at run time
// whether it is the one that is wrong now. So all mutants are compiled once, together.
//
// Operators are infix objects, so that the rank of what they replace stays: `a < b` becomes `a < Lower{7} < b`.
// While compiling, every mutant is as it was: constants are not tried.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

namespace plumb::mutants {

#ifdef PLUMB_MUTANT_FIXED
/// One mutant, decided while compiling: so that its code can be compared with that of none, 0.
constexpr bool wrong(int number) { return !std::is_constant_evaluated() && number == PLUMB_MUTANT_FIXED; }
#else
/// The mutant that is wrong now, by its number in the sample, from 1 on: PLUMB_MUTANT. 0: none.
inline const int chosen = [] {
  const char* text = std::getenv("PLUMB_MUTANT");
  return text ? std::atoi(text) : 0;
}();

/// Which mutants were asked for at run time. Written at the end to the file that PLUMB_MUTANTS_REACHED names.
struct Reached {
  bool number[10'000] = {};
  ~Reached() {
    const char* name = std::getenv("PLUMB_MUTANTS_REACHED");
    std::FILE* file = name ? std::fopen(name, "w") : nullptr;
    if (!file) return;
    for (int i = 0; i < 10'000; ++i) {
      if (number[i]) std::fprintf(file, "%d\n", i);
    }
    std::fclose(file);
  }
};
inline Reached reached;

constexpr bool wrong(int number) {
  if (std::is_constant_evaluated()) return false;
  reached.number[number] = true;
  return number == chosen;
}
#endif

template <class Operator, class T>
struct Left {
  int number;
  T value;  // a reference, where the left side is one that can be
};

// NAME, the operator by which it is written, what it was, what it is when it is wrong.
#define PLUMB_OPERATOR(NAME, RANK, WAS, IS)                                                                      \
  struct NAME {                                                                                                  \
    int number;                                                                                                  \
  };                                                                                                             \
  template <class T>                                                                                             \
  constexpr Left<NAME, T> operator RANK(T && left, NAME op) {                                                    \
    return {op.number, std::forward<T>(left)};                                                                   \
  }                                                                                                              \
  template <class T, class U>                                                                                    \
  constexpr auto operator RANK(Left<NAME, T> left, U&& right) {                                                  \
    using Result = std::decay_t<decltype(std::forward<T>(left.value) WAS std::forward<U>(right))>;               \
    if constexpr (requires { static_cast<Result>(std::forward<T>(left.value) IS std::forward<U>(right)); }) {    \
      if (wrong(left.number)) return static_cast<Result>(std::forward<T>(left.value) IS std::forward<U>(right)); \
    }                                                                                                            \
    return static_cast<Result>(std::forward<T>(left.value) WAS std::forward<U>(right));                          \
  }
PLUMB_OPERATOR(Less, <, <, <=)
PLUMB_OPERATOR(LessEqual, <, <=, <)
PLUMB_OPERATOR(Greater, <, >, >=)
PLUMB_OPERATOR(GreaterEqual, <, >=, >)
PLUMB_OPERATOR(Equal, ==, ==, !=)
PLUMB_OPERATOR(Unequal, ==, !=, ==)
PLUMB_OPERATOR(Plus, +, +, -)
PLUMB_OPERATOR(Minus, +, -, +)
PLUMB_OPERATOR(Times, *, *, /)
PLUMB_OPERATOR(Divided, *, /, *)
#undef PLUMB_OPERATOR

/// The right side of `&&` counts as true, that of `||` as false: `a && b` becomes `a && Dropped{7, true} | b`.
struct Dropped {
  int number;
  bool as;
};
template <class T>
constexpr bool operator|(Dropped op, const T& side) {
  return wrong(op.number) ? op.as : static_cast<bool>(side);
}
/// A condition is its opposite.
struct Opposite {
  int number;
};
template <class T>
constexpr bool operator|(Opposite op, const T& side) {
  return wrong(op.number) ? !static_cast<bool>(side) : static_cast<bool>(side);
}
/// A number is another one: a whole one the next, another a quarter larger.
template <class T>
constexpr T other(int number, T value) {
  if (!wrong(number)) return value;
  if constexpr (std::is_integral_v<T>) return static_cast<T>(value + 1);
  return value == 0 ? T{1} : value * T{1.25};
}
/// A step is not taken.
constexpr bool taken(int number) { return !wrong(number); }

}  // namespace plumb::mutants
