import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridIndices } from '../../src/sweep/designs/gridIndices.ts';
import { latinHypercubePoint } from '../../src/sweep/designs/latinHypercube.ts';
import { permuteIndex } from '../../src/sweep/designs/permuteIndex.ts';

const indices = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('designs of a sweep', () => {
  test('a seeded permutation meets every place once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.integer(),
        fc.nat(9),
        (count, seed, stream) => {
          const places = new Set(indices(count).map((i) => permuteIndex(i, count, seed, stream)));
          expect(places.size).toBe(count);
          expect(Math.min(...places)).toBe(0);
          expect(Math.max(...places)).toBe(count - 1);
        },
      ),
    );
  });

  test('a Latin hypercube has one point in each interval of each axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer(), (count, seed) => {
        const points = indices(count).map((i) => latinHypercubePoint(i, count, 4, seed));
        for (let axis = 0; axis < 4; axis++) {
          const sorted = points.map((point) => point[axis]).sort((a, b) => a - b);
          for (const [k, place] of sorted.entries()) {
            expect(place).toBeGreaterThanOrEqual(k / count);
            expect(place).toBeLessThan((k + 1) / count);
          }
        }
      }),
    );
  });

  test('axes of a Latin hypercube are not correlated (five standard errors of 10,000 points)', () => {
    const points = indices(10_000).map((i) => latinHypercubePoint(i, 10_000, 3, 42));
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const sum = points.reduce((total, p) => total + (p[a] - 0.5) * (p[b] - 0.5), 0);
      expect(Math.abs((12 * sum) / points.length)).toBeLessThan(5 / Math.sqrt(points.length));
    }
  });

  test('the last axis of a grid runs fastest and every point can be asked for alone', () => {
    expect(indices(6).map((i) => gridIndices(i, [2, 3]))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(gridIndices(99_999_999, [10_000, 10_000])).toEqual([9999, 9999]);
  });

  test('points outside a design are refused', () => {
    expect(() => gridIndices(6, [2, 3])).toThrow(RangeError);
    expect(() => gridIndices(0, [2 ** 30, 2 ** 30])).toThrow('2^53');
    expect(() => permuteIndex(3, 3, 1, 0)).toThrow(RangeError);
    expect(() => permuteIndex(0, 0, 1, 0)).toThrow(RangeError);
  });
});
