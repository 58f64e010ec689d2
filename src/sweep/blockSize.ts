/** How many points a block has: where nothing else decides, and at most. */
export interface BlockLength {
  readonly usual: number;
  readonly most: number;
}

/**
 * Points of a block. On a grid a block holds whole rows of its innermost axes where it can: what is
 * set up for a row (optics, mesh) is then set up once, by one worker.
 *
 * @param lengths values of each axis of a grid, the fastest last; of another design none
 * @returns the number of points, from `usual` to `most`
 * @example blockSize({ usual: 16, most: 64 }, [25, 20, 20]) // 20: a row
 * @example blockSize({ usual: 16, most: 64 }, [10, 1000]) // 50: a twentieth of a row
 * @example blockSize({ usual: 16, most: 64 }, [25, 20, 3]) // 60: a plane
 */
export function blockSize({ usual, most }: BlockLength, lengths: readonly number[]): number {
  let row = 1;
  for (const length of lengths.toReversed()) {
    if (row >= usual) break;
    const share = largestDivisor(length, Math.floor(most / row));
    row *= share;
    if (share < length) break;
  }
  return Math.max(row, usual);
}

function largestDivisor(whole: number, most: number): number {
  let divisor = Math.min(whole, most);
  while (whole % divisor !== 0) divisor--;
  return divisor;
}
