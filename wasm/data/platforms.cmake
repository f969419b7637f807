# Writes a C++ header with an enumeration of the platforms and their names, from the first column of platforms.tsv.
# cmake -DINPUT=… -DOUTPUT=… -P platforms.cmake
file(STRINGS "${INPUT}" rows)
list(POP_FRONT rows)
foreach(row ${rows})
  string(REGEX REPLACE "\t.*" "" name "${row}")
  if(NOT name MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "platforms.tsv: '${name}' is no name of a platform: lower-case letters, digits and _")
  endif()
  list(FIND names ${name} before)
  if(NOT before EQUAL -1)
    message(FATAL_ERROR "platforms.tsv: '${name}' stands there twice")
  endif()
  list(APPEND names ${name})
endforeach()
list(JOIN names ", " values)
list(JOIN names "\", \"" texts)
list(LENGTH names count)
file(WRITE "${OUTPUT}.new" "#pragma once
#include <array>
#include <cstdint>
#include <string_view>
namespace plumb {
enum class Platform : std::uint8_t { ${values} };
inline constexpr std::array<std::string_view, ${count}> platform_names{\"${texts}\"};
}
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
file(TOUCH_NOCREATE "${OUTPUT}")
