import type { UnitResult, UnitTask } from './serveBlocks.ts';
import { sweepWorkerFile, workerArguments } from './workerFile.ts';

/** Who works on the blocks of a sweep. */
export interface WorkerPool {
  /** Has a task done by one of the workers, from 0, after those that it was given before. */
  run(task: UnitTask, worker: number): Promise<UnitResult>;
  /** Ends the workers; what they have in hand is lost. */
  stop(): Promise<void>;
}

/** What the workers are. */
export interface WorkerPoolOptions {
  /** Module that they run, made by serveBlocks; that of this program when left out. */
  readonly worker?: URL;
  /** Memory that each may take, MB; Node's own limit when left out. */
  readonly workerMemory_MB?: number;
}

/** Room for what a point leaves behind; Node's own choice is twice as much and saves no time. */
const youngMemory_MB = 24;

/**
 * Starts worker threads.
 *
 * @param workers number of threads
 */
export async function startWorkerPool(
  workers: number,
  { worker = sweepWorkerFile(), workerMemory_MB }: WorkerPoolOptions = {},
): Promise<WorkerPool> {
  const { Piscina } = await import('piscina');
  // One pool a thread: Piscina itself gives a task to whichever is free, and each has its own stretch.
  const pools = Array.from(
    { length: workers },
    () =>
      new Piscina<UnitTask, UnitResult>({
        filename: worker.href,
        minThreads: 1,
        maxThreads: 1,
        ...workerArguments(worker),
        recordTiming: false,
        resourceLimits: {
          maxYoungGenerationSizeMb: youngMemory_MB,
          ...(workerMemory_MB === undefined ? {} : { maxOldGenerationSizeMb: workerMemory_MB }),
        },
      }),
  );
  // A worker that fails to load has no task to fail; those that wait for it would wait for ever.
  const waiting = new Set<(error: unknown) => void>();
  let broken: Error | undefined;
  for (const pool of pools) {
    pool.on('error', (error: Error) => {
      if (waiting.size === 0) broken = error;
      for (const refuse of waiting) refuse(error);
    });
  }
  return {
    run: (task, place) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        waiting.add(reject);
        pools[place]!.run(task)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}
