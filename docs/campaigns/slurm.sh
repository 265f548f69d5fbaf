#!/bin/bash
# A campaign as a Slurm array: sbatch docs/campaigns/slurm.sh
# Needs a shared directory, and a build that is there already (run ./iolab help once on the login node).
# When all tasks have ended: ./iolab merge campaign-$SEED/shard-* --into campaign-$SEED/all
#
#SBATCH --job-name=iolab-fuzz
#SBATCH --array=1-8
#SBATCH --cpus-per-task=8
#SBATCH --mem=32G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=fuzz-%a.log

set -euo pipefail
seed=${SEED:-1}
dir=campaign-$seed/shard-$SLURM_ARRAY_TASK_ID

# A task that was ended, by a node's failure or by its limit of time, goes on where it was when it is queued again.
code=0
IOLAB_NO_BUILD=1 srun ./iolab fuzz --resume --dir "$dir" --seed "$seed" --count "${COUNT:-10000000}" --seconds 13800 \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --jobs "$SLURM_CPUS_PER_TASK" --events "$dir-events.jsonl" || code=$?

# 1 means findings: to Slurm the task has done its work.
[ "$code" -le 1 ]
