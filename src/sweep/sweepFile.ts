import type { PreparedSweep, SweepRow } from './preparedSweep.ts';
import type { BlockGrid, Shard } from './shard.ts';

/** Schema of a file with the rows of a sweep, or of one of its parts. */
export const sweepSchema = 'solarcell.sweep/1';

/** What a file of a sweep says about the rows in it, beside how they were made. */
export interface SweepContents {
  /** Of the plan, the cell and all else that the rows depend on. */
  readonly hash: string;
  /** Points of the whole plan, those left out by conditions among them. */
  readonly points: number;
  readonly block_size: number;
  /** Rows in this file, and how many of them failed. */
  readonly rows: number;
  readonly failed: number;
  /** Where the file is one part of several. */
  readonly shard?: Shard;
}

/** Columns of a file of a sweep: which point, its inputs and outputs, and how it went. */
export function sweepColumns(sweep: Pick<PreparedSweep, 'columns'>) {
  return [
    { name: 'point', kind: 'number' },
    ...sweep.columns,
    { name: 'status', kind: 'text' },
    { name: 'error', kind: 'text' },
  ] as const;
}

/** A row of a sweep in the order of {@link sweepColumns}. */
export function sweepValues({ point, values, status, error }: SweepRow) {
  return [point, ...values, status, error];
}

/** Points and blocks of a sweep. */
export function sweepGrid(sweep: Pick<PreparedSweep, 'count' | 'blockSize'>): BlockGrid {
  return { points: sweep.count, blockSize: sweep.blockSize };
}

/** What a file of a sweep says about its rows; undefined when it is no such file. */
export function sweepContents(
  metadata: Readonly<Record<string, unknown>>,
): SweepContents | undefined {
  const found = metadata.contents as Partial<SweepContents> | undefined;
  if (typeof found?.hash !== 'string') return undefined;
  const { hash, points, block_size, rows, failed, shard } = found;
  if (![points, block_size, rows, failed].every(Number.isSafeInteger)) return undefined;
  const known = { hash, points: points!, block_size: block_size!, rows: rows!, failed: failed! };
  return shard === undefined ? known : { ...known, shard };
}

/**
 * Name of the file of a part, beside that of the whole.
 *
 * @example partPath('sweep.csv', { index: 3, count: 64 }) // 'sweep.part-3-of-64.csv'
 */
export function partPath(output: string, { index, count }: Shard): string {
  const dot = /\.[^./\\]*$/.exec(output)?.index ?? output.length;
  return `${output.slice(0, dot)}.part-${index}-of-${count}${output.slice(dot)}`;
}
