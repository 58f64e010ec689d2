import { describe, expect, it } from 'vitest';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { records } from './recordCells.ts';

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
