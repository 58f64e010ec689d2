import { counterHash } from './counterHash.ts';

/**
 * One point of independent uniform numbers, by its index: no state is carried from point to point.
 *
 * @param index which point, 0 to 2⁵³ - 1
 * @param axes number of axes
 * @param seed integer; the same seed gives the same points
 * @returns a place above 0 and below 1 on each axis
 * @example monteCarloPoint(0, 3, 1).length // 3
 */
export function monteCarloPoint(index: number, axes: number, seed: number): number[] {
  const low = index % 2 ** 32;
  const high = Math.floor(index / 2 ** 32);
  return Array.from({ length: axes }, (_, axis) => {
    const a = counterHash(seed ^ Math.imul(high + 1, 0x2545f491), 2 * axis, low);
    const b = counterHash(seed ^ Math.imul(high + 1, 0x2545f491), 2 * axis + 1, low);
    // 53 bits, in the middle of their interval: neither end is met.
    return ((a >>> 5) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 53;
  });
}
