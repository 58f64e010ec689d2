import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Cell } from '../../src/cell/cell.ts';
import { parseDopingTable } from '../../src/cell/dopingTable.ts';
import { lumpedSimulator } from '../../src/cell/lumped.ts';
import type { LumpedProblem } from '../../src/cell/lumpedProblem.ts';
import { neutralSilicon } from '../../src/cell/lumpedRecombination.ts';
import { LumpedWafer } from '../../src/cell/lumpedWafer.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { measuredSkin, type Skins } from '../../src/cell/skin.ts';
import { computeSkins } from '../../src/cell/skins.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import { CalculationError } from '../../src/device/errors.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

describe.each(['shj', 'topcon', 'perc', 'al-bsf'])('lumped %s beside the detailed one', (name) => {
  let cell: Cell;
  let skins: Skins;
  beforeAll(async () => {
    cell = await loadCell(name);
    skins = computeSkins(cell, am15g, 25);
  });
  const both = (temperature: number, irradiance: number) => [
    lumpedSimulator(cell, skins, am15g, temperature).at(irradiance),
    cellSimulator(cell, am15g, temperature).at(irradiance),
  ];

  it('agrees in standard conditions: 0.01 % in efficiency, where 0.1 % is asked for', () => {
    const [lumped, detailed] = both(25, 1000);
    expect(Math.abs(lumped.efficiency_pct / detailed.efficiency_pct - 1)).toBeLessThan(1e-4);
    expect(Math.abs(lumped.voc_V - detailed.voc_V)).toBeLessThan(2e-5);
    expect(Math.abs(lumped.jsc_mA_cm2 / detailed.jsc_mA_cm2 - 1)).toBeLessThan(5e-4);
    expect(Math.abs(lumped.ff_pct - detailed.ff_pct)).toBeLessThan(0.03);
    expect(lumped.photons).toEqual(detailed.photons);
  });

  it.each([
    [25, 200],
    [60, 1000],
    [45, 600],
  ])(
    'agrees within a thousandth at %d degC and %d W/m2 with the same skins',
    (temperature, irradiance) => {
      const [lumped, detailed] = both(temperature, irradiance);
      expect(Math.abs(lumped.efficiency_pct / detailed.efficiency_pct - 1)).toBeLessThan(1e-3);
      expect(Math.abs(lumped.voc_V - detailed.voc_V)).toBeLessThan(2e-4);
    },
  );
});

describe('both fidelities agree on cells that are no preset', () => {
  const difference = (cell: Cell) => {
    const skins = computeSkins(cell, am15g, 25);
    const lumped = lumpedSimulator(cell, skins, am15g, 25).at(1000);
    const detailed = cellSimulator(cell, am15g, 25).at(1000);
    return Math.abs(lumped.efficiency_pct / detailed.efficiency_pct - 1);
  };

  it.each([
    ['shj', 'wafer.models.auger=niewelt2022'],
    ['shj', 'wafer.thickness=60um'],
    ['shj', 'wafer.doping.density=2e14 cm^-3'],
    ['topcon', 'circuit.second_diode={ saturation_current: 5e-9 A/cm^2, ideality: 2 }'],
    ['perc', 'wafer.lifetime.electron=10us'],
    ['al-bsf', 'wafer.models.density=altermatt2003'],
  ])('%s with %s', async (name, set) => {
    expect(difference(await loadCell(name, { set: [set] }))).toBeLessThan(1e-3);
  });

  it('perc with a measured profile', async () => {
    const perc = await loadCell('perc');
    const rows = Array.from({ length: 80 }, (_, k) => `${10 * k},${1e20 * Math.exp(-k / 6) + 1}`);
    const table = parseDopingTable(`depth_nm,density_cm3\n${rows.join('\n')}\n`, 'ecv.csv');
    const { wafer } = perc.description;
    const emitter = { name: 'emitter', side: 'front', type: 'n' } as const;
    const cell = {
      ...perc,
      doping: { 'ecv.csv': table },
      description: {
        ...perc.description,
        wafer: {
          ...wafer,
          diffusions: [{ ...emitter, profile: 'table' as const, file: 'ecv.csv' }],
        },
      },
    };
    expect(difference(cell)).toBeLessThan(1e-3);
  });
});

