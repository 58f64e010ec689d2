import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, analyseCell } from '../../src/cell/analyses.ts';
import { quantumEfficiency } from '../../src/cell/eqe.ts';
import { lifetimeTable } from '../../src/cell/lifetime.ts';
import { lossAnalysis } from '../../src/cell/losses.ts';
import { openCircuitVoltage } from '../../src/cell/openCircuit.ts';
import { type CellSimulator, cellSimulator } from '../../src/cell/simulate.ts';
import { terminalAt } from '../../src/cell/terminalAt.ts';
import { recombinationRates } from '../../src/device/recombination.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { emittedPhotonFlux } from '../../src/optics/radiative.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe.each(['shj', 'topcon', 'perc', 'al-bsf'])('%s', (name) => {
  let simulator: CellSimulator;
  let analysis: Analysis;
  let shading = 0;
  beforeAll(async () => {
    const cell = await loadCell(name);
    shading = cell.description.circuit.shading;
    simulator = cellSimulator(cell, am15g, 25);
    analysis = analyseCell(cell, {
      spectrum: am15g,
      irradiance: 1000,
      temperature: 25,
      jv: true,
      eqe: true,
      sunsVoc: true,
      bands: 'oc',
      lifetime: true,
      losses: true,
    });
  });

  it('collects over the spectrum what its short circuit delivers, within 0.1 %', () => {
    // The tenth of a percent is curvature: a small signal on bias light against all light.
    const eqe = analysis.eqe!;
    const current =
      1e3 * elementaryCharge * sum(eqe.map((r, k) => r.eqe * simulator.photonFlux[k]!));
    expect(Math.abs(current / analysis.result.jsc_mA_cm2 - 1)).toBeLessThan(1e-3);
  });

  it('has quantum efficiencies between 0 and 1, the internal above the external', () => {
    for (const { eqe, iqe, reflectance } of analysis.eqe!) {
      expect(eqe).toBeGreaterThanOrEqual(0);
      expect(eqe + reflectance * (1 - shading)).toBeLessThanOrEqual(1);
      expect(iqe).toBeGreaterThanOrEqual(eqe);
      expect(iqe).toBeLessThanOrEqual(1);
    }
  });

  it('answers a little more light as two solutions of the whole cell do', async () => {
    const rows = quantumEfficiency(simulator, 1000, shading);
    const { device } = simulator;
    const base = device.state.generation.slice();
    const k = 60;
    const photon = new Float64Array(rows.length);
    photon[k] = 1e15;
    const more = simulator.generation(photon);
    const at = (side: number) => {
      device.setGeneration(base.map((g, i) => g + side * more[i]!));
      device.solve(0.1, 1);
      return terminalAt(simulator, 1000, 0).current;
    };
    const added = (at(1) - at(-1)) / 2;
    device.setGeneration(base);
    expect(added / elementaryCharge / 1e15 / rows[k]!.eqe).toBeCloseTo(1, 5);
  });

  it('loses what lies between its limit and its efficiency, to 1e-9', () => {
    const { limit, rows } = analysis.losses!;
    const lost = sum(rows.map((row) => row.efficiency_pct));
    expect(Math.abs(limit.efficiency_pct - lost - analysis.result.efficiency_pct)).toBeLessThan(
      1e-9,
    );
    expect(limit.power_mW_cm2 - sum(rows.map((row) => row.power_mW_cm2))).toBeCloseTo(
      analysis.result.pmax_W_m2 / 10,
      9,
    );
    // Nothing gives power back, and the limit is that of silicon.
    for (const row of rows) expect(row.power_mW_cm2).toBeGreaterThan(-1e-6);
    expect(limit.efficiency_pct).toBeLessThan(29.7);
    expect(limit.efficiency_pct).toBeGreaterThan(28.9);
  });

  it('has losses of the size that the photon budget and the circuit give', async () => {
    const { result, losses } = analysis;
    const power = (path: string, place?: string) =>
      sum(
        losses!.rows
          .filter((row) => row.path === path && (place === undefined || row.place === place))
          .map((row) => row.power_mW_cm2),
      );
    const { circuit } = (await loadCell(name)).description;
    const current = result.jmp_mA_cm2 / 1e3;
    expect(power('series resistance')).toBeCloseTo(
      current ** 2 * circuit.series_resistance * 1e3,
      6,
    );
    const vd = result.vmp_V + current * circuit.series_resistance;
    expect(power('shunt')).toBeCloseTo((vd ** 2 / circuit.shunt_resistance) * 1e3, 6);
    // A photon of light that the ideal cell uses is worth its voltage at maximum power.
    const perCurrent = power('shading') / result.photons.shaded;
    expect(perCurrent).toBeGreaterThan(0.6);
    expect(perCurrent).toBeLessThan(0.72);
  });

  it('has a Suns-Voc curve that ends at its open circuit', () => {
    const { rows, implied_voc_V } = analysis.sunsVoc!;
    const { pseudo_ff_pct } = analysis;
    const one = rows.find((row) => row.suns === 1)!;
    expect(one.voc_V).toBeCloseTo(analysis.result.voc_V, 6);
    expect(Math.abs(implied_voc_V - one.voc_V)).toBeLessThan(5e-3);
    expect(one.pseudo_current_mA_cm2).toBe(0);
    rows.slice(1).forEach((row, k) => {
      expect(row.voc_V).toBeGreaterThan(rows[k]!.voc_V);
    });
    expect(pseudo_ff_pct).toBeGreaterThan(analysis.result.ff_pct);
    // No point of the curve makes more power than its maximum.
    for (const row of rows.filter(({ suns }) => suns < 1)) {
      const fill = (row.voc_V * (1 - row.suns)) / one.voc_V;
      expect(fill * 100).toBeLessThanOrEqual(pseudo_ff_pct + 1e-9);
    }
  });

  it('has bands that hold its densities and split by its voltage', () => {
    const { rows, voltage_V, current_mA_cm2 } = analysis.bands!;
    expect(voltage_V).toBeCloseTo(analysis.result.voc_V, 6);
    expect(Math.abs(current_mA_cm2)).toBeLessThan(0.2); // what the shunt takes
    for (const row of rows) {
      expect(row.ec_eV).toBeGreaterThan(row.ev_eV);
      expect(row.n_cm3).toBeGreaterThan(0);
    }
    const middle = rows[Math.floor(rows.length / 2)]!;
    expect(middle.efn_eV - middle.efp_eV).toBeCloseTo(analysis.result.voc_V, 1);
    const depths = rows.map((row) => row.depth_nm);
    expect(depths).toEqual([...depths].sort((a, b) => a - b));
  });

  it('has lifetimes that fall at high injection, and the wafer lives longer than the cell', () => {
    const rows = analysis.lifetime!;
    for (const row of rows) {
      expect(row.bulk_lifetime_s).toBeGreaterThan(row.lifetime_s);
      expect(row.j0_front_fA_cm2 + row.j0_rear_fA_cm2).toBeCloseTo(row.j0_fA_cm2, 9);
    }
    rows.slice(1).forEach((row, k) => {
      expect(row.injection_cm3).toBeGreaterThan(rows[k]!.injection_cm3);
    });
    expect(rows.at(-1)!.lifetime_s).toBeLessThan(Math.max(...rows.map((row) => row.lifetime_s)));
  });
});

