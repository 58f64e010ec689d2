import { deserialize, serialize } from 'node:v8';
import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { blockPoints, type Shard } from '../../sweep/shard.ts';
import { sweepColumns, sweepGrid, sweepValues } from '../../sweep/sweepFile.ts';
import { textFormats } from '../rows/rowFormat.ts';

/** Blocks that a worker is asked for. */
export interface UnitTask {
  /** What the sweep is prepared from, by {@link sharedSource}. */
  readonly source: Uint8Array;
  /** The same plan has the same key: it is prepared once. */
  readonly key: string;
  readonly shard: Shard;
  readonly format: keyof typeof textFormats;
  readonly from: number;
  readonly to: number;
}

/** Their rows, as text. */
export interface UnitResult {
  readonly text: Uint8Array;
  readonly rows: number;
  readonly failed: number;
  readonly milliseconds: number;
}

/**
 * Puts what a sweep is prepared from into memory that all threads share: a task carries it at no cost,
 * and each worker reads it once.
 *
 * @param source plain data
 */
export function sharedSource(source: unknown): Uint8Array {
  const bytes = serialize(source);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/**
 * Makes the function that a worker thread exports: it prepares the sweep once and then answers with
 * the rows of the blocks that it is asked for, encoded, so that the main thread only has to store
 * them.
 *
 * @param prepare from the source that was given to `runSweep` to the sweep
 * @example export default serveBlocks((source) => prepareFrom(source as SweepSource))
 */
export function serveBlocks(
  prepare: (source: unknown) => PreparedSweep | Promise<PreparedSweep>,
): (task: UnitTask) => Promise<UnitResult> {
  let held: { readonly key: string; readonly sweep: PreparedSweep } | undefined;
  return async ({ source, key, shard, format, from, to }) => {
    if (held?.key !== key) held = { key, sweep: await prepare(deserialize(source.slice())) };
    const { sweep } = held;
    // The clock starts after the preparation, which only the first unit pays.
    const start = performance.now();
    const encode = textFormats[format].encoder(sweepColumns(sweep));
    const grid = sweepGrid(sweep);
    const texts: Buffer[] = [];
    let rows = 0;
    let failed = 0;
    for (let block = from; block < to; block++) {
      const { first, end } = blockPoints(grid, shard, block);
      // A text that grows is a tree of its pieces, which the collector of garbage would carry along.
      let text = '';
      for (const row of sweep.rows(first, end, 1)) {
        text += encode(sweepValues(row));
        rows++;
        if (row.status === 'failed') failed++;
      }
      texts.push(Buffer.from(text));
    }
    return { text: Buffer.concat(texts), rows, failed, milliseconds: performance.now() - start };
  };
}
