import { beforeAll, describe, expect, it } from 'vitest';
import type { CellResult } from '../../src/cell/cell.ts';
import { type CellSimulator, cellSimulator, simulateCell } from '../../src/cell/simulate.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { production } from './productionCells.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

/** Every photon, mA/cm2. */
function accounted({ photons }: CellResult): number {
  const { reflected, escaped, transmitted, shaded, wafer, films } = photons;
  const inFilms = Object.values(films).reduce((sum, value) => sum + value, 0);
  return reflected + escaped + transmitted + shaded + wafer + inFilms;
}

describe.each(production)('$name', (cell) => {
  const { name, efficiency, voc, coefficient, modules } = cell;
  let standard: CellResult;
  let simulator: CellSimulator;
  beforeAll(async () => {
    simulator = cellSimulator(await loadCell(name), am15g, 25);
    standard = simulator.at(1000);
  });

  it('works as production cells do', () => {
    expect(standard.efficiency_pct).toBeGreaterThan(efficiency[0]);
    expect(standard.efficiency_pct).toBeLessThan(efficiency[1]);
    expect(standard.voc_V).toBeGreaterThan(voc[0]);
    expect(standard.voc_V).toBeLessThan(voc[1]);
    expect(standard.pmax_W_m2).toBeCloseTo(standard.efficiency_pct * 10, 9);
  });

  it('is the average of its kind, with what its file says was adjusted', () => {
    if (cell.average !== undefined)
      expect(Math.abs(standard.efficiency_pct - cell.average)).toBeLessThan(0.1);
    else expect(Math.abs(standard.voc_V - cell.cellVoltage!)).toBeLessThan(2e-3);
  });

  it('has the temperature coefficient of power of its kind, 25 to 65 degC', async () => {
    const hot = simulateCell(await loadCell(name), {
      spectrum: am15g,
      irradiance: 1000,
      temperature: 65,
    });
    const perKelvin = (100 * (hot.pmax_W_m2 / standard.pmax_W_m2 - 1)) / 40;
    expect(perKelvin).toBeGreaterThan(coefficient[0]);
    expect(perKelvin).toBeLessThan(coefficient[1]);
    expect(Math.abs(perKelvin - modules)).toBeLessThan(0.02);
  });

  it('accounts for every photon', () => {
    expect(Math.abs(accounted(standard) / standard.photons.incident - 1)).toBeLessThan(1e-10);
    for (const share of Object.values(standard.photons.films))
      expect(share).toBeGreaterThanOrEqual(0);
  });

  it('collects at most what is absorbed', () => {
    const { wafer, films } = standard.photons;
    const semiconducting = Object.values(films).reduce((sum, value) => sum + value, 0);
    expect(standard.jsc_mA_cm2).toBeLessThan(wafer + semiconducting);
    expect(standard.jsc_mA_cm2).toBeGreaterThan(0.95 * wafer);
  });

  it('carries one current at every depth, to 1e-9', () => {
    for (const voltage of [0, 0.5, 0.62]) {
      simulator.device.solve(voltage, 1);
      const profile = simulator.device.currentProfile();
      const spread = Math.max(...profile) - Math.min(...profile);
      expect(spread / (standard.jsc_mA_cm2 / 1e3)).toBeLessThan(1e-9);
    }
  });

  it('gives the power that its curve has at the maximum', () => {
    const vd = standard.vmp_V + standard.jmp_mA_cm2 * 1e-3 * 0.4;
    const around = Float64Array.from({ length: 41 }, (_, k) => vd - 0.02 + 0.001 * k);
    const { voltage_V, current_mA_cm2 } = simulator.jv(1000, around);
    const power = voltage_V.map((v, k) => v * current_mA_cm2[k] * 10);
    expect(Math.max(...power)).toBeLessThanOrEqual(standard.pmax_W_m2 * (1 + 1e-12));
    expect(Math.max(...power) / standard.pmax_W_m2).toBeGreaterThan(1 - 1e-4);
    expect(simulator.mpp(1000).pmax_W_m2).toBeCloseTo(standard.pmax_W_m2, 7);
  });

  it('loses voltage with less light and gains none from more than its light', () => {
    let last = 0;
    for (const irradiance of [1, 10, 100, 500, 1000, 1500]) {
      const result = simulator.at(irradiance);
      expect(result.voc_V).toBeGreaterThan(last);
      last = result.voc_V;
      expect(result.jsc_mA_cm2 / irradiance).toBeCloseTo(standard.jsc_mA_cm2 / 1000, 3);
    }
  });

  it('stays below the detailed-balance limit of silicon', () => {
    // Shockley-Queisser at 1.12 eV: 33.4 %, 43.7 mA/cm2, 0.878 V.
    expect(standard.efficiency_pct).toBeLessThan(33.4);
    expect(standard.jsc_mA_cm2).toBeLessThan(43.7);
    expect(standard.voc_V).toBeLessThan(0.878);
  });
});

describe('the stack matters as it does in the laboratory', () => {
  const at = async (...set: string[]) =>
    simulateCell(await loadCell('shj', { set }), {
      spectrum: am15g,
      irradiance: 1000,
      temperature: 25,
    });

  it('each nm of a-Si:H in front costs 0.1 to 0.25 mA/cm2', async () => {
    // Holman 2012, doi:10.1109/JPHOTOV.2011.2174967: 0.1 to 0.2 mA/cm2 per nm.
    const thin = await at('front.layers.n.thickness=4nm');
    const thick = await at('front.layers.n.thickness=8nm');
    const perNanometre = (thin.jsc_mA_cm2 - thick.jsc_mA_cm2) / 4;
    expect(perNanometre).toBeGreaterThan(0.1);
    expect(perNanometre).toBeLessThan(0.25);
  });

  it('a thinner wafer gives more voltage and less current', async () => {
    const thin = await at('wafer.thickness=80um');
    const thick = await at('wafer.thickness=180um');
    expect(thin.voc_V).toBeGreaterThan(thick.voc_V);
    expect(thin.jsc_mA_cm2).toBeLessThan(thick.jsc_mA_cm2);
  });

  it('worse interfaces cost voltage', async () => {
    const poor = await at(
      'wafer.rear_surface.electron_velocity=1e4cm/s',
      'wafer.rear_surface.hole_velocity=1e4cm/s',
    );
    const good = await at();
    expect(poor.voc_V).toBeLessThan(good.voc_V - 0.01);
  });

  it('light absorbed in the i-layer counts as the file says', async () => {
    const none = await at('front.layers.i.collection=0%', 'rear.layers.i.collection=0%');
    const all = await at('front.layers.i.collection=100%');
    expect(all.jsc_mA_cm2 - none.jsc_mA_cm2).toBeCloseTo(all.photons.films['front.i'], 1);
  });
});

describe('conditions', () => {
  it('refuse what no cell meets', async () => {
    const cell = await loadCell('perc');
    const at = (irradiance: number, temperature: number) => () =>
      simulateCell(cell, { spectrum: am15g, irradiance, temperature });
    expect(at(0, 25)).toThrow(RangeError);
    expect(at(Number.NaN, 25)).toThrow(RangeError);
    expect(at(1000, 400)).toThrow(RangeError);
  });
});