describe('laws that tie the analyses together', () => {
  it('electroluminescence and quantum efficiency give the open-circuit voltage of an SHJ cell', async () => {
    // U. Rau, Phys. Rev. B 76, 085303 (2007), doi:10.1103/PhysRevB.76.085303.
    const set = [
      'circuit.shading=0',
      'circuit.series_resistance=0',
      'circuit.shunt_resistance=1e12',
    ];
    const simulator = cellSimulator(await loadCell('shj', { set }), am15g, 25);
    const { device, optics } = simulator;
    const eqe = quantumEfficiency(simulator, 1000, 0).map((row) => row.eqe);
    const temperature = device.problem.temperature;
    const vt = thermalVoltage(temperature);
    const radiativeDark =
      elementaryCharge * emittedPhotonFlux(Float64Array.from(eqe), optics.wavelength, temperature);
    const short = terminalAt(simulator, 1000, 0).current;
    const solved = openCircuitVoltage(simulator, 1000, 0.75);
    // In the dark, with as much current as the light makes: what share of it shines?
    let voltage = 0.7;
    for (let step = 0; step < 20; step++) {
      device.solve(voltage, 0);
      voltage += Math.log(short / -device.current()) * vt;
    }
    device.solve(voltage, 0);
    expect(-device.current()).toBeCloseTo(short, 9);
    const emitted = elementaryCharge * sum(recombinationRates(device).radiative);
    const derived = vt * Math.log(short / radiativeDark + 1) + vt * Math.log(emitted / short);
    expect(Math.abs(derived - solved)).toBeLessThan(1e-3);
  });

  it('without resistances the pseudo fill factor is the fill factor', async () => {
    // What is left is transport inside the device, which Suns-Voc does not see either.
    const set = ['circuit.series_resistance=0'];
    const request = { spectrum: am15g, irradiance: 1000, temperature: 25 };
    const { result, pseudo_ff_pct } = analyseCell(await loadCell('perc', { set }), request);
    expect(pseudo_ff_pct - result.ff_pct).toBeGreaterThan(0);
    expect(pseudo_ff_pct - result.ff_pct).toBeLessThan(0.6);
  });

  it('an SRH lifetime in an otherwise ideal wafer is read back', async () => {
    const set = [
      'wafer.models.auger=none',
      'wafer.lifetime.electron=200us',
      'wafer.lifetime.hole=200us',
      'front.contact.j0=0',
      'rear.contact.j0=0',
      'wafer.diffusions.emitter.peak=1e17cm^-3',
    ];
    const simulator = cellSimulator(await loadCell('perc', { set }), am15g, 25);
    const row = lifetimeTable(simulator, 1000).find(({ suns }) => suns === 0.1)!;
    // tau_p + tau_n p/(n + p) at this injection, about 205 us; radiation takes a little.
    expect(row.bulk_lifetime_s).toBeGreaterThan(190e-6);
    expect(row.bulk_lifetime_s).toBeLessThan(260e-6);
  });

  it.each([
    ['series resistance', 'circuit', ['circuit.series_resistance=0'], 0.99, 1.01],
    ['shunt', 'circuit', ['circuit.shunt_resistance=1e12'], 0.9, 1.1],
    [
      'Shockley-Read-Hall recombination',
      'wafer',
      ['wafer.lifetime.electron=900s', 'wafer.lifetime.hole=900s'],
      0.8,
      1.25,
    ],
  ])('a cell without its %s gains what the loss says', async (path, place, set, low, high) => {
    const cell = await loadCell('shj');
    const simulator = cellSimulator(cell, am15g, 25);
    const result = simulator.at(1000);
    const { rows } = lossAnalysis(cell, simulator, 1000, result);
    const loss = rows.find((row) => row.path === path && row.place === place)!.power_mW_cm2;
    const better = cellSimulator(await loadCell('shj', { set }), am15g, 25).at(1000);
    const gain = (better.pmax_W_m2 - result.pmax_W_m2) / 10;
    expect(gain / loss).toBeGreaterThan(low);
    expect(gain / loss).toBeLessThan(high);
  });

  it('bands in equilibrium have one Fermi level and no current', async () => {
    const request = { spectrum: am15g, irradiance: 1000, temperature: 25 };
    const cell = await loadCell('shj');
    const { bands } = analyseCell(cell, { ...request, bands: 'equilibrium' });
    expect(Math.abs(bands!.current_mA_cm2)).toBeLessThan(1e-20);
    for (const row of bands!.rows) {
      expect(row.efn_eV).toBeCloseTo(0, 12);
      expect(row.efp_eV).toBeCloseTo(0, 12);
      expect(row.generation_cm3_s).toBe(0);
    }
    // The p side lies behind: electrons climb from front to rear by the built-in voltage.
    const rise = bands!.rows.at(-1)!.ec_eV - bands!.rows[0]!.ec_eV;
    expect(rise).toBeGreaterThan(0.8);
    expect(rise).toBeLessThan(1.7);
  });

  it('losses hold at other conditions and for a second diode', async () => {
    const set = [
      'circuit.second_diode.saturation_current=5 nA/cm^2',
      'circuit.second_diode.ideality=2',
      'wafer.models.auger=niewelt2022',
    ];
    const cell = await loadCell('perc', { set });
    const simulator = cellSimulator(cell, am15g, 60);
    const result = simulator.at(300);
    const { limit, rows } = lossAnalysis(cell, simulator, 300, result);
    const lost = sum(rows.map((row) => row.efficiency_pct));
    expect(Math.abs(limit.efficiency_pct - lost - result.efficiency_pct)).toBeLessThan(1e-8);
    expect(rows.find((row) => row.path === 'second diode')!.power_mW_cm2).toBeGreaterThan(0.01);
    expect(limit.auger).toBe('niewelt2022');
  });
});

it.each([5e-324, 1e-300, 1e-90])(
  'a surface of %s cm/s is one without recombination',
  async (velocity) => {
    const at = async (value: number) => {
      const set = ['electron', 'hole'].map(
        (carrier) => `wafer.rear_surface.${carrier}_velocity=${value} cm/s`,
      );
      return cellSimulator(await loadCell('topcon', { set }), am15g, 25).at(1000).voc_V;
    };
    expect(await at(velocity)).toBeCloseTo(await at(0), 12);
  },
);