const vt = thermalVoltage(298.15);

/** Wafer of 160 um with 11 places, as the simulator makes it. */
function problem(change: {
  netDoping: number;
  lifetime?: number;
  mobility?: number;
  j0a?: number;
  j0b?: number;
  power?: number;
  photons?: number;
  auger?: 'richter2012' | 'niewelt2022' | 'pc1d' | 'none';
}): LumpedProblem {
  const { netDoping, lifetime = Number.POSITIVE_INFINITY, j0a = 0, j0b = 0, power = 1 } = change;
  const base = crystallineSilicon({
    temperature: 298.15,
    donors: Math.max(netDoping, 0),
    acceptors: Math.max(-netDoping, 0),
    electronLifetime: lifetime,
    holeLifetime: lifetime,
    trapLevel: 0,
    radiative: 0,
    models: {
      auger: change.auger ?? 'none',
      narrowing: 'schenk1998',
      mobility: 'klaassen1992',
      density: 'couderc2014',
    },
  });
  const { mobility } = change;
  const silicon = neutralSilicon(
    mobility ? { ...base, electronMobility: mobility, holeMobility: mobility } : base,
    vt,
  );
  const x = Float64Array.from({ length: 11 }, (_, i) => 0.0016 * i);
  const generation = new Float64Array(11).fill((change.photons ?? 0) / 11);
  const side = (j0: number) => ({
    coefficient: j0 / (elementaryCharge * silicon.nie2),
    narrows: false,
    power,
    generation: 0,
  });
  return { silicon, thermalVoltage: vt, x, generation, a: side(j0a), b: side(j0b) };
}

describe('a lumped wafer', () => {
  test.each([-1e16, 1e16])('with fast carriers is a diode with the J0 of its skins (%d)', (N) => {
    const wafer = new LumpedWafer(
      problem({ netDoping: N, mobility: 1e12, j0a: 2e-14, j0b: 5e-14, photons: 2e17 }),
    );
    for (const voltage of [0, 0.3, 0.5, 0.6, 0.65]) {
      const ideal = elementaryCharge * 2e17 - 7e-14 * Math.expm1(voltage / vt);
      expect(Math.abs(wafer.solve(voltage, 1).current - ideal)).toBeLessThan(1e-6 * 0.032);
    }
  });

  test('has the saturation current of a base with a finite diffusion length', () => {
    // J0 = (q D n0/L) (s cosh + sinh)/(cosh + s sinh), s = S L/D (low injection).
    const tau = 2e-6;
    const S = 500;
    const given = problem({ netDoping: -2e16, lifetime: tau });
    const { n0, p0, electronDiffusion: D } = given.silicon;
    const x = Float64Array.from({ length: 101 }, (_, i) => 0.00016 * i);
    const b = { coefficient: S / p0, power: 1, narrows: false, generation: 0 };
    const wafer = new LumpedWafer({ ...given, x, generation: new Float64Array(101), b });
    const L = Math.sqrt(D * tau);
    const s = (S * L) / D;
    const u = 0.016 / L;
    const shape = (s * Math.cosh(u) + Math.sinh(u)) / (Math.cosh(u) + s * Math.sinh(u));
    const j0 = ((elementaryCharge * D * n0) / L) * shape;
    // At 0.4 V the excess is 1e-6 of the doping; SRH counts n1 + p1 by 1e-6 too.
    const dark = -wafer.solve(0.4, 0).current / Math.expm1(0.4 / vt);
    expect(Math.abs(dark / j0 - 1)).toBeLessThan(3e-4);
  });

  test('never gives more than its light, falls with voltage, and knows its slope', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 14.3, max: 17.5, noNaN: true }),
        fc.boolean(),
        fc.double({ min: -7, max: -1, noNaN: true }),
        fc.double({ min: -17, max: -9, noNaN: true }),
        fc.double({ min: -17, max: -9, noNaN: true }),
        fc.double({ min: 0.5, max: 1.2, noNaN: true }),
        fc.constantFrom('richter2012', 'niewelt2022', 'pc1d', 'none' as const),
        fc.double({ min: -4, max: 1, noNaN: true }),
        (doping, nType, tau, j0a, j0b, power, auger, logLight) => {
          const light = 10 ** logLight;
          const wafer = new LumpedWafer(
            problem({
              netDoping: (nType ? 1 : -1) * 10 ** doping,
              lifetime: 10 ** tau,
              j0a: 10 ** j0a,
              j0b: 10 ** j0b,
              power,
              photons: 2.5e17,
              auger,
            }),
          );
          const whole = elementaryCharge * 2.5e17 * light;
          let last = Number.POSITIVE_INFINITY;
          for (const voltage of [0, 0.45, 0.2, 0.55, 0.62, 0.7]) {
            const { current, slope } = wafer.solve(voltage, light);
            expect(current).toBeLessThanOrEqual(whole * (1 + 1e-9));
            expect(slope).toBeLessThanOrEqual(0);
            const { current: beyond } = wafer.solve(voltage + 1e-4, light);
            const difference = (beyond - current) / 1e-4;
            const middle = (slope + wafer.solve(voltage + 1e-4, light).slope) / 2;
            expect(Math.abs(difference - middle)).toBeLessThan(
              1e-3 * Math.abs(middle) + 1e-6 * whole,
            );
            if (voltage >= 0.45) {
              expect(current).toBeLessThanOrEqual(last);
              last = current;
            }
          }
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  });

  test('says so where it does not converge', () => {
    const hopeless = problem({ netDoping: -1e12, lifetime: 1e-3, j0a: 1e-14, photons: 2.5e17 });
    const wafer = new LumpedWafer(hopeless);
    expect(() => wafer.solve(0, 1)).toThrow(CalculationError);
    // And it forgets that attempt.
    expect(wafer.solve(0, 1e-4).current).toBeCloseTo(elementaryCharge * 2.5e13, 7);
  });

  test('finds the same point from another past', () => {
    const given = problem({
      netDoping: 1.5e15,
      lifetime: 1e-3,
      j0a: 1e-15,
      j0b: 5e-15,
      photons: 2.5e17,
    });
    const once = new LumpedWafer(given).solve(0.66, 1);
    const wafer = new LumpedWafer(given);
    wafer.solve(0.3, 20);
    wafer.solve(0.75, 0.01);
    expect(wafer.solve(0.66, 1).current).toBeCloseTo(once.current, 12);
  });
});

