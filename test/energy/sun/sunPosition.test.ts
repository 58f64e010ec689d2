import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaT } from '../../../src/energy/sun/deltaT.ts';
import { riseAndSet } from '../../../src/energy/sun/riseAndSet.ts';
import { sunlitMiddle } from '../../../src/energy/sun/sunlit.ts';
import { sunPosition } from '../../../src/energy/sun/sunPosition.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/pvlib/${file}`, import.meta.url), 'utf8'));
const vectors = read('sun_position_vectors.json');
const random = read('sun_position.json').rows;
const hour = 3_600_000;

/** Row of the reference; older files have no units in their names. */
function check(row: Record<string, number> & { time: string }, tolerance: number) {
  const place = {
    latitude: row.latitude_deg!,
    longitude: row.longitude_deg!,
    altitude: row.altitude_m!,
  };
  const sun = sunPosition([Date.parse(row.time.replace(' ', 'T'))], place, {
    pressure: row.pressure_Pa!,
    temperature: row.temperature_C!,
    deltaT: row.delta_t_s!,
  });
  const expected = (name: string) => row[`${name}_deg`] ?? row[name];
  expect(Math.abs(sun.zenith[0]! - expected('zenith')!), row.time).toBeLessThan(tolerance);
  expect(Math.abs(sun.apparentZenith[0]! - expected('apparent_zenith')!)).toBeLessThan(tolerance);
  // Near the vertical the azimuth turns fast: what counts is the angle between the directions.
  const turn = Math.sin((Math.PI / 180) * row.zenith_deg! || 1);
  const azimuth = Math.abs(((sun.azimuth[0]! - expected('azimuth')! + 540) % 360) - 180);
  expect(azimuth * turn).toBeLessThan(tolerance);
  const minutes = row.equation_of_time_min ?? row.equation_of_time;
  expect(Math.abs(sun.equationOfTime[0]! - minutes!)).toBeLessThan(tolerance);
}

test("the published example of NREL's algorithm", () => {
  const sun = sunPosition(
    [Date.UTC(2003, 9, 17, 19, 30, 30)],
    { latitude: 39.742476, longitude: -105.1786, altitude: 1830.14 },
    { pressure: 82_000, temperature: 11 },
  );
  expect(sun.apparentZenith[0]).toBeCloseTo(50.11162, 5);
  expect(sun.azimuth[0]).toBeCloseTo(194.34024, 5);
  expect(sun.distance[0]).toBeCloseTo(0.9965422974, 9);
});

test.each([
  ['random places and times', random],
  ['latitudes from pole to pole, 1950 to 2100', vectors.grid],
  ['terrestrial time by year', vectors.delta_t_from_polynomial],
  ['minutes around a sunrise', vectors.horizon_minutes],
  ['polar day and night', vectors.polar_days],
])('pvlib: %s', (_, rows) => {
  for (const row of rows) check(row, 1e-6);
});

test('pvlib: terrestrial less universal time', () => {
  for (const { year, month, delta_t_s } of vectors.delta_t_polynomial_s) {
    const time = new Date(0).setUTCFullYear(year, month - 1, 15);
    expect(deltaT(time)).toBeCloseTo(delta_t_s, 9);
  }
});

test('pvlib: sunrise, meridian and sunset', () => {
  for (const row of vectors['rise_transit_set_delta_t_67_s_elevation_-0.8333_deg']) {
    const place = { latitude: row.latitude_deg, longitude: row.longitude_deg, altitude: 0 };
    const from = Date.parse(`${row.transit.slice(0, 10)}T00:00:00Z`) - row.utc_offset_h * hour;
    // The reference takes the event of the day by UTC, then writes the local date on it.
    const days = [-1, 0, 1].map((day) => riseAndSet(from + 24 * day * hour, place));
    for (const name of ['sunrise', 'transit', 'sunset'] as const) {
      if (row[name] === null) {
        expect(days[1]![name]).toBeUndefined();
        continue;
      }
      const printed = Date.parse(row[name].replace(/(\.\d{3})\d*/, '$1'));
      const late = days.map((day) => {
        const difference = (day[name] ?? Number.NaN) - printed;
        return Math.abs(difference - 24 * hour * Math.round(difference / (24 * hour))) / 1000;
      });
      // It leaves out the parallax (0.6 s at the equator) and interpolates between days, which
      // near the pole costs it seconds.
      const least = Math.min(...late.filter(Number.isFinite));
      expect(least, JSON.stringify(row)).toBeLessThan(row.latitude_deg > 70 ? 10 : 1.5);
    }
  }
});

