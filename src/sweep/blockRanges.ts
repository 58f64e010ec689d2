/** Blocks `from` to `to` - 1. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What is left of `total` blocks beside those that are done.
 *
 * @param done ranges that do not overlap, in any order
 * @returns ranges in order
 * @throws RangeError when two of them overlap or one is out of bounds
 */
export function missingRanges(done: readonly BlockRange[], total: number): BlockRange[] {
  const missing: BlockRange[] = [];
  let next = 0;
  for (const { from, to } of done.toSorted((a, b) => a.from - b.from)) {
    if (from < next || to <= from || to > total) {
      throw new RangeError(`blocks ${from} to ${to} of ${total} are doubled or out of bounds`);
    }
    if (from > next) missing.push({ from: next, to: from });
    next = to;
  }
  if (next < total) missing.push({ from: next, to: total });
  return missing;
}
