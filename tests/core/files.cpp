#include "files.hpp"

namespace plumb::test {

// Where this tree lies is told to this file, and to the test of the JSON suite where that lies: the others are the same to a
// compiler's cache in every clone.
const std::string source_dir = PLUMB_SOURCE_DIR;
const std::string schema_dir = PLUMB_SCHEMA_DIR;

}  // namespace plumb::test