test('interpolated coordinates equal summed ones, for any run of times', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -62_000, max: 63_000, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
      (day, latitude) => {
        const place = { latitude, longitude: 10, altitude: 0 };
        const start = Math.round(day * 24) * hour;
        const times = Float64Array.from({ length: 96 }, (_, k) => start + (k * hour) / 2);
        const dense = sunPosition(times, place);
        for (const k of [0, 17, 48, 95]) {
          const alone = sunPosition([times[k]!], place);
          expect(Math.abs(dense.zenith[k]! - alone.zenith[0]!)).toBeLessThan(1e-7);
          expect(Math.abs(dense.equationOfTime[k]! - alone.equationOfTime[0]!)).toBeLessThan(1e-6);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('an interval with sunrise or sunset gets the middle of its part with sun', () => {
  const place = { latitude: 36.1, longitude: -79.95, altitude: 273 };
  const middle = Float64Array.from(
    { length: 24 },
    (_, k) => Date.UTC(2024, 2, 20, k + 5) + hour / 2,
  );
  const placed = sunlitMiddle(middle, 3600, place);
  const { sunrise, sunset } = riseAndSet(Date.UTC(2024, 2, 20, 5), place);
  for (let k = 0; k < 24; k++) {
    const [start, end] = [middle[k]! - hour / 2, middle[k]! + hour / 2];
    const expected =
      sunrise! > start && sunrise! < end
        ? (sunrise! + end) / 2
        : sunset! > start && sunset! < end
          ? (start + sunset!) / 2
          : middle[k]!;
    expect(Math.abs(placed[k]! - expected)).toBeLessThan(500);
  }
});

test('what is not on earth, or in no year the algorithm knows, is refused', () => {
  const place = { latitude: 36, longitude: 0, altitude: 0 };
  expect(() => sunPosition([0], { ...place, latitude: 91 })).toThrow('latitude 91 deg');
  expect(() => sunPosition([0], { ...place, longitude: Number.NaN })).toThrow('longitude NaN');
  expect(() => sunPosition([Number.NaN], place)).toThrow('outside the years -2000 to 6000');
  expect(() => sunPosition([Date.UTC(7000, 0, 1)], place)).toThrow('outside the years');
});

test('pvlib: over the eight millennia that the algorithm knows', () => {
  const file = new URL('../../reference/pvlib/sun_millennia.json', import.meta.url);
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: number[][] };
  expect(rows).toHaveLength(60);
  for (const [time, latitude, longitude, deltaT, apparentZenith, zenith, , , azimuth] of rows) {
    const place = { latitude: latitude!, longitude: longitude!, altitude: 100 };
    const air = { pressure: 100_000, temperature: 12, deltaT: deltaT! };
    const sun = sunPosition([time!], place, air);
    expect(Math.abs(sun.zenith[0]! - zenith!), `${time}`).toBeLessThan(1e-6);
    expect(Math.abs(sun.apparentZenith[0]! - apparentZenith!), `${time}`).toBeLessThan(1e-6);
    const turn = Math.sin((Math.PI / 180) * zenith!);
    const off = Math.abs(((sun.azimuth[0]! - azimuth! + 540) % 360) - 180);
    expect(off * turn, `${time}`).toBeLessThan(1e-6);
  }
});
