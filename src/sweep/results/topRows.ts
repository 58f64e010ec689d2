/** Keeps the best of rows that come one after the other. */
export interface TopRows<Row> {
  add(row: Row, value: number): void;
  /** Best first; of equal ones, the one that came first. */
  rows(): readonly Row[];
}

/**
 * The rows with the highest values, or the lowest, in memory for as many as are wanted.
 *
 * @param count how many are kept
 * @param order which are the best
 */
export function topRows<Row>(count: number, order: 'highest' | 'lowest'): TopRows<Row> {
  const sign = order === 'highest' ? 1 : -1;
  const kept: { readonly row: Row; readonly score: number }[] = [];
  return {
    add(row, value) {
      const score = sign * value;
      const last = kept.at(-1);
      if (kept.length === count && last !== undefined && !(score > last.score)) return;
      // The first that is worse makes room.
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (kept[middle]!.score >= score) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, { row, score });
      if (kept.length > count) kept.pop();
    },
    rows: () => kept.map(({ row }) => row),
  };
}
