import { expect, test } from 'vitest';
import { solarZone } from '../../../src/energy/sun/solarZone.ts';

test.each([
  [-80, -5],
  [280, -5],
  [8.5, 1],
  [-180, -12],
  [180, 12],
  [360, 0],
])('%d deg east has the zone %d h', (longitude, zone) => {
  expect(solarZone(longitude) + 0).toBe(zone);
});
