import { setImmediate } from 'node:timers/promises';
import { parseSweepPlan, type WrittenPlan } from '../../sweep/parsePlan.ts';
import type { FieldReader } from '../../sweep/readFields.ts';
import type { SweepField } from '../../sweep/sweepField.ts';
import { prepareSweep } from '../prepareSweep.ts';

/** One point of a sweep: its inputs and results by the names of their columns, units in the names. */
export interface SweepRecord {
  /** Which point of the design, from 0. */
  readonly point: number;
  readonly status: 'ok' | 'failed';
  /** Why it failed, in one line. */
  readonly error: string | null;
  /** null where there is none. */
  readonly values: Readonly<Record<string, number | string | null>>;
}

/** How a plan is swept without files. */
export interface SweepOptions {
  /**
   * Year of weather and mounting, for `target: energy`; its numbers are axes by the names of the
   * options of `compare`: `tilt`, `azimuth`, `gcr`, `albedo`, ...
   */
  readonly field?: SweepField;
  /** Ends the rows between two blocks of points. */
  readonly signal?: AbortSignal;
}

/**
 * Calculates a cell over any of its parameters, point by point, in this thread and without files.
 * `runSweep` does the same on all cores into a file.
 *
 * Rows come in the order of the points; those that conditions leave out do not come. Memory does not
 * grow with their number, and a loop may end early. Between blocks of points others have their turn.
 *
 * @param plan a plan as the text of a YAML file, or the same as an object; paths in it are relative
 *   to where the program runs
 * @param options weather for a yearly energy; a signal
 * @returns a row for each point; one that fails says why
 * @throws UsageError or DataError for a plan that cannot be, before the first row; the signal's
 *   reason once it is aborted
 * @example
 * const plan = { cell: 'shj', vary: { 'wafer.thickness': '100um:160um:20um' } };
 * for await (const { values } of sweep(plan)) console.log(values.efficiency_pct);
 */
export async function* sweep(
  plan: WrittenPlan | string,
  { field, signal }: SweepOptions = {},
): AsyncGenerator<SweepRecord, void, undefined> {
  const parsed = parseSweepPlan(plan);
  const given: FieldReader | undefined = field && { read: async () => field, words: {} };
  const prepared = await prepareSweep(field ? { ...parsed, field: {} } : parsed, given);
  const { columns, count, blockSize } = prepared;
  for (let first = 0; first < count; first += blockSize) {
    signal?.throwIfAborted();
    for (const row of prepared.rows(first, Math.min(first + blockSize, count), 1)) {
      const { point, status, error } = row;
      const values = Object.fromEntries(columns.map(({ name }, i) => [name, row.values[i]!]));
      yield { point, status, error, values };
    }
    await setImmediate();
  }
}
