import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { exp, expm1 } from '../../src/physics/exponential.ts';

const number = (size: number) => fc.double({ min: -size, max: size, noNaN: true });

it('exp keeps 15 digits and fulfils exp(x + y) = exp(x) exp(y)', () => {
  fc.assert(
    fc.property(number(700), number(1), (x, y) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
      // Of x + y but half a bit of its last digit is known.
      const known = 1e-15 + Math.abs(x) * 2e-16;
      expect(Math.abs(exp(x + y) / (exp(x) * exp(y)) - 1)).toBeLessThan(2 * known);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  [0, 1],
  [1, Math.E],
  [-1, 0.36787944117144233],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, 0],
])('exp(%d)', (x, value) => {
  expect(exp(x)).toBeCloseTo(value, 15);
});

it('expm1 keeps 13 digits, however small', () => {
  fc.assert(
    fc.property(number(1), fc.integer({ min: -300, max: 2 }), (x, power) => {
      const y = x * 10 ** power;
      if (y === 0) return;
      expect(Math.abs(expm1(y) / Math.expm1(y) - 1)).toBeLessThan(1e-13);
    }),
    { numRuns: 1000 },
  );
});
