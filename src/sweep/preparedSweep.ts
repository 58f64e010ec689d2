/** Column of a sweep: the name carries the unit (`efficiency_pct`). */
export interface SweepColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
}

/** One point's row. */
export interface SweepRow {
  /** Which point of the design, from 0. */
  readonly point: number;
  readonly status: 'ok' | 'failed';
  /** Why it failed, in one line. */
  readonly error: string | null;
  /** By column order; null where there is none. */
  readonly values: readonly (number | string | null)[];
}

/** A plan with its cells read and its laws compiled: what a worker evaluates. */
export interface PreparedSweep {
  /** Of everything that decides the rows: plan, contents of the files it names, program version. */
  readonly hash: string;
  /** Points of the design, before conditions. */
  readonly count: number;
  /**
   * Points k blockSize to (k + 1) blockSize - 1 are one block: it begins anew and solves each
   * point from the last, so that rows are the same, bit by bit, whichever worker or shard they come
   * from. Whole blocks are the cheapest to ask for: a point inside one costs those before it too.
   */
  readonly blockSize: number;
  readonly columns: readonly SweepColumn[];
  /** Plan, version, hashes of files, seed: JSON. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Rows of points first, first + step, ... below end, in that order; a point that the conditions exclude gives none. */
  rows(first: number, end: number, step: number): Generator<SweepRow>;
}
