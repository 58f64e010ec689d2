import type { SweepColumn } from '../preparedSweep.ts';
import { type Sensitivity, sensitivityStudy } from './sensitivity.ts';
import { thinnedRows } from './thinnedRows.ts';
import { topRows } from './topRows.ts';

/** Values of a row in the order of the columns. */
export type TableRow = readonly (number | string | null)[];

/** What is asked of the rows of a sweep. */
export interface BestRequest {
  readonly columns: readonly SweepColumn[];
  /** Number of inputs, which come first. */
  readonly inputs: number;
  /** Column that decides. */
  readonly by: number;
  readonly order: 'highest' | 'lowest';
  readonly top: number;
  /** Rows that are kept for a picture. */
  readonly drawn: number;
}

/** The best rows of a sweep, and what decides them. */
export interface Best {
  /** Rows with a value in the column that decides. */
  readonly rows: number;
  readonly top: readonly TableRow[];
  readonly sensitivity: Sensitivity;
  /** Rows for a picture, and every how manieth they are. */
  readonly drawn: readonly TableRow[];
  readonly every: number;
}

/**
 * Goes through the rows of a sweep once, in memory that does not grow with their number.
 *
 * @param request what is asked
 * @param batches rows as a file gives them
 */
export async function bestOf(
  { columns, inputs, by, order, top, drawn }: BestRequest,
  batches: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
): Promise<Best> {
  const best = topRows<TableRow>(top, order);
  const picture = thinnedRows<TableRow>(drawn);
  const varied = columns.slice(0, inputs);
  const study = sensitivityStudy(
    varied.map(({ name }) => name),
    varied.map(({ kind }) => kind),
  );
  let rows = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      const value = row[by];
      if (typeof value !== 'number') continue;
      rows++;
      best.add(row, value);
      study.add(row.slice(0, inputs), value);
      picture.add(row);
    }
  }
  const kept = { drawn: picture.rows(), every: picture.every() };
  return { rows, top: best.rows(), sensitivity: study.result(), ...kept };
}
