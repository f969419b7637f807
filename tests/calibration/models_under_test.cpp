#include "models_under_test.hpp"

namespace {
plumb::PersonModel people;
plumb::CommentModel comments;
}  // namespace

namespace calibration {
void use_people(const plumb::PersonModel& model) { people = model; }
void use_comments(const plumb::CommentModel& model) { comments = model; }
}  // namespace calibration

namespace plumb {
const PersonModel& person_model() { return people; }
const CommentModel& comment_model() { return comments; }
}  // namespace plumb
