import { rm } from 'node:fs/promises';
import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { pointsBetween, type Shard, shardBlocks } from '../../sweep/shard.ts';
import { partPath, sweepGrid } from '../../sweep/sweepFile.ts';
import { fileTrouble } from '../rows/fileTrouble.ts';
import { rowFormatOf } from '../rows/rowFormat.ts';
import { lockOutput } from './outputLock.ts';
import { journalPath, openOwnJournal } from './ownJournal.ts';
import { runMissing } from './runMissing.ts';
import type { SweepProgress } from './sweepProgress.ts';
import type { WorkerPool, WorkerPoolOptions } from './workerPool.ts';
import { writeSweepFile } from './writeSweepFile.ts';

/** How a sweep is run. */
export interface RunSweepOptions extends WorkerPoolOptions {
  /** File for the rows: .ndjson, .csv or .parquet. */
  readonly output: string;
  /** Goes on where an earlier run stopped; starts where there was none. */
  readonly resume?: boolean;
  /** Replaces what is there. */
  readonly overwrite?: boolean;
  /** Only this part; its file is named after the output. */
  readonly shard?: Shard;
  /** Worker threads; as many as there are cores when left out. */
  readonly jobs?: number;
  /** Ends the run soon and in order: what is done is kept for `resume`. */
  readonly signal?: AbortSignal;
  /** Called as rows come in. */
  readonly onProgress?: (progress: SweepProgress) => void;
  /** Workers to use and to leave running; what stops the run before its points are done stops them. */
  readonly pool?: WorkerPool;
}

/** How a sweep ended. */
export interface SweepOutcome extends SweepProgress {
  /** File that the rows are in. */
  readonly path: string;
  readonly rows: number;
  /** Nothing was left to do. */
  readonly wasComplete: boolean;
}

const whole: Shard = { index: 1, count: 1 };

/**
 * Runs a sweep on the cores of this machine and writes its rows in order. Memory does not grow with
 * the number of points.
 *
 * Rows are appended to a journal beside the output as they are done, so that a kill loses no more
 * than the points in flight (a power cut at most those of the last second); the output appears under
 * its name when it is whole. A resumed run gives the same bytes as an unbroken one.
 *
 * @param source what the workers prepare the sweep from: plain data
 * @param sweep the same, prepared
 * @param options where to and how
 * @returns what was done
 * @throws UsageError when the output is another's, of another plan, or cannot be written;
 *   SweepInterrupted when the signal or a failing worker ended it early
 * @example
 * const sweep = await prepareSweep(plan);
 * await runSweep(sweep.source, sweep, { output: 'thickness.parquet' })
 */
export async function runSweep(
  source: unknown,
  sweep: PreparedSweep,
  options: RunSweepOptions,
): Promise<SweepOutcome> {
  const { shard = whole } = options;
  const path = options.shard ? partPath(options.output, shard) : options.output;
  rowFormatOf(path);
  const lock = await lockOutput(path).catch((error) => {
    throw fileTrouble(path, error);
  });
  try {
    const points = pointsBetween(sweepGrid(sweep), shard, 0, shardBlocks(sweepGrid(sweep), shard));
    const journal = await openOwnJournal(path, sweep, shard, options);
    if (journal === undefined) {
      const counts = { points, done: points, before: points, rows: 0, failed: 0 };
      return { path, ...counts, wasComplete: true };
    }
    let finished = false;
    try {
      const progress = await runMissing(source, sweep, journal, { ...options, shard, path });
      const { rows, failed } = await writeSweepFile(path, sweep, journal, options.shard);
      finished = true;
      return { path, ...progress, rows, failed, wasComplete: false };
    } finally {
      await journal.close();
      if (finished) await rm(journalPath(path), { force: true });
    }
  } finally {
    await lock.release();
  }
}
