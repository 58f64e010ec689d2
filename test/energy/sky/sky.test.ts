import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { haurwitz, ineichen } from '../../../src/energy/sky/clearSky.ts';
import { clearnessIndex, disc, erbs } from '../../../src/energy/sky/decompose.ts';
import { dirint } from '../../../src/energy/sky/dirint.ts';
import { splitLight } from '../../../src/energy/sky/splitLight.ts';
import { dayOfYear, extraterrestrial } from '../../../src/energy/sun/extraterrestrial.ts';
import { sunPosition } from '../../../src/energy/sun/sunPosition.ts';
import { loadWeather } from '../../../src/node/loadWeather.ts';
import { expectColumn, pvlibSteps, sites } from '../pvlibSteps.ts';

test.each(sites)('pvlib at %s: clear sky and decomposition', (site) => {
  const steps = pvlibSteps(site);
  const { hours, settings } = steps;
  const zenith = steps.column('sun_zenith_deg') as number[];
  const apparent = steps.column('sun_apparent_zenith_deg') as number[];
  const airmass = steps.column('airmass_absolute').map((value) => value ?? Number.NaN);
  const days = Array.from(hours.middle, dayOfYear);
  const outside = days.map((day) => extraterrestrial(day));
  const clear = apparent.map((z, i) =>
    ineichen(z, airmass[i]!, 3, settings.altitude_m, outside[i]!),
  );
  expectColumn(
    clear.map((light) => light.ghi),
    steps,
    'ineichen_tl3_ghi_W_m2',
    1e-9,
  );
  expectColumn(
    clear.map((light) => light.dni),
    steps,
    'ineichen_tl3_dni_W_m2',
    1e-9,
  );
  expectColumn(
    clear.map((light) => light.dhi),
    steps,
    'ineichen_tl3_dhi_W_m2',
    1e-9,
  );
  expectColumn(apparent.map(haurwitz), steps, 'haurwitz_ghi_W_m2', 1e-9);
  const split = zenith.map((z, i) => erbs(hours.ghi[i]!, z, days[i]!));
  expectColumn(
    split.map((light) => light.dni),
    steps,
    'erbs_dni_W_m2',
    1e-9,
  );
  expectColumn(
    split.map((light) => light.dhi),
    steps,
    'erbs_dhi_W_m2',
    1e-9,
  );
  const kt = zenith.map((z, i) => clearnessIndex(hours.ghi[i]!, z, outside[i]!));
  expectColumn(kt, steps, 'clearness_index', 1e-9);
  const beam = zenith.map((z, i) => disc(hours.ghi[i]!, z, days[i]!, settings.pressure_Pa).dni);
  expectColumn(beam, steps, 'disc_dni_W_m2', 1e-9);
});

test('pvlib: DIRINT over a year, with and without the dew point', async () => {
  const file = new URL('../../reference/pvlib/dirint.json', import.meta.url);
  const expected = JSON.parse(readFileSync(file, 'utf8')).sites.greensboro;
  const { ghi, middle: time, place, dewPoint } = await loadWeather('greensboro');
  const { zenith } = sunPosition(time, place);
  const hours = { ghi, zenith, time, pressure: expected.pressure_Pa };
  for (const [name, beam] of [
    ['dirint', dirint({ ...hours, dewPoint: dewPoint! })],
    ['dirint_no_dew', dirint(hours)],
    ['disc', splitLight('disc', hours, place.altitude).dni],
  ] as const) {
    const sum = beam.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum / expected[`sum_${name}_W_h_m2`] - 1), name).toBeLessThan(1e-6);
    expected.rows.forEach((row: number, k: number) => {
      const value = expected[name][k] ?? 0;
      expect(Math.abs(beam[row]! - value), `${name} ${row}`).toBeLessThan(1e-6 * (1 + value));
    });
  }
  const { dni, dhi } = splitLight('dirint', { ghi, zenith, time, dewPoint: dewPoint! }, 270);
  ghi.forEach((global, i) => {
    const left = global - dhi[i]! - dni[i]! * Math.cos((zenith[i]! * Math.PI) / 180);
    if (dni[i]! > 0) expect(Math.abs(left)).toBeLessThan(1e-9);
  });
});
