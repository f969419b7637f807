/// @file
/// @brief The report and the refusal as JSON text.
#pragma once

#include <string>

#include "base/errors.hpp"
#include "report.hpp"

namespace plumb {

/// One line of JSON (without the line's end) that satisfies wasm/schema/report.schema.json.
std::string write_report(const Report& report);

/// `{"error":{"code":…,"message":…,"at":…}}`; `at` only where there is a place.
std::string write_refusal(const Refusal& refusal);

}  // namespace plumb
