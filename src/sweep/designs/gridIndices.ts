/**
 * Which value of each axis a point of a full grid has; the last axis runs fastest, so that
 * consecutive points are neighbours.
 *
 * @param index which point, from 0 to the product of the lengths - 1
 * @param lengths number of values of each axis, at least 1; their product at most 2⁵³ - 1
 * @returns the index of the value on each axis
 * @throws RangeError if the grid is too large or the index is not a point of it
 * @example gridIndices(5, [2, 3]) // [1, 2]
 */
export function gridIndices(index: number, lengths: readonly number[]): number[] {
  const count = lengths.reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(count)) throw new RangeError('a grid has at most 2^53 - 1 points');
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    throw new RangeError(`point ${index} is not one of the ${count} points of the grid`);
  }
  const indices = new Array<number>(lengths.length);
  let rest = index;
  for (let axis = lengths.length - 1; axis >= 0; axis--) {
    indices[axis] = rest % lengths[axis];
    rest = Math.floor(rest / lengths[axis]);
  }
  return indices;
}
