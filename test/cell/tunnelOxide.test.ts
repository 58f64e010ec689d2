import { beforeAll, describe, expect, it } from 'vitest';
import { cellSimulator } from '../../src/cell/simulate.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { thermalTransmission } from '../../src/physics/barrierTransmission.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

const cell = (oxide: string) => loadCell('topcon', { set: [`rear.layers.poly.oxide=${oxide}`] });
const figures = async (oxide: string) => cellSimulator(await cell(oxide), am15g, 25).at(1000);

describe('the oxide under polysilicon', () => {
  it('by its thickness is the oxide by its transmissions', async () => {
    const through = (height: number, mass: number) =>
      thermalTransmission({ front: height, rear: height, thickness: 1.2e-7, mass }, 298.15);
    const byThickness = await figures('{ thickness: 1.2 nm }');
    const byFactors = await figures(
      `{ electron_transmission: ${through(3.15, 0.5)}, hole_transmission: ${through(4.6, 0.58)} }`,
    );
    expect(byThickness.efficiency_pct).toBeCloseTo(byFactors.efficiency_pct, 9);
    const light = await figures('{ thickness: 1.2 nm, electron_mass: 0.3, hole_mass: 0.3 }');
    expect(light.ff_pct).toBeGreaterThan(byThickness.ff_pct);
  });

  it('lets electrons through up to about 1.5 nm and blocks beyond', async () => {
    const thin = await figures('{ thickness: 1 nm }');
    const usual = await figures('{ thickness: 1.4 nm }');
    const thick = await figures('{ thickness: 2 nm }');
    expect(thin.ff_pct - usual.ff_pct).toBeGreaterThan(0);
    expect(thin.ff_pct - usual.ff_pct).toBeLessThan(5);
    expect(thick.ff_pct).toBeLessThan(60);
    // It keeps holes away: the voltage does not suffer.
    expect(thin.voc_V).toBeGreaterThan(0.71);
    expect(Math.abs(usual.voc_V - thin.voc_V)).toBeLessThan(2e-3);
  });

  it('is of a thickness or of two factors', async () => {
    await expect(cell('{ thickness: 1.2 nm, hole_transmission: 1e-5 }')).rejects.toThrow(
      /hole_transmission.*follows from the thickness/,
    );
    await expect(cell('{ electron_transmission: 1e-2 }')).rejects.toThrow(
      /hole_transmission.*needed where no thickness/,
    );
    await expect(
      cell('{ electron_transmission: 1e-2, hole_transmission: 1e-5, hole_mass: 0.5 }'),
    ).rejects.toThrow(/hole_mass.*goes with a thickness/);
  });
});
