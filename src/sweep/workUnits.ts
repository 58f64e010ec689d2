import type { BlockRange } from './blockRanges.ts';

/** Hands out blocks, as many at a time as keep a worker busy for a while. */
export interface WorkUnits {
  /** The next blocks for a worker, from 0; undefined when none is left. */
  next(worker: number): BlockRange | undefined;
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
 * units took. Each worker goes through a stretch of its own, so that what neighbours share (optics,
 * skins, maps of a cell) is set up by one of them; one that has finished takes the second half of the
 * longest stretch that is left. Units are shorter near the end so that all finish together. What the
 * blocks hold does not depend on the cut.
 *
 * @param missing ranges of blocks in order
 * @param workers number of workers
 */
export function workUnits(missing: readonly BlockRange[], workers: number): WorkUnits {
  let left = length(missing);
  const stretches = equalStretches(missing, left, workers);
  let size = 1;
  return {
    next: (worker) => {
      if (left === 0) return undefined;
      if (stretches[worker]!.length === 0) {
        const longest = stretches.reduce((a, b) => (length(b) > length(a) ? b : a));
        const [theirs, own] = equalStretches(longest, length(longest), 2) as [Stretch, Stretch];
        stretches[stretches.indexOf(longest)] = theirs;
        stretches[worker] = own;
      }
      const own = stretches[worker]!;
      const [{ from, to: end }] = own as [BlockRange];
      const fair = Math.max(1, Math.floor(left / (4 * workers)));
      const to = Math.min(end, from + Math.min(size, fair));
      if (to < end) own[0] = { from: to, to: end };
      else own.shift();
      left -= to - from;
      return { from, to };
    },
    took: ({ from, to }, milliseconds) => {
      const wanted = Math.round((unitMilliseconds * (to - from)) / Math.max(milliseconds, 0.01));
      // No faster than by doubling: the first unit also prepared its worker.
      size = Math.max(1, Math.min(wanted, 2 * size));
    },
  };
}

/** Ranges in order. */
type Stretch = BlockRange[];

function length(ranges: readonly BlockRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Cuts ranges into stretches of equal length; where that cannot be, the last ones are longer. */
function equalStretches(ranges: readonly BlockRange[], blocks: number, count: number): Stretch[] {
  const stretches: Stretch[] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const { from, to } of ranges) {
    for (let place = from; place < to; ) {
      const s = Math.floor(((before + 1) * count - 1) / blocks);
      const end = Math.floor(((s + 1) * blocks) / count);
      const next = Math.min(to, place + end - before);
      stretches[s]!.push({ from: place, to: next });
      before += next - place;
      place = next;
    }
  }
  return stretches;
}
