import { expect, test } from 'vitest';
import { clearSkyYear } from '../../../src/energy/sky/clearSkyYear.ts';
import { turbidityByDay } from '../../../src/energy/sky/linkeTurbidity.ts';
import { runCommand } from '../../cli/runCommand.ts';

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
const months = [2.1, 2.3, 2.8, 3.2, 3.6, 3.9, 4, 3.8, 3.3, 2.9, 2.4, 2];
const place = { latitude: 36.1, longitude: -79.95, altitude: 273, timeZone: -5 };

// Values of pvlib 0.16.1: of the days 1, 16, 59 and 365.
test.each([
  [365, 1105.3737288135594, [2.053225806451613, 2.103389830508475, 2.53728813559322, 2.05]],
  [366, 1107.75, [2.053225806451613, 2.1033333333333335, 2.525, 2.046774193548387]],
])('monthly turbidity in a year of %d days is that of pvlib', (days, total, some) => {
  const turbidity = turbidityByDay(months, days);
  expect(sum(turbidity)).toBeCloseTo(total, 9);
  [0, 15, 58, 364].forEach((day, i) => {
    expect(turbidity[day]).toBeCloseTo(some[i]!, 12);
  });
});

test('one turbidity is that of all days; others are refused', () => {
  expect([...new Set(turbidityByDay(3, 365))]).toEqual([3]);
  expect(() => turbidityByDay([3, 3], 365)).toThrow('one value or twelve are needed, not 2');
  expect(() => turbidityByDay(0.9, 365)).toThrow('turbidity 0.9 is not 1 or more');
});

// Sums by pvlib 0.16.1 over the same six instants of each hour.
test('years by Ineichen with monthly turbidity, and by Haurwitz and Erbs, are those of pvlib', () => {
  const hazy = clearSkyYear(place, { linkeTurbidity: months });
  // The day of the sun's distance is taken in universal time here: 2e-6.
  expect(Math.abs(sum(hazy.ghi) / 2119867.786558859 - 1)).toBeLessThan(5e-6);
  expect(Math.abs(sum(hazy.dni) / 3143896.2019410883 - 1)).toBeLessThan(5e-6);
  const plain = clearSkyYear(place, { model: 'haurwitz' });
  expect(Math.abs(sum(plain.ghi) / 2195210.80149877 - 1)).toBeLessThan(1e-10);
  expect(Math.abs(sum(plain.dni) / 2903196.2289325604 - 1)).toBeLessThan(1e-9);
  expect(plain.sky).toMatchObject({ model: 'haurwitz', decomposition: 'erbs' });
});

const clear = ['irradiance', '--clear-sky', '--latitude', '36.1', '--longitude', '-79.95'];

test('the terminal takes a model and twelve turbidities, and tells them in JSON', async () => {
  const site = async (...words: string[]) =>
    JSON.parse((await runCommand(...clear, ...words, '--format', 'json')).stdout).site;
  expect((await site('--turbidity', months.join(','))).sky).toMatchObject({
    model: 'ineichen',
    linke_turbidity: months,
  });
  const split = await site('--clear-sky-model', 'haurwitz', '--decomposition', 'dirint');
  expect(split.sky).toMatchObject({ model: 'haurwitz', decomposition: 'dirint' });
});

test.each([
  [['--turbidity', '2,3'], '--turbidity "2,3": one value or twelve, by month, are expected, not 2'],
  [['--decomposition', 'disc'], '--clear-sky and --decomposition exclude each other'],
  [
    ['--clear-sky-model', 'haurwitz', '--turbidity', '3'],
    '--turbidity belongs to --clear-sky-model ineichen, not to haurwitz',
  ],
])('%j is refused in one line', async (words, line) => {
  const { exitCode, stderr } = await runCommand(...clear, ...words);
  expect([exitCode, stderr]).toEqual([2, `solarcell: ${line}\n`]);
});
