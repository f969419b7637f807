# Writes the list of the signals, signals.tsv, as a macro of C++: one SIGNAL(…) for each line, in the list's order.
# cmake -DINPUT=wasm/data/signals.tsv -DOUTPUT=….hpp -P signals.cmake
file(READ "${INPUT}" text)
string(REPLACE ";" "," text "${text}")  # what is told of a signal is not needed here, and would cut CMake's list
string(REGEX REPLACE "[][]" " " text "${text}")
string(REGEX MATCHALL "[^\n]+" lines "${text}")
list(POP_FRONT lines header)
if(NOT header STREQUAL "id\tfamily\ton\tweight\tverdict\tchecks\twhat")
  message(FATAL_ERROR "${INPUT}: the columns are id, family, on, weight, verdict, checks, what; not: ${header}")
endif()
set(entries "")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^([a-z][a-z_]*)\t([a-z]+)\t([a-z]+)\t([a-z0-9._]+)\t(true|false)\t([a-z+]+)\t[^\t]+$")
    message(FATAL_ERROR "${INPUT}: not a line of id, family, on, weight, true or false, checks, what, with tabs between: ${line}")
  endif()
  string(APPEND entries " \\\n  SIGNAL(${CMAKE_MATCH_1}, ${CMAKE_MATCH_2}, ${CMAKE_MATCH_3}, \"${CMAKE_MATCH_4}\", ${CMAKE_MATCH_5}, \"${CMAKE_MATCH_6}\")")
endforeach()
file(WRITE "${OUTPUT}.new" "#pragma once
/// SIGNAL(id, family, on, row of priors.tsv with the weight or 1, whether it counts for the verdict, the checks that rest on it)
#define PLUMB_SIGNALS(SIGNAL)${entries}
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
file(TOUCH_NOCREATE "${OUTPUT}")