describe('measured skins', () => {
  const perc = async () => loadCell('perc');

  it('make a cell', async () => {
    const cell = await perc();
    const at = (j0: number, resistivity = 0) =>
      lumpedSimulator(
        cell,
        { front: measuredSkin('electrons', j0, resistivity, 120), rear: measuredSkin('holes', 25) },
        am15g,
        25,
      ).at(1000);
    const good = at(20);
    expect(good.voc_V).toBeGreaterThan(0.69);
    expect(good.efficiency_pct).toBeGreaterThan(22);
    expect(at(200).voc_V).toBeLessThan(good.voc_V);
    expect(at(20, 0.5).ff_pct).toBeLessThan(good.ff_pct - 1.5);
    expect(at(20, 0.5).voc_V).toBeCloseTo(good.voc_V, 9);
  });

  it('are refused by the name of what is wrong', async () => {
    const cell = await perc();
    expect(() => measuredSkin('electrons', -1)).toThrow('j0_fA_cm2 -1');
    expect(() => measuredSkin('electrons', Number.NaN)).toThrow('j0_fA_cm2 NaN');
    expect(() => measuredSkin('electrons', 1, -1)).toThrow('contact_resistivity_ohm_cm2');
    const electrons = measuredSkin('electrons', 10);
    const holes = measuredSkin('holes', 10);
    const make = (skins: Skins, temperature = 25) =>
      lumpedSimulator(cell, skins, am15g, temperature);
    expect(() => make({ front: electrons, rear: electrons })).toThrow(
      'both skins collect electrons',
    );
    expect(() => make({ front: { ...electrons, depth_nm: 3e5 }, rear: holes })).toThrow(
      'leave nothing of the wafer',
    );
    expect(() => make({ front: electrons, rear: holes }, 400)).toThrow(RangeError);
    expect(() => make({ front: electrons, rear: holes }).at(0)).toThrow('irradiance 0');
    expect(() => make({ front: electrons, rear: holes }).mpp(Number.NaN)).toThrow(RangeError);
  });
});
