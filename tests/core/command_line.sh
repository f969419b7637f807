#!/usr/bin/env bash
# command_line.sh PLUMB: the command line as its contract says. Prints each case that fails.
plumb=$1
failed=0
good='{"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h"}}'
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

# check NAME EXPECTED ACTUAL
check() {
  if [ "$2" != "$3" ]; then
    echo "$1: expected '$2', got '$3'"
    failed=1
  fi
}
# lines_and_exit INPUT ARGS…: number of lines printed and the exit code
lines_and_exit() {
  local input=$1
  shift
  printf "$input" | "$plumb" score "$@" > "$dir/out"
  echo "$(wc -l < "$dir/out") ${PIPESTATUS[1]}"
}

# A snapshot of 20,000 comments, on one line.
longest_line() {
  printf '{"schema":"plumb.snapshot/1","platform":"x","profile":{"handle":"h"},"comments":['
  seq -f '{"id":"c%.0f","text":"nice light"}' -s, 20000 | tr -d '\n'
  echo ']}'
}

check 'empty input' '0 0' "$(lines_and_exit '')"
check 'one line' '1 0' "$(lines_and_exit "$good\n")"
check 'last LF missing' '1 0' "$(lines_and_exit "$good")"
check 'CR before LF' '1 0' "$(lines_and_exit "$good\r\n")"
check 'an empty line is refused' '2 1' "$(lines_and_exit "$good\n\n")"
check 'code of an empty line' 1 "$(printf '\n' | "$plumb" score | grep -c not_json)"
check 'a bad line does not stop the rest' '3 1' "$(lines_and_exit "$good\nbad\n$good\n")"
check 'only one CR is ignored, the other is white space' '1 0' "$(lines_and_exit "$good\r\r\n")"
check 'wrong usage' 2 "$("$plumb" score --nonsense < /dev/null > /dev/null 2>&1; echo $?)"
check 'no command' 2 "$("$plumb" > /dev/null 2>&1; echo $?)"
check 'help' 0 "$("$plumb" --help > /dev/null; echo $?)"
check 'help of score' 0 "$("$plumb" score --help > /dev/null; echo $?)"
check 'missing file' 2 "$("$plumb" score "$dir/none" > /dev/null 2>&1; echo $?)"
check 'a folder' 2 "$("$plumb" score "$dir" > /dev/null 2>&1; echo $?)"
check 'show: missing file' 2 "$("$plumb" show "$dir/none" > /dev/null 2>&1; echo $?)"
check 'show: a folder' 2 "$("$plumb" show "$dir" > /dev/null 2>&1; echo $?)"
check 'show: nothing' 1 "$("$plumb" show - < /dev/null > /dev/null 2>&1; echo $?)"
check 'no jobs' 2 "$("$plumb" score --jobs 0 < /dev/null > /dev/null 2>&1; echo $?)"
check 'unknown command' 2 "$("$plumb" frobnicate > /dev/null 2>&1; echo $?)"
check '--version' 1 "$("$plumb" --version | grep -c '^plumb [0-9]')"
check 'a line beyond the cap is refused, the next is read' 'too_large plumb.report/2' "$({ head -c 9000000 /dev/zero | tr '\0' ' '; echo; echo "$good"; } |
  "$plumb" score | sed -E 's/.*"(code|schema)":"([^"]*)".*/\2/' | paste -sd' ')"
check 'a byte order mark is ignored' '1 0' "$(lines_and_exit "\xef\xbb\xbf$good\n")"
check 'wrong schema name' 2 "$("$plumb" schema nothing > /dev/null 2>&1; echo $?)"
check 'schema' 2 "$("$plumb" schema snapshot | grep -c 'plumb.snapshot/1"')"
check 'version' 1 "$("$plumb" version | grep -c '^plumb [0-9]')"

for i in $(seq 40); do echo "{\"schema\":\"plumb.snapshot/1\",\"platform\":\"x\",\"profile\":{\"handle\":\"h$i\"}}"; done > "$dir/forty"
"$plumb" score "$dir/forty" > "$dir/one"
"$plumb" score --jobs 4 "$dir/forty" > "$dir/four"
check 'order and bytes with several jobs' '' "$(diff "$dir/one" "$dir/four")"
for jobs in 2 3 64; do
  # More lines than may wait for an answer, the first of which is the last to be ready.
  { longest_line; for i in $(seq 20); do cat "$dir/forty"; echo bad; done; } > "$dir/many"
  "$plumb" score "$dir/many" > "$dir/one_job"
  check "order, bytes and exit behind a long line with $jobs jobs" 1 "$("$plumb" score --jobs $jobs "$dir/many" > "$dir/several_jobs"; echo $?)"
  check "bytes behind a long line with $jobs jobs" '' "$(cmp "$dir/one_job" "$dir/several_jobs" 2>&1)"
done
for jobs in 1 3; do
  coproc talk { exec "$plumb" score --jobs $jobs; }
  ending=$talk_PID
  for name in first second; do
    echo "{\"schema\":\"plumb.snapshot/1\",\"platform\":\"x\",\"profile\":{\"handle\":\"$name\"}}" >&"${talk[1]}"
    read -r -t 300 answer <&"${talk[0]}"
    check "an answer before the next line with $jobs jobs" 1 "$(grep -c "\"handle\":\"$name\"" <<<"$answer")"
  done
  eval "exec ${talk[1]}>&-"
  wait "$ending"
  check "the end of a conversation with $jobs jobs" 0 $?
done
check 'order' h17 "$(sed -n 17p "$dir/four" | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)"
cat "$dir/forty" "$dir/forty" | "$plumb" score > "$dir/twice"
"$plumb" score "$dir/forty" "$dir/forty" > "$dir/two_files"
check 'several files' '' "$(diff "$dir/twice" "$dir/two_files")"
check 'no details without the flag' 0 "$(sed -n 1p "$dir/one" | grep -c '"people":\[\]')"
: > "$dir/empty"
check 'empty file' '0' "$("$plumb" score "$dir/empty" | wc -l)"
echo "$good" > "$dir/good"
check 'what a what-if question leaves out' 1 "$("$plumb" score --without like_dispersion,account_age "$dir/good" | grep -c '"without":\["account_age","like_dispersion"\]')"
check 'an unknown id is refused' 1 "$("$plumb" score --without nothing "$dir/good" > /dev/null; echo $?)"
check 'show' 1 "$("$plumb" show "$dir/good" | grep -c 'statistical estimate')"
echo bad > "$dir/bad"
check 'show says it in words' 1 "$("$plumb" show "$dir/good" | grep -c '^Checks, from')"
check 'show --raw names the signals' 1 "$("$plumb" show --raw "$dir/good" | grep -c 'Reachable followers')"
check 'show refuses' 1 "$("$plumb" show "$dir/bad" > /dev/null 2>&1; echo $?)"
exit $failed
