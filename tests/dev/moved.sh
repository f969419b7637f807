#!/usr/bin/env bash
# A clone that was moved or copied with its build folder builds, and says that it starts that folder anew; one that stayed
# where it was keeps it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "moved.sh: $*" >&2; cat "$scratch/said" >&2; exit 1; }
# The real ./dev on a project of one file: build is said to have been done by what it leaves.
build() { # folder
  bash -c '. ./dev && cmake_build native' "$1/dev" >"$scratch/said" 2>&1 || fail "building in $1 failed"
  [ -f build/native/made ] || fail "nothing was built in $1"
}
anew() { grep -q 'is made anew here' "$scratch/said"; }

mkdir "$scratch/first"
cd "$scratch/first"
cp "$here/dev" "$here/CMakePresets.json" .
cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(moved LANGUAGES NONE)
add_custom_target(made ALL COMMAND ${CMAKE_COMMAND} -E touch made)
END

build "$PWD"
anew && fail 'a fresh clone has nothing to start anew'
touch build/native/mark
build "$PWD"
{ anew || [ ! -f build/native/mark ]; } && fail 'a clone that stays keeps its build'

cp -r "$scratch/first" "$scratch/copy"
cd "$scratch/copy"
build "$PWD"
{ anew && [ ! -f build/native/mark ]; } || fail 'a copy starts anew, and says so'
[ -f "$scratch/first/build/native/mark" ] || fail 'the copied one keeps its own'

mv "$scratch/first" "$scratch/moved"
cd "$scratch/moved"
build "$PWD"
anew || fail 'a moved clone starts anew, and says so'
build "$PWD"
anew && fail 'once is enough'
ln -s "$scratch/moved" "$scratch/link"
cd "$scratch/link"
build "$PWD"
anew && fail 'another name of the same folder is no move'
echo 'moved.sh: a copied and a moved clone build'
