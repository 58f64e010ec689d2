import type { UnitResult, UnitTask } from './serveBlocks.ts';
import { sweepWorkerFile, workerArguments } from './workerFile.ts';

/** Who works on the blocks of a sweep. */
export interface WorkerPool {
  run(task: UnitTask): Promise<UnitResult>;
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
  const pool = new Piscina<UnitTask, UnitResult>({
    filename: worker.href,
    minThreads: workers,
    maxThreads: workers,
    ...workerArguments(worker),
    recordTiming: false,
    ...(workerMemory_MB === undefined
      ? {}
      : { resourceLimits: { maxOldGenerationSizeMb: workerMemory_MB } }),
  });
  // A worker that fails to load has no task to fail; those that wait for it would wait for ever.
  const waiting = new Set<(error: unknown) => void>();
  let broken: Error | undefined;
  pool.on('error', (error: Error) => {
    if (waiting.size === 0) broken = error;
    for (const refuse of waiting) refuse(error);
  });
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        waiting.add(reject);
        pool
          .run(task)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    stop: () => pool.destroy(),
  };
}
