import { expect, test } from 'vitest';
import { ratedPower, ratingMatrix } from '../../../src/energy/rating/ratingMatrix.ts';
import { heterojunction } from '../field/toyCell.ts';

/** Efficiency linear in temperature and in light: what the interpolation must give back. */
const linear = (temperature: number) => (irradiance: number) =>
  irradiance * (0.2 - 6e-4 * (temperature - 25) + 1e-5 * (irradiance - 1000));

test('the matrix has the 22 points of the standard, relative to its standard test conditions', () => {
  const matrix = ratingMatrix(heterojunction);
  expect(matrix).toHaveLength(22);
  const standard = matrix.find((p) => p.irradiance_W_m2 === 1000 && p.temperature_C === 25)!;
  expect(standard.relative).toBe(1);
  const hot = matrix.find((p) => p.irradiance_W_m2 === 1000 && p.temperature_C === 75)!;
  // -0.258 %/K of the datasheet over 50 K.
  expect(hot.relative).toBeCloseTo(1 - 0.00258 * 50, 2);
});

test('an efficiency that is linear in both is given back everywhere, points or none', () => {
  const power = ratedPower(ratingMatrix(linear));
  for (const irradiance of [40, 100, 333, 1000, 1250]) {
    for (const temperature of [-20, 15, 33, 60, 75, 90]) {
      const found = power(irradiance, temperature);
      expect(Math.abs(found / linear(temperature)(irradiance) - 1)).toBeLessThan(1e-12);
    }
  }
  expect(power(0, 25)).toBe(0);
});

test('between its points the rating is within 1 % of the module', () => {
  const power = ratedPower(ratingMatrix(heterojunction));
  for (const irradiance of [150, 500, 950]) {
    for (const temperature of [5, 40, 70]) {
      const exact = heterojunction(temperature)(irradiance);
      expect(Math.abs(power(irradiance, temperature) / exact - 1)).toBeLessThan(0.01);
    }
  }
});
