import { expect, test } from 'vitest';
import { chebyshevGrid, nodeShares } from '../../src/energy/chebyshev.ts';
import { operatingMap, profileEnergy } from '../../src/energy/operatingMap.ts';
import { trapezoid } from '../../src/energy/profile.ts';
import { loadProfile } from '../../src/node/loadProfile.ts';

/** One-diode cell with series resistance lost to first order and a shunt: bends as real cells do. */
function toyCell(temperature: number) {
  const vt = 8.617333262e-5 * (temperature + 273.15);
  const j0 = 1e-14 * Math.exp((1.12 / 8.617333262e-5) * (1 / 298.15 - 1 / (temperature + 273.15)));
  return (irradiance: number): number => {
    const jl = 0.04 * (irradiance / 1000) * (1 + 5e-4 * (temperature - 25));
    const power = (v: number) => {
      const j = jl - j0 * Math.expm1(v / vt) - v / 3000;
      return v * j - 0.5 * j * j;
    };
    let [low, high] = [0, 0.85];
    for (let i = 0; i < 100; i++) {
      const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
      if (power(a) < power(b)) low = a;
      else high = b;
    }
    return 1e4 * power(0.5 * (low + high));
  };
}

test('the shares of the nodes reproduce polynomials of their degree', () => {
  const grid = chebyshevGrid(-2, 3, 5);
  const shares = new Float64Array(5);
  for (const x of [-2, -1.3, 0, 0.5, 2.9, 3]) {
    nodeShares(grid, x, shares);
    const value = shares.reduce((sum, share, j) => sum + share * grid.nodes[j]! ** 4, 0);
    expect(value).toBeCloseTo(x ** 4, 11);
  }
});

test('the map gives the power of the cell within 0.05 % over two decades of light', () => {
  const range = { irradiance: [10, 1000], temperature: [15, 60] } as const;
  const map = operatingMap(toyCell, range);
  expect(map.simulations).toBeLessThanOrEqual(40);
  for (const irradiance of [10, 14, 33, 77, 210, 480, 777, 1000]) {
    for (const temperature of [15, 22, 37, 51, 60]) {
      const exact = toyCell(temperature)(irradiance);
      expect(Math.abs(map.power(irradiance, temperature) / exact - 1)).toBeLessThan(5e-4);
    }
  }
});

test('the energy of the summer day is that of direct simulation within 0.05 %', async () => {
  const day = await loadProfile('summer-day');
  const power = day.irradiance.map((irradiance, i) =>
    irradiance > 0 ? toyCell(day.temperature![i]!)(irradiance) : 0,
  );
  const direct = trapezoid(day.time, power) / 1000;
  expect(Math.abs(profileEnergy(toyCell, day, 25) / direct - 1)).toBeLessThan(5e-4);
});

test('below a hundredth of the brightest light the power falls on, and to nothing in the dark', () => {
  const map = operatingMap(toyCell, { irradiance: [0.5, 1000], temperature: [20, 20] });
  // The toy's shunt is weaker than a real cell's; at 2 W/m2 a day holds 1e-4 of its energy.
  for (const [irradiance, tolerance] of [
    [9.9, 1e-3],
    [5, 0.2],
    [2, 0.5],
  ] as const) {
    const exact = toyCell(20)(irradiance);
    expect(Math.abs(map.power(irradiance, 20) / exact - 1)).toBeLessThan(tolerance);
  }
  expect(map.power(10 - 1e-9, 20)).toBeCloseTo(map.power(10, 20), 8);
  expect(map.power(0, 20)).toBe(0);
});

test('constant light and temperature need one node and give power times time', () => {
  const profile = {
    name: 'flat',
    time: Float64Array.of(0, 2, 5),
    irradiance: Float64Array.of(800, 800, 800),
  };
  expect(profileEnergy(toyCell, profile, 45)).toBeCloseTo((5 * toyCell(45)(800)) / 1000, 12);
});

test('a night gives nothing', () => {
  const night = { name: 'night', time: Float64Array.of(0, 8), irradiance: Float64Array.of(0, 0) };
  expect(profileEnergy(toyCell, night, 10)).toBe(0);
});
