#!/bin/sh
#SBATCH --job-name={{name}}
#SBATCH --array={{array}}
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
#SBATCH --output={{name}}.%a.log
#SBATCH --open-mode=append
# Lines for your site go here: partition, account, time, memory, modules.

# One task is one part. A part that was cut short goes on, one that is complete is left alone, so that
# any task can be submitted again.
{{command}} --shard "$SLURM_ARRAY_TASK_ID/{{shards}}" --resume &
work=$!
# sh hands the signal on that Slurm sends a minute before the time is up: what is done is kept.
trap 'kill -TERM "$work"' TERM INT
wait "$work"
code=$?
while kill -0 "$work" 2>/dev/null; do wait "$work"; code=$?; done
exit "$code"
