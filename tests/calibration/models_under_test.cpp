#include "models_under_test.hpp"

#include "measurements.hpp"

namespace plumb {
const PersonModel& shipped_person_model();
const CommentModel& shipped_comment_model();
}  // namespace plumb

namespace {
plumb::PersonModel people;
plumb::CommentModel comments;
}  // namespace

namespace calibration {

void use_people(const plumb::PersonModel& model) { people = model; }
void use_comments(const plumb::CommentModel& model) { comments = model; }
void use_shipped_models() {
  people = plumb::shipped_person_model();
  comments = plumb::shipped_comment_model();
}

}  // namespace calibration

namespace plumb {
const PersonModel& person_model() { return people; }
const CommentModel& comment_model() { return comments; }
}  // namespace plumb
