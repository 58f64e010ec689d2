/**
 * 32 well-mixed bits from a seed and two counters: the same for the same three numbers on every
 * machine, without a state that would have to be carried from point to point.
 *
 * @param seed any integer, taken modulo 2³²
 * @param stream which of several independent sequences (an axis, a round), modulo 2³²
 * @param counter place in the sequence, modulo 2³²
 * @returns an integer from 0 to 2³² - 1
 * @see The finaliser of MurmurHash3 (A. Appleby, public domain), applied after each number
 * @example counterHash(1, 0, 0) === counterHash(1, 0, 0) // true
 */
export function counterHash(seed: number, stream: number, counter: number): number {
  return mix(mix(mix(seed | 0) ^ Math.imul(stream + 1, 0x9e3779b1)) ^ counter) >>> 0;
}

function mix(value: number): number {
  let h = value + 0x7f4a7c15;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
