#include <catch2/catch.hpp>

#include "engaged_people_checks.hpp"

using namespace plumb;
using namespace plumb::test;

TEST_CASE("People who like", "[people_who_like]") { check_engaged_people(SignalId::people_who_like, Relation::liker); }
