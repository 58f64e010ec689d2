import { expect, test } from 'vitest';
import { cellSimulator } from '../../../src/cell/simulate.ts';
import { cellMap } from '../../../src/energy/field/cellMap.ts';
import { solveHours } from '../../../src/energy/field/solveHours.ts';
import { loadCell, productionCells } from '../../../src/node/loadCell.ts';
import { loadSpectrum } from '../../../src/node/loadSpectrum.ts';
import { sampleHours } from './sampleHours.ts';
import { conventional, heterojunction } from './toyCell.ts';

const range = { irradiance: [0, 1150], temperature: [-10, 75] } as const;
const am15g = await loadSpectrum('am1.5g');

test.each([
  ['heterojunction', heterojunction],
  ['conventional', conventional],
] as const)('the map of a %s module is as near as it says', (_, cell) => {
  const map = cellMap(cell, range);
  expect(map.error).toBeLessThan(1e-4);
  let worst = 0;
  for (let temperature = -10; temperature <= 75; temperature += 3.7) {
    const exact = cell(temperature);
    for (let irradiance = 5; irradiance <= 1150; irradiance *= 1.17) {
      const power = map.power(irradiance, temperature);
      worst = Math.max(worst, Math.abs(power / exact(irradiance) - 1));
    }
  }
  expect(worst).toBeLessThan(map.error);
});

test('below the map the power goes on and falls to nothing in the dark', () => {
  const map = cellMap(conventional, range);
  expect(map.power(5 - 1e-9, 20)).toBeCloseTo(map.power(5, 20), 8);
  expect(Math.abs(map.power(3, 20) / conventional(20)(3) - 1)).toBeLessThan(0.02);
  expect(map.power(1e-6, 20)).toBeGreaterThan(0);
  expect(map.power(1e-6, 20)).toBeLessThan(1e-6);
  expect(map.power(0, 20)).toBe(0);
});

test('a map is not believed beyond its range', () => {
  const map = cellMap(conventional, range);
  expect(() => map.power(1400, 25)).toThrow('map: irradiance 1400 W/m2 is above its 1150 W/m2');
  expect(() => map.power(800, 90)).toThrow(
    'map: temperature 90 degC is outside its -10 to 75 degC',
  );
  expect(() => map.power(Number.NaN, 25)).toThrow(RangeError);
});

test('one temperature needs one row of the grid', () => {
  const map = cellMap(heterojunction, { irradiance: [0, 1000], temperature: [25, 25] });
  expect(map.simulations).toBeLessThanOrEqual(33);
  expect(Math.abs(map.power(321, 25) / heterojunction(25)(321) - 1)).toBeLessThan(1e-4);
});

// Hour by hour here; the energy of a whole year is in year.test.ts.
test.each(productionCells)('%s: the map gives the energy of solved hours to 5e-4', async (name) => {
  const cell = await loadCell(name);
  const at = (temperature: number) => {
    const held = cellSimulator(cell, am15g, temperature);
    return (irradiance: number) => held.mpp(irradiance).pmax_W_m2;
  };
  const { effective, temperature } = sampleHours('greensboro');
  const map = cellMap(at, {
    irradiance: [0, Math.max(...effective)],
    temperature: [Math.min(...temperature), Math.max(...temperature)],
  });
  const solved = solveHours(at, effective, temperature);
  const mapped = effective.map((light, i) => map.power(light, temperature[i]!));
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  expect(Math.abs(sum(mapped) / sum(solved) - 1)).toBeLessThan(5e-4);
  // Hour by hour too, from 20 W/m2 on; rounding the temperature to 0.1 K counts half of it.
  effective.forEach((light, i) => {
    if (light > 20) expect(Math.abs(mapped[i]! / solved[i]! - 1)).toBeLessThan(5e-4);
  });
  // With the map over the last quarter of a kelvin an hour is that of its own temperature.
  const drifting = solveHours(at, effective, temperature, map);
  for (let i = 3; i < effective.length; i += 9) {
    const exact = at(temperature[i]!)(effective[i]!);
    expect(Math.abs(drifting[i]! / exact - 1)).toBeLessThan(5e-6);
  }
});
