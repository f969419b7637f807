/// @file
/// @brief Puts tables fitted without the tested data in the place of the embedded ones.
///
/// plumb_calibrate defines plumb::person_model() and plumb::comment_model() itself; the linker then leaves the
/// embedded ones out. The core has no switch for it.
#pragma once

#include "core/comments/comment_kinds.hpp"
#include "core/people/people.hpp"

namespace calibration {

/// The rows behind the models must outlive their use.
void use_people(const plumb::PersonModel& model);
void use_comments(const plumb::CommentModel& model);

}  // namespace calibration
