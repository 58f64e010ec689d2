import type { BlockRange } from './blockRanges.ts';

/** Hands out blocks in order, as many at a time as keep a worker busy for a while. */
export interface WorkUnits {
  /** The next blocks to work on; undefined when none is left. */
  next(): BlockRange | undefined;
  /** Tells how long a unit took. */
  took(unit: BlockRange, milliseconds: number): void;
}

/**
 * A message to a worker costs some 50 us, and what is in flight is lost by a kill: a unit of this
 * length makes both small.
 */
const unitMilliseconds = 100;

/**
 * Cuts the blocks that are left into units of about a tenth of a second, by the time that earlier
 * units took, and into shorter ones near the end so that all workers finish together. What the
 * blocks hold does not depend on the cut.
 *
 * @param missing ranges of blocks in order
 * @param workers number of workers
 */
export function workUnits(missing: readonly BlockRange[], workers: number): WorkUnits {
  let range = 0;
  let place = missing[0]?.from ?? 0;
  let left = missing.reduce((sum, { from, to }) => sum + to - from, 0);
  let size = 1;
  return {
    next: () => {
      while (range < missing.length && place >= missing[range]!.to) {
        range++;
        place = missing[range]?.from ?? 0;
      }
      const current = missing[range];
      if (current === undefined) return undefined;
      const fair = Math.max(1, Math.floor(left / (4 * workers)));
      const to = Math.min(current.to, place + Math.min(size, fair));
      const unit = { from: place, to };
      left -= to - place;
      place = to;
      return unit;
    },
    took: ({ from, to }, milliseconds) => {
      const wanted = Math.round((unitMilliseconds * (to - from)) / Math.max(milliseconds, 0.01));
      // No faster than by doubling: the first unit also prepared its worker.
      size = Math.max(1, Math.min(wanted, 2 * size));
    },
  };
}
