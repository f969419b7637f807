/// @file
/// @brief The share of one kind of comment, as evidence on γ; shared by the signals about comments.
#pragma once

#include "shares.hpp"

namespace plumb::signals {

/// Comments of one kind among those of this kind and the ordinary ones: another kind that is added changes nothing here.
/// A usual share speaks for a low γ only as far as ordinary comments are there.
std::optional<Evidence> comments_of(const Observed& observed, CommentKind kind, const ShareModel& share);

}  // namespace plumb::signals
