/// @file
/// @brief Comments that belong together, so that a person sees them side by side.
#pragma once

#include <vector>

#include "comment_kinds.hpp"
#include "report/report.hpp"
#include "snapshot/snapshot.hpp"

namespace plumb {

/// Groups of comments that look scripted and share a token, a template or a shape; each comment is in one at most.
/// The largest first; the order of the comments changes only that of a group's items.
std::vector<CommentGroup> group_comments(const Snapshot& snapshot, const JudgedComments& judged);

}  // namespace plumb
