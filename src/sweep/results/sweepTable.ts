import { UsageError } from '../../cell/errors.ts';
import { didYouMean } from '../../cell/nearest.ts';
import type { SweepColumn } from '../preparedSweep.ts';
import { sweepContents } from '../sweepFile.ts';

/** What the columns of a file of a sweep are. */
export interface SweepTableHead {
  /** Without point, status and error. */
  readonly columns: readonly SweepColumn[];
  /** Number of inputs, which come first. */
  readonly inputs: number;
  /** Rows in the file, and how many of them failed. */
  readonly rows: number;
  readonly failed: number;
}

/**
 * Tells inputs from outputs in a file of a sweep.
 *
 * @param head of the file
 * @returns undefined when it is a file of something else
 */
export function sweepTableHead(head: {
  readonly columns: readonly SweepColumn[];
  readonly metadata: Readonly<Record<string, unknown>>;
}): SweepTableHead | undefined {
  const contents = sweepContents(head.metadata);
  const plan = head.metadata.plan as { vary?: object; let?: object } | undefined;
  const columns = head.columns.slice(1, -2);
  const ends = [head.columns[0], ...head.columns.slice(-2)].map((one) => one?.name).join();
  if (contents === undefined || ends !== 'point,status,error') return undefined;
  const inputs = Object.keys(plan?.vary ?? {}).length + Object.keys(plan?.let ?? {}).length;
  if (!(inputs <= columns.length)) return undefined;
  return { columns, inputs, rows: contents.rows, failed: contents.failed };
}

/**
 * Finds a column of numbers by its name, with the unit or without.
 *
 * @param said the option, for messages
 * @returns its place
 * @throws UsageError for one that is not there, with the nearest
 * @example findColumn([{ name: 'voc_V', kind: 'number' }], 'voc', '--by') // 0
 */
export function findColumn(columns: readonly SweepColumn[], name: string, said: string): number {
  const names = columns.map((column) => column.name);
  let place = names.indexOf(name);
  if (place < 0) {
    const longer = names.filter((one) => one.startsWith(`${name}_`));
    if (longer.length === 1) place = names.indexOf(longer[0]!);
  }
  if (place < 0) {
    const short = names.map((one) => one.replace(/_[^.]*$/, ''));
    const hint = didYouMean(name, [...short, ...names]) || `; there are ${names.join(', ')}`;
    throw new UsageError(`${said} ${name}: no column has this name${hint}`);
  }
  if (columns[place]!.kind === 'text') {
    throw new UsageError(`${said} ${name}: is a column of words, not of numbers`);
  }
  return place;
}
