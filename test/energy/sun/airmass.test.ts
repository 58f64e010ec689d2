import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extraterrestrial } from '../../../src/energy/sun/extraterrestrial.ts';
import { pressureOfAltitude, relativeAirmass } from '../../../src/light/airmass.ts';

const file = new URL('../../reference/pvlib/sun_position_vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8'));

test('pvlib: airmass of Kasten and Young', () => {
  for (const row of vectors.airmass_kasten_young_1989) {
    const airmass = relativeAirmass(row.apparent_zenith_deg);
    if (row.airmass_relative === null) expect(airmass).toBeNaN();
    else expect(airmass / row.airmass_relative - 1).toBeCloseTo(0, 12);
  }
});

test('pvlib: pressure of the standard atmosphere', () => {
  for (const row of vectors.pressure_of_altitude_Pa) {
    expect(pressureOfAltitude(row.altitude_m) / row.pressure_Pa - 1).toBeCloseTo(0, 12);
  }
});

test('pvlib: irradiance outside the air by Spencer', () => {
  for (const row of vectors.extraterrestrial_spencer_W_m2) {
    expect(extraterrestrial(row.day_of_year) / row.dni_extra_W_m2 - 1).toBeCloseTo(0, 9);
  }
});
