// The core's definition under another name: the tables that ship.
#define person_model shipped_person_model
#include "core/people/person_model.cpp"
