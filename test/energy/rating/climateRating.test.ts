import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { martinRuizDiffuse } from '../../../src/energy/plane/diffuseModifiers.ts';
import { climateRating } from '../../../src/energy/rating/climateRating.ts';
import { type RatingPoint, ratedPower } from '../../../src/energy/rating/ratingMatrix.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';

const file = new URL('../../reference/pvlib/climate_rating.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8'));
const matrix: RatingPoint[] = reference.matrix_G_T_P.map(
  ([irradiance_W_m2, temperature_C, pmax_W_m2]: [number, number, number]) => ({
    irradiance_W_m2,
    temperature_C,
    pmax_W_m2,
    efficiency_pct: (100 * pmax_W_m2) / irradiance_W_m2,
    relative: 0,
  }),
);
const mounting = { kind: 'fixed', tilt: 20, azimuth: 180 } as const;
const plane = { sun: 'mid-interval', albedo: 0.25 } as const;

describe('the energy rating of IEC 61853-3', () => {
  test('diffuse modifiers are those of pvlib', () => {
    for (const [tilt, losses, sky, ground] of reference.martin_ruiz_diffuse) {
      const found = martinRuizDiffuse(tilt, losses);
      expect(Math.abs(found.sky / sky - 1)).toBeLessThan(1e-12);
      expect(Math.abs(found.ground / ground - 1)).toBeLessThan(1e-9);
    }
  });

  test('the matrix is filled and prolonged as in the published implementation', () => {
    const power = ratedPower(matrix);
    for (const [irradiance, temperature, expected] of reference.power_at_G_T_P) {
      expect(Math.abs(power(irradiance, temperature) / expected - 1)).toBeLessThan(1e-12);
    }
    expect(() => ratedPower(matrix.slice(0, 6))).toThrow(RangeError);
  });

  test('a year at Greensboro is that of pvlib and scipy', async () => {
    const found = climateRating(matrix, await loadWeather('greensboro'), { mounting, plane });
    const near = (value: number, expected: number) =>
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9);
    near(found.poa_kWh_m2, reference.poa_kWh_m2);
    near(found.corrected_kWh_m2, reference.corrected_kWh_m2);
    near(found.temperature_C, reference.temperature_weighted_C);
    near(found.energy_kWh_kWp, reference.energy_kWh_kWp);
    near(found.cser, reference.cser);
    const { angle, spectrum, low_light, temperature } = found.factors;
    near(angle * spectrum * low_light * temperature, found.cser);
  });

  test('an ideal module is rated 1; a spectral factor counts like light', async () => {
    const weather = await loadWeather('miami');
    const ideal = matrix.map((p) => ({ ...p, pmax_W_m2: 0.2 * p.irradiance_W_m2 }));
    const options = { mounting, plane, angle: () => 1 };
    expect(climateRating(ideal, weather, options).cser).toBeCloseTo(1, 12);
    const spectralFactor = weather.ghi.map(() => 1.03);
    const redder = climateRating(ideal, weather, { ...options, spectralFactor });
    expect(redder.cser).toBeCloseTo(1.03, 12);
    expect(redder.factors.spectrum).toBeCloseTo(1.03, 12);
  });
});
