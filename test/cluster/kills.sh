#!/usr/bin/env bash
# Kills a sweep at 20 random moments, resumes each, and compares the file with that of an unbroken
# run, byte by byte. Usage: test/cluster/kills.sh COMMAND...   the words that start solarcell
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- node "$repository/dist/cli/main.js"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >plan.yaml <<'PLAN'
cell: shj
fidelity: lumped
figures: [efficiency]
vary:
  irradiance: lin(100:1000:5000)
PLAN
start=$(date +%s%N)
"$@" sweep plan.yaml --output one.csv
length=$((($(date +%s%N) - start) / 1000000))
began=0
for k in $(seq 0 19); do
  rm -f k.csv*
  "$@" sweep plan.yaml --output k.csv 2>/dev/null &
  run=$!
  # One moment in each twentieth of the run's length, from its start to the writing of its file.
  pause=$(((length * k + length * (RANDOM % 1000) / 1000) / 20))
  sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
  kill -9 "$run" 2>/dev/null || true
  wait "$run" 2>/dev/null || true
  [ ! -e k.csv.journal ] || began=$((began + 1))
  "$@" sweep plan.yaml --output k.csv --resume 2>/dev/null
  cmp one.csv k.csv || { echo "kills: failed at kill $k, after $pause ms"; exit 1; }
done
echo "kills: passed (20 kills in a run of $length ms, $began of them with rows half done)"
