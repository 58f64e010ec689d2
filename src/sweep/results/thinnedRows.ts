/** A share of rows, spread evenly over all that came. */
export interface ThinnedRows<Row> {
  add(row: Row): void;
  rows(): readonly Row[];
  /** Every how manieth was kept. */
  every(): number;
}

/**
 * Keeps all rows while there are few, then every second, every fourth, ... so that memory is bounded.
 *
 * @param most rows that are kept at most, at least 2
 */
export function thinnedRows<Row>(most: number): ThinnedRows<Row> {
  let kept: Row[] = [];
  let every = 1;
  let count = 0;
  return {
    add(row) {
      if (count++ % every !== 0) return;
      if (kept.length === most) {
        kept = kept.filter((_, i) => i % 2 === 0);
        every *= 2;
        if ((count - 1) % every !== 0) return;
      }
      kept.push(row);
    },
    rows: () => kept,
    every: () => every,
  };
}
