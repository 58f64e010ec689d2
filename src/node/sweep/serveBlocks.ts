import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { blockPoints, type Shard } from '../../sweep/shard.ts';
import { sweepColumns, sweepGrid, sweepValues } from '../../sweep/sweepFile.ts';
import { textFormats } from '../rows/rowFormat.ts';

/** Blocks that a worker is asked for. */
export interface UnitTask {
  /** As the preparation of the sweep takes it. */
  readonly plan: unknown;
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
 * Makes the function that a worker thread exports: it prepares the sweep once and then answers with
 * the rows of the blocks that it is asked for, encoded, so that the main thread only has to store
 * them.
 *
 * @param prepare from the plan that was sent to the sweep
 * @example export default serveBlocks((plan) => prepareSweep(plan as SweepPlan))
 */
export function serveBlocks(
  prepare: (plan: unknown) => PreparedSweep | Promise<PreparedSweep>,
): (task: UnitTask) => Promise<UnitResult> {
  let held: { readonly key: string; readonly sweep: PreparedSweep } | undefined;
  return async ({ plan, key, shard, format, from, to }) => {
    if (held?.key !== key) held = { key, sweep: await prepare(plan) };
    const { sweep } = held;
    // The clock starts after the preparation, which only the first unit pays.
    const start = performance.now();
    const encode = textFormats[format].encoder(sweepColumns(sweep));
    const grid = sweepGrid(sweep);
    let text = '';
    let rows = 0;
    let failed = 0;
    for (let block = from; block < to; block++) {
      const { first, end } = blockPoints(grid, shard, block);
      for (const row of sweep.rows(first, end, 1)) {
        text += encode(sweepValues(row));
        rows++;
        if (row.status === 'failed') failed++;
      }
    }
    return { text: Buffer.from(text), rows, failed, milliseconds: performance.now() - start };
  };
}
