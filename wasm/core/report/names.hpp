/// @file
/// @brief The enumerations' names, as the report's schema spells them.
#pragma once

#include <string_view>

#include "report.hpp"

namespace plumb {

std::string_view name_of(Platform);
std::string_view name_of(Verdict);
std::string_view name_of(EvidenceLevel);
std::string_view name_of(Basis);
std::string_view name_of(Direction);
std::string_view name_of(On);
std::string_view name_of(Family);
std::string_view name_of(GroupKind);
std::string_view name_of(Exclusion);
std::string_view name_of(Explanation);
std::string_view name_of(ItemKind);
std::string_view name_of(Told);
std::string_view name_of(Against);
std::string_view name_of(Place);
std::string_view name_of(CheckId);
std::string_view name_of(CheckState);
std::string_view name_of(StepKind);
std::string_view name_of(SignalId);

}  // namespace plumb
