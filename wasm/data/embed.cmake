# Writes a C++ header that holds a text file as a constexpr string_view.
# cmake -DINPUT=… -DOUTPUT=… -DNAME=… -DNAMESPACE=… -P embed.cmake
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}.new" "#pragma once
#include <string_view>
namespace ${NAMESPACE} {
inline constexpr std::string_view ${NAME} = R\"plumb(${text})plumb\";
}
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
file(TOUCH_NOCREATE "${OUTPUT}")
