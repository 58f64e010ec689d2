#!/usr/bin/env bash
# Runs a small sweep through a real Slurm on this host, loopback only, and compares what comes out
# with one run, byte by byte. Prints `slurm: passed`, `slurm: failed ...` or `slurm: skipped because ...`.
# Usage: test/cluster/slurm.sh COMMAND...   the words that start solarcell (node dist/cli/main.js)
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- node "$repository/dist/cli/main.js"

skip() { echo "slurm: skipped because $*"; exit 0; }
[ "$(uname -s)" = Linux ] || skip "this is not Linux"
[ "$(id -u)" = 0 ] || skip "its daemons want to be root here"

work=$(mktemp -d)
chmod 755 "$work"
pids=()
finish() {
  code=$?
  # Only what this script started, by number; munged writes its own.
  for file in "$work/slurmd.pid" "$work/slurmctld.pid"; do
    [ -s "$file" ] && pids+=("$(cat "$file")")
  done
  [ -s "$work/munged.pid" ] && pids+=("$(cat "$work/munged.pid")")
  # A step that waits for a daemon that is gone would stay: those of this run have its folder around them.
  for pid in $(pgrep slurmstepd || true); do
    [ -r "/proc/$pid/environ" ] || continue
    { tr "\0" "\n" <"/proc/$pid/environ"; } 2>/dev/null | grep -q "$work" && pids+=("$pid")
    readlink "/proc/$pid/cwd" 2>/dev/null | grep -q "$work" && pids+=("$pid")
  done
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for _ in $(seq 50); do
    alive=0
    for pid in "${pids[@]}"; do kill -0 "$pid" 2>/dev/null && alive=1; done
    [ $alive = 0 ] && break
    sleep 0.1
  done
  for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
  [ $code = 0 ] || { echo "slurm: failed"; tail -n 20 "$work"/log/*.log "$work"/run/*.log 2>/dev/null || true; }
  rm -rf "$work"
  exit $code
}
trap finish EXIT

tools="slurmctld slurmd sbatch squeue sinfo scancel munged"
missing() { for tool in $tools; do command -v "$tool" >/dev/null || echo "$tool"; done; }
if [ -n "$(missing)" ]; then
  command -v apt-get >/dev/null || skip "$(missing | tr '\n' ' ')is not here and there is no apt-get"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    slurmctld slurmd slurm-client munge; } >"$work/apt.log" 2>&1 \
    || skip "it cannot be installed: $(tail -n 1 "$work/apt.log")"
fi
[ -z "$(missing)" ] || skip "$(missing | tr '\n' ' ')is missing after the installation"

# A configuration of its own: key, ports and folders, so that no other Slurm of the host is touched.
mkdir -p "$work"/{state,spool,log,run}
head -c 1024 /dev/urandom >"$work/munge.key"
chmod 400 "$work/munge.key"
munged --key-file="$work/munge.key" --socket="$work/munge.socket" --pid-file="$work/munged.pid" \
  --log-file="$work/log/munged.log" --seed-file="$work/munge.seed" --force
host=$(hostname -s)
cpus=$(nproc)
cat >"$work/slurm.conf" <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2
ReturnToService=2
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/log/slurmctld.log
SlurmdLogFile=$work/log/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
setsid slurmctld -D >/dev/null 2>&1 & pids+=($!)
for _ in $(seq 50); do scontrol ping 2>/dev/null | grep -q UP && break; sleep 0.2; done
setsid slurmd -D >/dev/null 2>&1 & pids+=($!)
for _ in $(seq 100); do [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ] && break; sleep 0.2; done
state=$(sinfo --noheader --format=%T 2>/dev/null || true)
[ "$state" = idle ] || skip "its node does not come up here (${state:-no answer}): $(tail -n 1 "$work/log/slurmd.log")"

# Never the exit code of the engine: the files are what counts.
cd "$work/run"
await() {
  for _ in $(seq 400); do [ -e "$1" ] && return 0; sleep 0.2; done
  echo "no $1 after 80 s"
  squeue --all
  return 1
}
cat >plan.yaml <<'PLAN'
cell: shj
fidelity: lumped
vary:
  irradiance: lin(100:1000:8000)
PLAN
"$@" sweep plan.yaml --output one.csv
"$@" sweep plan.yaml --output array.csv --engine slurm --shards 5
await array.csv
cmp one.csv array.csv

# A part that was lost is submitted again, alone, and the merge gives the same.
rm array.csv array.part-2-of-5.csv
"$@" sweep plan.yaml --output array.csv --shards 5 --status | tee status.txt
grep -q 'missing: 2$' status.txt
"$@" sweep plan.yaml --output array.csv --engine slurm --shards 5 2>&1 | tee again.txt
grep -q 'parts 2 of 5' again.txt
await array.csv
cmp one.csv array.csv
for _ in $(seq 50); do [ -z "$(squeue --noheader --all)" ] && break; sleep 0.2; done
echo "slurm: passed ($(sbatch --version), 5 parts, one of them again, byte for byte as one run)"
