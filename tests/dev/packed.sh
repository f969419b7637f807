#!/usr/bin/env bash
# A package has the same bytes whenever, in whatever order and with whatever rights its files were made; a tag that does not name
# the version, or of which CHANGELOG.md says nothing, makes no release.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "packed.sh: $*" >&2; exit 1; }
dev() { bash -c '. "$1"; shift; "$@"' _ "$here/dev" "$@"; }

mkdir -p "$scratch"/{one,two}/sub "$scratch/copy/extension"
(umask 022; cd "$scratch/one"; echo a >b.txt; echo b >sub/a.txt; echo c >a.txt)
(umask 077; cd "$scratch/two"; echo c >a.txt; echo b >sub/a.txt; echo a >b.txt; touch -d '2001-02-03' sub/a.txt)
dev pack "$scratch/one" "$scratch/one.zip"
(export TZ=Asia/Tokyo LC_ALL=C.UTF-8; dev pack "$scratch/two" "$scratch/two.zip")
cmp "$scratch/one.zip" "$scratch/two.zip" || fail 'the same files made two packages'
echo d >"$scratch/two/a.txt"
dev pack "$scratch/two" "$scratch/two.zip"
cmp -s "$scratch/one.zip" "$scratch/two.zip" && fail 'another file made the same package'

cp "$here/dev" "$scratch/copy/"
echo '{ "version": "7.8.9" }' >"$scratch/copy/extension/package.json"
printf '# Changes\n\n## Unreleased\n\n- not yet\n\n## 7.8.9 (today)\n\n- this\n\n## 7.8.8\n\n- before\n' >"$scratch/copy/CHANGELOG.md"
of_copy() { bash -c '. "$1"; shift; "$@"' _ "$scratch/copy/dev" "$@" 2>"$scratch/said"; }
of_copy check_tag v7.8.9 "$scratch/new.md" || fail "the version's own tag was refused: $(cat "$scratch/said")"
[ "$(grep . "$scratch/new.md")" = '- this' ] || fail 'not what CHANGELOG.md says of the version'
of_copy check_tag v7.8.8 "$scratch/new.md" && fail 'a tag of another version was taken'
sed -i 's/^## 7.8.9.*/## 7.8.90/' "$scratch/copy/CHANGELOG.md"
of_copy check_tag v7.8.9 "$scratch/new.md" && fail 'a version of which nothing is told was taken'
echo 'packed.sh: packages have the same bytes, and a release has its version'
