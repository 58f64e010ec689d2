import { describe, expect, it } from 'vitest';
import { diffuseAbsorptance, diffuseTransmittance } from '../../src/optics/exponentialIntegral.ts';

describe('exponential integral', () => {
  // Abramowitz & Stegun, table 5.4: E3(0.5), E3(1), E3(2).
  it.each([
    [0, 1],
    [0.5, 2 * 0.2216044],
    [1, 2 * 0.109692],
    [2, 2 * 0.0301334],
  ])('2 E3(%d)', (x, value) => {
    expect(diffuseTransmittance(x)).toBeCloseTo(value, 6);
  });

  it('1 - 2 E3 is its complement, and keeps its digits where little is absorbed', () => {
    for (const x of [0, 1e-3, 0.3, 1, 1.5, 30, 1000]) {
      expect(Math.abs(diffuseAbsorptance(x) + diffuseTransmittance(x) - 1)).toBeLessThan(1e-15);
    }
    // 2x - x^2 (3/2 - euler - ln x) + ...
    for (const x of [1e-12, 1e-8, 1e-5]) {
      const series = 2 * x - x * x * (1.5 - 0.5772156649015329 - Math.log(x));
      expect(Math.abs(diffuseAbsorptance(x) / series - 1)).toBeLessThan(x + 1e-15);
    }
  });

  it('is smooth where the method changes', () => {
    const below = diffuseTransmittance(1 - 1e-9);
    const above = diffuseTransmittance(1 + 1e-9);
    // The slope is -2 E2(1) = -0.2970.
    expect((above - below) / 2e-9).toBeCloseTo(-0.297, 3);
  });
});
