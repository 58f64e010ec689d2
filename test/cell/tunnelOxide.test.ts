import { beforeAll, describe, expect, it } from 'vitest';
import type { CellResult } from '../../src/cell/cell.ts';
import { places, waferDoping, waferMiddle } from '../../src/cell/places.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { computeSkins } from '../../src/cell/skins.ts';
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

  it('leaves the voltage and takes the fill factor, the thicker the more', async () => {
    // "Very thin SiOx (< 1.2 nm)" lets enough through; thicker without pinholes "a poor fill factor with a high
    // series resistance": Z. Zhang et al., Sol. Energy Mater. Sol. Cells 187, 113 (2018),
    // doi:10.1016/j.solmat.2018.07.025, abstract.
    const set = (nm: number) => [
      `rear.layers.poly.oxide={ thickness: ${nm} nm }`,
      'circuit.shunt_resistance=1e12',
    ];
    const sweep: (CellResult & { readonly nm: number })[] = [];
    for (const nm of [0.8, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3]) {
      const simulator = cellSimulator(await loadCell('topcon', { set: set(nm) }), am15g, 25);
      sweep.push({ nm, ...simulator.at(1000) });
      // A whole curve: it falls through open circuit and on.
      const { current_mA_cm2: curve } = simulator.jv(
        1000,
        Array.from({ length: 41 }, (_, k) => k * 0.025),
      );
      for (let k = 1; k < curve.length; k++) expect(curve[k]).toBeLessThan(curve[k - 1]!);
    }
    for (const [k, { nm, voc_V, ff_pct, jsc_mA_cm2 }] of sweep.entries()) {
      expect(Math.abs(voc_V - sweep[0]!.voc_V), `${nm} nm`).toBeLessThan(2e-4);
      if (k === 0) continue;
      expect(ff_pct, `${nm} nm`).toBeLessThan(sweep[k - 1]!.ff_pct);
      // What it keeps away of the holes adds 2e-6 of the current.
      expect(jsc_mA_cm2, `${nm} nm`).toBeLessThan(sweep[k - 1]!.jsc_mA_cm2 * (1 + 1e-5));
    }
    const at = (nm: number) => sweep.find((row) => row.nm === nm)!;
    expect(at(0.8).ff_pct - at(1.2).ff_pct).toBeLessThan(0.1);
    expect(at(2).ff_pct).toBeLessThan(60);
    expect(at(2).jsc_mA_cm2 / at(0.8).jsc_mA_cm2).toBeGreaterThan(0.999);
    expect(at(2.4).ff_pct).toBeLessThan(10);
    expect(at(3).jsc_mA_cm2).toBeLessThan(0.1);
  });

  it.each([
    [1000, 25],
    [1, 25],
    [999_999, 25],
    [1000, -40],
    [1000, 150],
    [999_999, -40],
    [1, 150],
  ])('of any thickness gives a result at %d W/m2 and %d degC', async (irradiance, temperature) => {
    for (const nm of [1.6, 1.8, 2.2, 2.5, 3]) {
      const simulator = cellSimulator(await cell(`{ thickness: ${nm} nm }`), am15g, temperature);
      const { voc_V, ff_pct, pmax_W_m2 } = simulator.at(irradiance);
      const { seriesResistance } = simulator.circuit;
      const { voltage_V, current_mA_cm2 } = simulator.jv(
        irradiance,
        Array.from({ length: 31 }, (_, k) => (k / 30) * voc_V),
      );
      expect(seriesResistance).toBeGreaterThan(0);
      // No point of the curve delivers more.
      voltage_V.forEach((v, k) => {
        expect(10 * v * current_mA_cm2[k]!).toBeLessThan(pmax_W_m2 * (1 + 1e-6));
      });
      expect(ff_pct, `${nm} nm`).toBeGreaterThan(4);
      expect(ff_pct, `${nm} nm`).toBeLessThan(90);
    }
  });

  it('that lets nothing through is said to block', async () => {
    const shut = '{ electron_transmission: 0, hole_transmission: 0 }';
    for (const temperature of [-40, 25]) {
      const simulator = cellSimulator(await cell(shut), am15g, temperature);
      expect(() => simulator.at(1000)).toThrow(/^the cell delivers no current .*blocks it/);
    }
  });

  it('does not move the middle of the wafer, however many nodes lie under it', async () => {
    const { device } = cellSimulator(await cell('{ thickness: 2.2 nm }'), am15g, 25);
    const { problem } = device;
    const middle = waferMiddle(problem);
    expect(problem.x[middle]! / 130e-4).toBeCloseTo(0.5, 1);
    expect(waferDoping(problem)).toBeGreaterThan(1e15);
    expect(waferDoping(problem)).toBeLessThan(1e16);
    const named = new Set(places(problem));
    expect([...named]).toEqual(['front.diffusion', 'wafer', 'rear.diffusion', 'rear.poly']);
  });

  it('has skins as long as it conducts, and says so when it does not', async () => {
    const lumped = (nm: number) =>
      cell(`{ thickness: ${nm} nm }`).then((given) => computeSkins(given, am15g, 25));
    const { rear } = await lumped(2);
    expect(rear.contact_resistivity_ohm_cm2).toBeGreaterThan(2);
    await expect(lumped(2.6)).rejects.toThrow('a contact blocks the carriers');
  });

  it('takes a thickness in the place of the two factors', async () => {
    const path = 'rear.layers.poly.oxide.thickness=1.4nm';
    const alone = await loadCell('topcon', { set: [path] });
    expect(alone.description).toEqual((await cell('{ thickness: 1.4 nm }')).description);
    const both = { set: [path, 'rear.layers.poly.oxide.hole_transmission=1e-5'] };
    await expect(loadCell('topcon', both)).rejects.toThrow(/follows from the thickness/);
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
