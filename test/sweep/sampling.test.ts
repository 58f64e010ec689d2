import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Distribution, quantile } from '../../src/sweep/designs/distributions.ts';
import { monteCarloPoint } from '../../src/sweep/designs/monteCarloPoint.ts';
import { normalQuantile } from '../../src/sweep/designs/normalQuantile.ts';
import { mostSobolAxes, sobolPoint } from '../../src/sweep/designs/sobolPoint.ts';

/**
 * Squared L2-star discrepancy.
 *
 * @see T. T. Warnock, in Applications of Number Theory to Numerical Analysis (Academic Press 1972) 319
 */
function discrepancy(points: readonly (readonly number[])[]): number {
  const n = points.length;
  const s = points[0]!.length;
  let single = 0;
  let pairs = 0;
  for (const x of points) {
    single += x.reduce((product, u) => product * (1 - u * u), 1);
    for (const y of points) {
      pairs += x.reduce((product, u, k) => product * (1 - Math.max(u, y[k]!)), 1);
    }
  }
  return 3 ** -s - (2 ** (1 - s) / n) * single + pairs / (n * n);
}

describe("Sobol's sequence", () => {
  test('its first ten points in two dimensions are those published, up to their order', () => {
    // In Gray code's order: randtoolbox 2.0, sobol(10, 2); here in that of the plain index.
    const published = [
      [0.5, 0.5],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.375, 0.375],
      [0.875, 0.875],
      [0.625, 0.125],
      [0.125, 0.625],
      [0.1875, 0.3125],
      [0.6875, 0.8125],
      [0.9375, 0.0625],
    ];
    const gray = published.map((_, i) => sobolPoint((i + 1) ^ ((i + 1) >> 1), 2));
    expect(gray).toEqual(published);
  });

  test('each axis meets every interval of a power of two once, scrambled or not', () => {
    for (const seed of [undefined, 1, 77]) {
      const points = Array.from({ length: 64 }, (_, i) => sobolPoint(i, mostSobolAxes, seed));
      for (let axis = 0; axis < mostSobolAxes; axis++) {
        const strata = new Set(points.map((point) => Math.floor(point[axis]! * 64)));
        expect(strata.size, `axis ${axis}`).toBe(64);
      }
    }
  });

  test('the first two axes are a (0, m, 2)-net: every elementary box of 2^-m holds one point', () => {
    const points = Array.from({ length: 64 }, (_, i) => sobolPoint(i, 2, 5));
    for (let k = 0; k <= 6; k++) {
      const boxes = new Set(
        points.map(([x, y]) => `${Math.floor(x! * 2 ** k)},${Math.floor(y! * 2 ** (6 - k))}`),
      );
      expect(boxes.size).toBe(64);
    }
  });

  test('fills the cube at least twice as evenly as chance', () => {
    const points = (seed: number) => Array.from({ length: 256 }, (_, i) => sobolPoint(i, 4, seed));
    const chance = (seed: number) =>
      Array.from({ length: 256 }, (_, i) => monteCarloPoint(i, 4, seed));
    for (const seed of [1, 2, 3]) {
      expect(Math.sqrt(discrepancy(points(seed)))).toBeLessThan(
        0.5 * Math.sqrt(discrepancy(chance(seed))),
      );
    }
  });

  test('refuses more axes and points than it has', () => {
    expect(() => sobolPoint(0, 54, 1)).toThrow('53 axes');
    expect(() => sobolPoint(2 ** 32, 2, 1)).toThrow('2^32');
  });
});

test('independent points are uniform on each axis and uncorrelated', () => {
  const points = Array.from({ length: 4096 }, (_, i) => monteCarloPoint(i, 3, 9));
  const mean = (f: (point: readonly number[]) => number) =>
    points.reduce((sum, point) => sum + f(point), 0) / points.length;
  for (let a = 0; a < 3; a++) {
    // Four standard errors: 0.289 / 64 each.
    expect(Math.abs(mean((p) => p[a]!) - 0.5)).toBeLessThan(0.018);
    for (let b = 0; b < a; b++) {
      const covariance = mean((p) => (p[a]! - 0.5) * (p[b]! - 0.5));
      expect(Math.abs(covariance)).toBeLessThan(4 / 12 / 64);
    }
  }
  expect(new Set(points.map(([x]) => x)).size).toBe(points.length);
});

test('the normal quantile is that of the tables', () => {
  // M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, table 26.5
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10);
});

describe('distributions', () => {
  const cases: [Distribution, number, number][] = [
    [{ name: 'uniform', parameters: [2, 5] }, 3.5, 9 / 12],
    [{ name: 'loguniform', parameters: [1, 10] }, 9 / Math.LN10, 0],
    [{ name: 'normal', parameters: [160, 5] }, 160, 25],
    [
      { name: 'lognormal', parameters: [2, 1.5] },
      2 * Math.exp(Math.log(1.5) ** 2 / 2),
      4 * Math.exp(Math.log(1.5) ** 2) * (Math.exp(Math.log(1.5) ** 2) - 1),
    ],
    [{ name: 'triangular', parameters: [1, 2, 6] }, 3, (1 + 4 + 36 - 2 - 12 - 6) / 18],
  ];
  cases[1]![2] = 99 / (2 * Math.LN10) - (9 / Math.LN10) ** 2;

  test.each(cases)('%o has its mean and variance', (distribution, mean, variance) => {
    const n = 20_000;
    let [sum, square] = [0, 0];
    for (let i = 0; i < n; i++) {
      const x = quantile(distribution, (i + 0.5) / n) - mean;
      sum += x;
      square += x * x;
    }
    // The midpoint rule leaves the ends of the tails out.
    expect(sum / n / Math.sqrt(variance)).toBeCloseTo(0, 4);
    expect(square / n / variance).toBeCloseTo(1, 2);
  });

  test('quantiles rise', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (u, v) => {
        for (const [distribution] of cases) {
          const [a, b] = [
            quantile(distribution, Math.min(u, v)),
            quantile(distribution, Math.max(u, v)),
          ];
          expect(a).toBeLessThanOrEqual(b + 1e-12 * Math.abs(b));
        }
      }),
    );
  });
});
