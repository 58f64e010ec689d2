import { UsageError } from '../cell/errors.ts';
import { parseShard, type Shard } from './shard.ts';

/** What a scheduler tells a task about itself. */
export interface TaskPlace {
  readonly shard: Shard;
  /** The variable it was read from, for messages. */
  readonly from: string;
}

/**
 * Which shard this process is to run, as a scheduler tells: Slurm's SLURM_ARRAY_TASK_ID among
 * _MIN and _COUNT, or JOB_COMPLETION_INDEX of an Indexed Job of Kubernetes.
 *
 * @param environment variables by name
 * @param shards number of parts, where the user said it; Kubernetes does not tell
 * @returns undefined outside such a task
 * @throws UsageError when the variables do not name one part of so many
 * @see https://slurm.schedmd.com/job_array.html
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode
 */
export function shardFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  shards?: number,
): TaskPlace | undefined {
  const { SLURM_ARRAY_TASK_ID: id, JOB_COMPLETION_INDEX: completion } = environment;
  if (id !== undefined) {
    const least = environment.SLURM_ARRAY_TASK_MIN ?? '1';
    const most = environment.SLURM_ARRAY_TASK_MAX;
    const count = environment.SLURM_ARRAY_TASK_COUNT ?? most;
    // An array with gaps (a re-submission) does not tell how many parts there were.
    const gaps = most !== undefined && Number(most) - Number(least) + 1 !== Number(count);
    if (gaps || count === undefined || (shards !== undefined && shards !== Number(count))) {
      throw new UsageError(
        `the job array does not tell which part this task is; write --shard "$SLURM_ARRAY_TASK_ID/${shards ?? 'N'}"`,
      );
    }
    const index = Number(id) - Number(least) + 1;
    return {
      shard: parseShard(`${index}/${count}`, 'SLURM_ARRAY_TASK_ID of SLURM_ARRAY_TASK_COUNT'),
      from: 'SLURM_ARRAY_TASK_ID',
    };
  }
  if (completion !== undefined && shards !== undefined) {
    return {
      shard: parseShard(`${Number(completion) + 1}/${shards}`, 'JOB_COMPLETION_INDEX of --shards'),
      from: 'JOB_COMPLETION_INDEX',
    };
  }
  return undefined;
}

/** Number of processor cores that the scheduler gave this task, where it tells. */
export function jobsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): number | undefined {
  const cpus = Number(environment.SLURM_CPUS_PER_TASK);
  return Number.isInteger(cpus) && cpus > 0 ? cpus : undefined;
}
