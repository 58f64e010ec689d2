import { expect, test } from 'vitest';
import { cellMap } from '../../../src/energy/field/cellMap.ts';
import { type FieldHours, fieldRange } from '../../../src/energy/field/fieldHours.ts';
import { solveHours } from '../../../src/energy/field/solveHours.ts';
import { litCell } from '../../../src/energy/year/litCell.ts';
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
test.each(productionCells)('%s: the map gives the power of solved hours', async (name) => {
  const cell = await loadCell(name);
  const at = (temperature: number) => litCell(cell, am15g, temperature);
  const hours = everySeventh(sampleHours('greensboro'));
  const { effective, temperature } = hours;
  const map = cellMap(at, fieldRange({ ...hours, front: effective }, 0));
  // With the map over the last quarter of a kelvin a solved hour is that of its own temperature.
  const solved = solveHours(at, hours, { map });
  effective.forEach((light, i) => {
    const exact = at(temperature[i]!)(light);
    expect(Math.abs(solved[i]! / exact - 1)).toBeLessThan(5e-6);
    if (light < 5) return;
    expect(Math.abs(map.power(light, temperature[i]!) / exact - 1)).toBeLessThan(1e-5);
  });
});

test('without a map, hours are solved at the nearest tenth of a kelvin: 2e-4 of the power', async () => {
  const cell = await loadCell('al-bsf');
  const at = (temperature: number) => litCell(cell, am15g, temperature);
  const hours = everySeventh(sampleHours('greensboro'));
  const solved = solveHours(at, hours);
  const exact = (i: number) => at(hours.temperature[i]!)(hours.effective[i]!);
  for (const i of [1, 4, 8]) expect(Math.abs(solved[i]! / exact(i) - 1)).toBeLessThan(2.5e-4);
});

function everySeventh(hours: FieldHours): FieldHours {
  const seventh = (_: number, i: number) => i % 7 === 3;
  return {
    interval: 1,
    front: hours.front.filter(seventh),
    effective: hours.effective.filter(seventh),
    temperature: hours.temperature.filter(seventh),
    month: hours.month.filter(seventh),
  };
}
