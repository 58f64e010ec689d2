import { expect, test } from 'vitest';
import { parseProfile } from '../../src/energy/parseProfile.ts';
import { insolation, trapezoid } from '../../src/energy/profile.ts';
import { profileHours } from '../../src/energy/profileTime.ts';
import { loadProfile } from '../../src/node/loadProfile.ts';

const source = { name: 'day', file: 'day.csv' };

test('the trapezoid rule is exact for a straight line at any step', () => {
  const time = [0, 0.1, 0.5, 2, 7];
  expect(
    trapezoid(
      time,
      time.map((t) => 3 + 2 * t),
    ),
  ).toBeCloseTo(3 * 7 + 49, 12);
});

test.each([
  ['12:30', 12.5],
  ['24:00', 24],
  ['0:00:36', 0.01],
  ['12.5', 12.5],
])('time %s is %d h', (text, hours) => {
  expect(profileHours(text)).toBeCloseTo(hours, 12);
});

test.each([
  ['2026-06-21T12:30', '2026-06-21 11:00', 1.5],
  ['2026-07-01 00:00', '2026-06-30 23:00', 1],
  ['2026-06-21T12:30:00+02:00', '2026-06-21T10:00Z', 0.5],
  ['2024-03-01T00:00', '2024-02-28T00:00', 48],
])('%s is %s and %d h', (late, early, hours) => {
  expect(profileHours(late)! - profileHours(early)!).toBeCloseTo(hours, 9);
});

test.each(['noon', '12:61', '2026-02-30T10:00', '2026-13-01T10:00', '', '-3', 'NaN'])(
  'time "%s" is refused',
  (text) => {
    expect(profileHours(text)).toBeUndefined();
  },
);

test('columns come in any order, with comments, blank lines and other separators', () => {
  const text =
    '# by hand\nirradiance_W_m2;time;temperature_C\n\n0;06:00;15\n# noon\n800;12:00;45\n0;18:00;25\n';
  const profile = parseProfile(text, source);
  expect(Array.from(profile.time)).toEqual([0, 6, 12]);
  expect(Array.from(profile.temperature!)).toEqual([15, 45, 25]);
  expect(insolation(profile)).toBe(4.8);
});

test.each([
  ['', 1, 'is empty'],
  ['time,irradiance\n0,1\n', 1, 'column "irradiance_W_m2" is missing (found "irradiance")'],
  ['time,irradiance_W_m2,temprature_C\n', 1, 'did you mean "temperature_C"'],
  ['time,irradiance_W_m2\n0,1\n', 1, 'at least two rows'],
  ['time,irradiance_W_m2\n0,1\nx,2\n', 3, 'time "x" is not a date and time'],
  ['time,irradiance_W_m2\n0,1\n1,abc\n', 3, '"abc" is not a number from 0 to 10000 W/m2'],
  ['time,irradiance_W_m2\n0,1\n1,-3\n', 3, '"-3" is not a number from 0'],
  ['time,irradiance_W_m2\n0,1\n1,NaN\n', 3, '"NaN" is not a number'],
  ['time,irradiance_W_m2\n0,1\n1,\n', 3, 'an empty value'],
  ['time,irradiance_W_m2\n0,1\n# x\n\n1,2,3\n', 5, '3 values, but the head has 2 columns'],
  ['time,irradiance_W_m2\n0,1\n2,1\n1,1\n', 4, 'time does not come after'],
  ['time,irradiance_W_m2\n0,1\n2,1\n2,1\n', 4, 'time does not come after'],
  ['time,irradiance_W_m2,temperature_C\n0,1,20\n1,2,900\n', 3, '-60 to 150 degC'],
])('%j is refused at line %d: %s', (text, line, reason) => {
  const attempt = () => parseProfile(text, source);
  expect(attempt).toThrow(reason);
  expect(attempt).toThrow(`day.csv:${line}`);
});

test("the summer day that ships holds its weather file's total, 7948 Wh/m2", async () => {
  const profile = await loadProfile('summer-day');
  expect(insolation(profile)).toBeCloseTo(7.948, 9);
  const noon = profile.irradiance.indexOf(970);
  // Ross: air between 23.3 and 25.0 degC, 25 K per 800 W/m2.
  expect(profile.temperature![noon]).toBeCloseTo(24.15 + (25 / 800) * 970, 0);
});
