#!/usr/bin/env bash
# The committed tables are what plumb_fit makes of the data, to the byte. Without the data: says so and is skipped.
# fit_repeats.sh PLUMB_FIT DATA TABLES
set -euo pipefail
if [ ! -d "$2" ]; then
  echo "The labelled data are not there ($2): the fitted tables are not checked."
  exit 77
fi
out=$(mktemp -d)
trap 'rm -r "$out"' EXIT
"$1" "$2" "$out"
for table in "$out"/*.tsv; do
  cmp "$table" "$3/$(basename "$table")"
done
echo "The fitted tables are the committed ones."
