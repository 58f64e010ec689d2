import { describe, expect, it } from 'vitest';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

/** What the cells' files are adjusted to, so a fit and no prediction. Measured at 1000 W/m2 AM1.5G and 25 degC: V, mA/cm2, %, %. */
const records = [
  { name: 'panasonic-2014', voc: 0.75, jsc: 39.5, ff: 83.2, efficiency: 24.7 },
  { name: 'longi-2023', voc: 0.7514, jsc: 41.45, ff: 86.07, efficiency: 26.81 },
  { name: 'ise-topcon-2019', voc: 0.7241, jsc: 42.87, ff: 83.1, efficiency: 25.8 },
  { name: 'unsw-perl-1999', voc: 0.706, jsc: 42.7, ff: 82.8, efficiency: 25.0 },
] as const;

describe.each(records)('the record $name', ({ name, voc, jsc, ff, efficiency }) => {
  it('comes out as it was measured, with what its file says was adjusted', async () => {
    const result = simulateCell(await loadCell(name), {
      spectrum: await loadSpectrum('am1.5g'),
      irradiance: 1000,
      temperature: 25,
    });
    expect(Math.abs(result.voc_V - voc)).toBeLessThan(3e-3);
    expect(Math.abs(result.jsc_mA_cm2 - jsc)).toBeLessThan(0.2);
    expect(Math.abs(result.ff_pct - ff)).toBeLessThan(0.5);
    expect(Math.abs(result.efficiency_pct - efficiency)).toBeLessThan(0.2);
  });
});
