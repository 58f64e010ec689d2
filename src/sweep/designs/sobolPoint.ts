import { counterHash } from './counterHash.ts';
import { sobolNumbers } from './sobolNumbers.ts';

/** Bits of a coordinate: as many points as the sequence has. */
const bits = 32;
/** Axes that there are direction numbers for. */
export const mostSobolAxes = sobolNumbers.length + 1;

const directions: Uint32Array[] = [];

/** Direction numbers of an axis, as fractions of 2³². */
function directionsOf(axis: number): Uint32Array {
  const known = directions[axis];
  if (known !== undefined) return known;
  const v = new Uint32Array(bits);
  if (axis === 0) {
    for (let k = 0; k < bits; k++) v[k] = 1 << (bits - 1 - k);
  } else {
    const [s, a, ...m] = sobolNumbers[axis - 1] as [number, number, ...number[]];
    for (let k = 0; k < bits; k++) {
      if (k < s) {
        v[k] = m[k]! << (bits - 1 - k);
        continue;
      }
      let next = v[k - s]! ^ (v[k - s]! >>> s);
      for (let i = 1; i < s; i++) if ((a >>> (s - 1 - i)) & 1) next ^= v[k - i]!;
      v[k] = next;
    }
  }
  directions[axis] = v;
  return v;
}

/**
 * One point of Sobol's sequence, its digits scrambled after Owen: any 2^m points from a multiple of
 * 2^m on fill every elementary interval alike, more evenly than chance would. Any point can be asked
 * for alone, in constant memory. The sequence is in the order of its plain index (no Gray code).
 *
 * @param index which point, 0 to 2³² - 1
 * @param axes number of axes, at most 53
 * @param seed integer; the same seed gives the same points. Without one the sequence is as published
 * @returns a place from 0 (included) to 1 (excluded) on each axis
 * @throws RangeError for an index or a number of axes out of range
 * @see S. Joe, F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359 (directions)
 * @see A. B. Owen, in Monte Carlo and Quasi-Monte Carlo Methods, Lecture Notes in Statistics 106
 *   (1995) 299, doi:10.1007/978-1-4612-2552-2_19 (nested scrambling)
 * @example sobolPoint(1, 2) // [0.5, 0.5]
 */
export function sobolPoint(index: number, axes: number, seed?: number): number[] {
  if (!(Number.isInteger(index) && index >= 0 && index < 2 ** bits)) {
    throw new RangeError(`point ${index} of Sobol's sequence is outside 0 to 2^32 - 1`);
  }
  if (!(axes <= mostSobolAxes)) {
    throw new RangeError(`Sobol's sequence has directions for ${mostSobolAxes} axes, not ${axes}`);
  }
  return Array.from({ length: axes }, (_, axis) => {
    const v = directionsOf(axis);
    let x = 0;
    for (let k = 0, rest = index; rest > 0; k++, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) x ^= v[k]!;
    }
    const place = seed === undefined ? x >>> 0 : scrambled(x >>> 0, seed, axis);
    return place / 2 ** bits;
  });
}

/** Each digit is flipped by a coin that the digits above it have cast: Owen's scrambling itself. */
function scrambled(x: number, seed: number, axis: number): number {
  let result = 0;
  for (let digit = 0; digit < bits; digit++) {
    const shift = bits - 1 - digit;
    const above = digit === 0 ? 0 : x >>> (shift + 1);
    // The same leading digits at different depths are different nodes of the tree.
    const coin = counterHash(seed ^ Math.imul(digit + 1, 0x632be5ab), axis, above) & 1;
    result |= (((x >>> shift) & 1) ^ coin) << shift;
  }
  return result >>> 0;
}
