import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planeOfArray } from '../../../src/energy/plane/planeOfArray.ts';
import { skyModels } from '../../../src/energy/plane/skyLight.ts';
import { faiman } from '../../../src/energy/temperature/cellTemperature.ts';
import { closure } from '../../../src/energy/weather/closure.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';

const folder = new URL('../../reference/', import.meta.url);
const reference = JSON.parse(readFileSync(new URL('pvlib/readers.json', folder), 'utf8'));
const at = (file: string) => new URL(`weather/${file}`, folder).pathname;
const colorado = { latitude: 40.5137, longitude: -108.5449, altitude: 2000, timeZone: -7 };

const files = [
  { file: '723170TYA.CSV', path: 'greensboro', format: 'tmy3', options: {} },
  { file: '12839.tm2', path: 'miami', format: 'tm2', options: {} },
  {
    file: 'NLD_Amsterdam062400_IWEC.epw',
    path: at('NLD_Amsterdam062400_IWEC.epw'),
    format: 'epw',
    options: {},
  },
  {
    file: 'test_psm3_tmy-2017.csv',
    path: at('test_psm3_tmy-2017.csv'),
    format: 'psm',
    options: { place: colorado },
  },
];

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe.each(files)('pvlib: $file', ({ file, path, format, options }) => {
  const expected = reference.files.find((entry: { file: string }) => entry.file === file);

  test('sums, first rows, closure, light on planes', async () => {
    const weather = await loadWeather(path, options);
    expect(weather.format).toBe(format);
    expect(weather.notes).toEqual([]);
    expect(weather.place.latitude).toBeCloseTo(expected.latitude_deg, 12);
    expect(weather.place.longitude).toBeCloseTo(expected.longitude_deg, 12);
    expect(weather.place.altitude).toBe(expected.altitude_m);
    expect(weather.place.timeZone).toBe(expected.utc_offset_h);
    expect(weather.ghi).toHaveLength(expected.rows);
    expect(sum(weather.ghi)).toBe(expected.ghi_sum_W_h_m2);
    expect(sum(weather.dni)).toBe(expected.dni_sum_W_h_m2);
    expect(sum(weather.dhi)).toBe(expected.dhi_sum_W_h_m2);
    expect(sum(weather.airTemperature) / 8760).toBeCloseTo(expected.temp_air_mean_C, 9);
    expect(sum(weather.windSpeed) / 8760).toBeCloseTo(expected.wind_speed_mean_m_s, 9);

    const closed = closure(weather);
    const agreed = expected.closure_ghi_minus_dhi_minus_dni_cos_zenith_W_m2;
    expect(closed.mean).toBeCloseTo(agreed.mean, 1);
    expect(closed.rms).toBeCloseTo(agreed.rms, 1);

    const south = { kind: 'fixed', tilt: 30, azimuth: 180 } as const;
    const same = { sun: 'mid-interval', albedo: 0.25 } as const;
    const first = expected.first_three_rows_with_light;
    const row = weather.middle.indexOf(Date.parse(first.sun_time[0]));
    const lights = Object.fromEntries(
      skyModels.map((sky) => {
        const light = planeOfArray(weather, south, { ...same, sky });
        const name = sky.replace('-', '');
        const whole = expected[`poa_${name}_W_h_m2`];
        expect(Math.abs(sum(light.front) / whole - 1), sky).toBeLessThan(1e-9);
        return [sky, light];
      }),
    );
    const tracker = planeOfArray(
      weather,
      {
        kind: 'single-axis',
        axisTilt: 0,
        axisAzimuth: 180,
        maxAngle: 60,
        backtrack: true,
        groundCover: 0.35,
        crossAxisTilt: 0,
      },
      same,
    );
    expect(Math.abs(sum(tracker.front) / expected.poa_tracker_perez_W_h_m2 - 1)).toBeLessThan(1e-9);
    const perez = lights.perez!;
    for (let k = 0; k < 3; k++) {
      const i = row + k;
      expect(weather.ghi[i]).toBe(first.ghi_W_m2[k]);
      expect(weather.dni[i]).toBe(first.dni_W_m2[k]);
      expect(weather.dhi[i]).toBe(first.dhi_W_m2[k]);
      expect(perez.apparentZenith[i]).toBeCloseTo(first.sun_apparent_zenith_deg[k], 6);
      expect(perez.sunAzimuth[i]).toBeCloseTo(first.sun_azimuth_deg[k], 6);
      expect(perez.front[i]).toBeCloseTo(first.poa_perez_W_m2[k], 5);
      const heat = faiman()(perez.front[i]!, weather.airTemperature[i]!, weather.windSpeed[i]!);
      expect(heat).toBeCloseTo(first.temp_faiman_C[k], 6);
    }
  });
});

test('yearly sums of both sites, every sky model, rows and rear light', async () => {
  for (const [site, path] of [
    ['greensboro', 'greensboro'],
    ['amsterdam', at('NLD_Amsterdam062400_IWEC.epw')],
  ] as const) {
    const file = new URL(`pvlib/${site}_steps.json`, folder);
    const sums = JSON.parse(readFileSync(file, 'utf8')).yearly_sums;
    const weather = await loadWeather(path);
    const south = { kind: 'fixed', tilt: 30, azimuth: 180 } as const;
    const rows = { groundCover: 0.4, height: 1.5, pitch: 5 };
    const same = { sun: 'mid-interval', albedo: 0.25, rows, rowShading: true } as const;
    for (const sky of ['isotropic', 'hay-davies'] as const) {
      const light = planeOfArray(weather, south, { ...same, sky });
      const name = sky.replace('-', '');
      const near = (value: number, column: string) =>
        expect(Math.abs(value / sums[column] - 1), column).toBeLessThan(1e-9);
      near(sum(light.front), `sheds_${name}_poa_front_W_m2`);
      near(sum(light.rear), `sheds_${name}_poa_back_W_m2`);
    }
  }
});

test('a table of PVGIS without its head needs a place, and says when its light is off by minutes', async () => {
  const path = at('pvgis_tmy_test.csv');
  await expect(loadWeather(path)).rejects.toThrow(
    'holds no place: give --latitude and --longitude',
  );
  const weather = await loadWeather(path, { place: { latitude: 45, longitude: 8, altitude: 250 } });
  expect(weather.format).toBe('pvgis');
  expect(sum(weather.ghi)).toBeCloseTo(1_435_861, 3);
  expect(weather.place.timeZone).toBe(1);
  // Instants by UTC: the interval lies around the stamp.
  expect(new Date(weather.middle[0]!).toISOString()).toBe('1990-01-01T00:00:00.000Z');
});
