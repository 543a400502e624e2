#!/usr/bin/env bash
# Measures what comparisons take of memory, and writes tests/data/memory.csv beside what was expected of each.
# Usage: tests/measure_memory.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/kantel}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
arms=("" "reactive" "reactive proactive" "reactive proactive proactive-budget")
build=$(basename "$(dirname "$program")")
version=$("$program" --version | cut -d' ' -f2)
table=tests/data/memory.csv
echo "residents,threads,scenarios,samples,years,expected,taken,expected / taken,build,version" >"$table"
measure() {
  local command="compare ${arms[$3]} --closure extra --loops 0 --no-lives"
  if [ "$3" = 1 ]; then command="run reactive"; fi
  # shellcheck disable=SC2086
  "$program" $command --residents "$1" --threads "$2" --samples "$4" --replicates 1 --years "$5" \
    --set experiment.burn_in_weeks=26 --verbose --lang en --out "$place/out" >/dev/null 2>"$place/said"
  rm -rf "$place"/out*
  awk -v row="$1,$2,$3,$4,$5" -v version="$build,$version" '
    function mib(number, unit) { return unit == "GiB" ? number * 1024 : unit == "KiB" ? number / 1024 : number }
    /of memory at most;/ {
      taken = mib($1, $2); expected = mib($7, $8)
      printf "%s,%.0f,%.0f,%.2f,%s\n", row, expected, taken, expected / taken, version
    }' "$place/said" | tee -a "$table"
}
for residents in 5000 20000 50000 200000; do
  for threads in 1 2; do
    for scenarios in 1 2 3; do
      measure "$residents" "$threads" "$scenarios" 8 1
    done
  done
done
measure 2000 1 2 40 2
measure 2000 2 2 40 2
measure 2000 2 2 40 10
measure 1000 2 3 100 5
