#include "comment_kinds.hpp"
#include "data/comment_scorecard.hpp"
#include "data/comments.hpp"
#include "stats/scorecard_table.hpp"

namespace plumb {
namespace {

consteval double key(std::string_view name) { return table::constant(data::comments, name); }

constexpr auto spam_rows = table::scorecard_rows<table::scorecard_size(data::comment_scorecard, "spam")>(
    data::comment_scorecard, "spam", comment_feature_names);

}  // namespace

const CommentModel& comment_model() {
  static constexpr CommentModel model{
      {key("spam.intercept"), spam_rows}, key("spam.from"), key("generic"), key("emoji"), key("mention")};
  return model;
}

}  // namespace plumb
