import { availableParallelism } from 'node:os';
import { missingRanges } from '../../sweep/blockRanges.ts';
import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { blockPoints, pointsBetween, type Shard, shardBlocks } from '../../sweep/shard.ts';
import { sweepGrid } from '../../sweep/sweepFile.ts';
import { workUnits } from '../../sweep/workUnits.ts';
import { fileTrouble, systemCode } from '../rows/fileTrouble.ts';
import type { Journal } from './journal.ts';
import { journalHead } from './ownJournal.ts';
import type { RunSweepOptions } from './runSweep.ts';
import { sharedSource, type UnitTask } from './serveBlocks.ts';
import { SweepInterrupted, type SweepProgress } from './sweepProgress.ts';
import { startWorkerPool } from './workerPool.ts';

/** Each worker has one unit in hand and one waiting, so that it never waits for a message. */
const unitsPerWorker = 2;

/** After this long a worker that was asked to stop is stopped; its unit is lost. */
const graceMilliseconds = 2000;

/**
 * Works on the blocks that a journal lacks, on worker threads, and appends them as they are done.
 *
 * @throws SweepInterrupted when the signal, a failing worker or a full disk ended it; the journal
 *   holds all that was done
 */
export async function runMissing(
  source: unknown,
  sweep: PreparedSweep,
  journal: Journal,
  options: RunSweepOptions & { readonly shard: Shard; readonly path: string },
): Promise<SweepProgress> {
  const { shard, path, signal } = options;
  const grid = sweepGrid(sweep);
  const blocks = shardBlocks(grid, shard);
  const missing = missingRanges(journal.entries, blocks);
  const points = pointsBetween(grid, shard, 0, blocks);
  let done = 0;
  let failed = 0;
  for (const entry of journal.entries) {
    done += pointsBetween(grid, shard, entry.from, entry.to);
    failed += entry.failed;
  }
  const before = done;
  const progress = (): SweepProgress => ({ points, done, before, failed });
  options.onProgress?.(progress());
  if (missing.length === 0) return progress();

  const left = missing.reduce((sum, { from, to }) => sum + to - from, 0);
  const workers = Math.max(1, Math.min(options.jobs ?? availableParallelism(), left));
  const units = workUnits(missing, workers);
  const pool = options.pool ?? (await startWorkerPool(workers, options));
  let stopped = false;
  const stop = async () => {
    stopped = true;
    await pool.stop();
  };
  const shared = sharedSource(source);
  const { format } = journalHead(path, sweep, shard);
  let trouble: unknown;
  let turn: Promise<void> = Promise.resolve();
  /** Takes units for a worker one after the other; several lanes keep it busy. */
  const lane = async (worker: number): Promise<void> => {
    while (trouble === undefined && !signal?.aborted) {
      const unit = units.next(worker);
      if (unit === undefined) return;
      const { from, to } = unit;
      try {
        const task: UnitTask = { source: shared, key: sweep.hash, shard, format, from, to };
        const { text, rows, failed: lost, milliseconds } = await pool.run(task, worker);
        units.took(unit, milliseconds);
        turn = turn.then(() => journal.append({ from, to, rows, failed: lost }, text));
        await turn;
        done += pointsBetween(grid, shard, from, to);
        failed += lost;
        options.onProgress?.(progress());
      } catch (error) {
        if (stopped) return;
        const first = blockPoints(grid, shard, from).first;
        const last = blockPoints(grid, shard, to - 1).end - 1;
        trouble ??= workerTrouble(fileTrouble(path, error), `points ${first} to ${last}`);
      }
    }
  };
  const onAbort = () => setTimeout(() => void stop(), graceMilliseconds).unref();
  signal?.addEventListener('abort', onAbort);
  try {
    await Promise.all(
      Array.from({ length: unitsPerWorker * workers }, (_, i) => lane(i % workers)),
    );
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (options.pool === undefined) await stop();
  }
  if (trouble === undefined && done === points) return progress();
  const reason = trouble instanceof Error ? trouble.message : 'stopped';
  throw new SweepInterrupted(
    `${reason}; ${done} of ${points} points are done and kept: --resume goes on`,
    progress(),
    { cause: trouble, ...(trouble === undefined ? signalOf(signal) : {}) },
  );
}

/** What became of a worker, in words. */
function workerTrouble(error: unknown, points: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new Error(`a worker ran out of memory at ${points} (fewer --jobs leave more for each)`);
  }
  if (/^worker exited with code/.test(message)) {
    return new Error(`a worker ended (${message.replace('worker exited with ', '')}) at ${points}`);
  }
  return error instanceof Error ? error : new Error(message);
}

/** The signal that an abort gives as its reason. */
function signalOf(signal: AbortSignal | undefined): { signal?: NodeJS.Signals } {
  const reason: unknown = signal?.reason;
  return reason === 'SIGINT' || reason === 'SIGTERM' ? { signal: reason } : {};
}
