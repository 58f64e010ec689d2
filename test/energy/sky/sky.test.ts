import { test } from 'vitest';
import { haurwitz, ineichen } from '../../../src/energy/sky/clearSky.ts';
import { clearnessIndex, disc, erbs } from '../../../src/energy/sky/decompose.ts';
import { dayOfYear, extraterrestrial } from '../../../src/energy/sun/extraterrestrial.ts';
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
