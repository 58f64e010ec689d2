import { counterHash } from './counterHash.ts';
import { permuteIndex } from './permuteIndex.ts';

/**
 * One point of a Latin hypercube: of `count` points each axis has exactly one in every interval
 * [k/count, (k+1)/count). Any point can be asked for alone, in constant memory.
 *
 * @param index which point, from 0 to count - 1
 * @param count points in all, 1 to 2⁵⁰
 * @param axes number of axes
 * @param seed integer; the same seed gives the same points
 * @returns a place from 0 (included) to 1 (excluded) on each axis
 * @throws RangeError if index is not a whole number below count, or count is outside 1 to 2⁵⁰
 * @see M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239, doi:10.2307/1268522
 * @example latinHypercubePoint(0, 100, 3, 1).length // 3
 */
export function latinHypercubePoint(
  index: number,
  count: number,
  axes: number,
  seed: number,
): number[] {
  return Array.from({ length: axes }, (_, axis) => {
    const stratum = permuteIndex(index, count, seed, axis);
    // The stratum's low bits choose the jitter; a separate stream keeps it apart from the order.
    const jitter = counterHash(seed ^ 0x6a09e667, axis, stratum) / 2 ** 32;
    const place = (stratum + jitter) / count;
    // Rounding may reach the next stratum where intervals are near the last bit of a double.
    return place < (stratum + 1) / count ? place : stratum / count;
  });
}
