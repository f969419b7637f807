#!/usr/bin/env bash
# run.sh FUZZER SOURCE_DIR SECONDS: seeds the fuzzer with the golden snapshots and JSONTestSuite (where it is), then runs it.
set -e
corpus=$(mktemp -d)
trap 'rm -r "$corpus"' EXIT
split -l 1 "$2/tests/golden/snapshots.jsonl" "$corpus/golden-"
suite=$2/../shared/corpora/JSONTestSuite/test_parsing
if [ -d "$suite" ]; then
  find "$suite" -name '*.json' -size -20k -exec cp -t "$corpus" {} +
else
  echo "JSONTestSuite is not at $suite: the fuzzer starts from the golden snapshots alone."
fi
"$1" -max_total_time="$3" -max_len=40000 -timeout=10 -dict="$2/tests/fuzz/snapshot.dict" -print_final_stats=1 -artifact_prefix="$corpus/" "$corpus"
