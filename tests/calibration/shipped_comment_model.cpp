// The core's definition under another name: the tables that ship.
#define comment_model shipped_comment_model
#include "core/comments/comment_model.cpp"
