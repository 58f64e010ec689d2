import { counterHash } from './counterHash.ts';

/** Rounds of the Feistel network; Luby and Rackoff need four, two more for short halves. */
const rounds = 6;

/**
 * Where a seeded permutation of 0 … count - 1 sends an index, without the permutation being stored:
 * a Feistel network over the next even number of bits, walked until it falls below `count`.
 *
 * @param index from 0 to count - 1
 * @param count length of the permutation, 1 to 2⁵⁰
 * @param seed integer; another seed is another permutation
 * @param stream which of several independent permutations of one seed
 * @returns an integer from 0 to count - 1, each for exactly one index
 * @throws RangeError if index is not a whole number below count, or count is outside 1 to 2⁵⁰
 * @see J. Black, P. Rogaway, CT-RSA 2002, LNCS 2271, 114, doi:10.1007/3-540-45760-7_9 (cycle walking)
 * @example [0, 1, 2].map((i) => permuteIndex(i, 3, 7, 0)).sort() // [0, 1, 2]
 */
export function permuteIndex(index: number, count: number, seed: number, stream: number): number {
  if (!(Number.isInteger(count) && count >= 1 && count <= 2 ** 50)) {
    throw new RangeError(`a permutation has 1 to 2^50 places, not ${count}`);
  }
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    throw new RangeError(`index ${index} is outside 0 to ${count - 1}`);
  }
  let half = 2;
  while (half * half < count) half *= 2;
  let place = index;
  do {
    let left = Math.floor(place / half);
    let right = place % half;
    for (let round = 0; round < rounds; round++) {
      const next = (left ^ counterHash(seed, stream * rounds + round, right)) & (half - 1);
      left = right;
      right = next;
    }
    place = left * half + right;
  } while (place >= count);
  return place;
}
