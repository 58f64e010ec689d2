/** A value of a row: `null` where there is none. */
export type RowValue = number | string | null;

/** A column of a file of rows; its name carries the unit. */
export interface RowColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
}

/** What stands in a file before its rows. */
export interface RowHead {
  /** Which kind of file it is: `solarcell.sweep/1`. */
  readonly schema: string;
  readonly columns: readonly RowColumn[];
  /** How the rows were made: version, plan, hashes, seed. Plain JSON. */
  readonly metadata: Readonly<Record<string, unknown>>;
}
