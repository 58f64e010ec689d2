import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lumpedSimulator } from '../../src/cell/lumped.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { computeSkins } from '../../src/cell/skins.ts';
import { updateDensities } from '../../src/device/densities.ts';
import type { Device } from '../../src/device/device.ts';
import { nodeResult, nodeTerms } from '../../src/device/nodeTerms.ts';
import { mechanisms, recombinationRates } from '../../src/device/recombination.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { relativeEmission } from '../../src/physics/radiativeScreening.ts';
import type { SiliconModels } from '../../src/physics/siliconModels.ts';
import { photoCurrent, randomCase, randomDevice } from './randomDevice.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

const figures = async (name: string, ...set: string[]) =>
  cellSimulator(await loadCell(name, { set }), am15g, 25).at(1000);

/** Choices beside the defaults, each on its own and all that go together. */
const choices: readonly Partial<SiliconModels>[] = [
  { gap: 'thurmond1975' },
  { screening: 'altermatt2005' },
  { screening: 'none' },
  { narrowing: 'yan2014-apparent' },
  { tunnelling: 'hurkx1992' },
  { gap: 'thurmond1975', screening: 'altermatt2005', tunnelling: 'hurkx1992' },
];

/** Largest difference of the current over depth, over the light's or its own. */
function spread(device: Device, suns: number): number {
  const profile = device.currentProfile();
  const scale = Math.max(Math.abs(device.current()), photoCurrent * suns);
  return (Math.max(...profile) - Math.min(...profile)) / scale;
}

describe.each(choices.map((choice) => ({ choice, name: JSON.stringify(choice) })))(
  'random stacks with $name',
  ({ choice }) => {
    it('solve, at one current through their depth, and rest in equilibrium', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
          const stack = randomCase(seed, choice);
          const device = randomDevice(stack);
          device.solve(0, 0);
          expect(Math.max(...device.currentProfile().map(Math.abs))).toBeLessThan(1e-25);
          for (const voltage of stack.voltages) {
            device.solve(voltage, stack.suns);
            expect(spread(device, stack.suns), `${seed} at ${voltage} V`).toBeLessThan(3e-6);
          }
        }),
        { numRuns: 40 },
      );
    }, 30_000);

    it('have the derivatives that differences find', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
          const stack = randomCase(seed, choice);
          const device = randomDevice(stack);
          device.solve(0.5, stack.suns);
          const { problem, state } = device;
          const at = (i: number) => {
            updateDensities(problem, state);
            nodeTerms(problem, state, i, i + 1);
            const record = nodeResult.length * i;
            return state.nodeResults.slice(record, record + nodeResult.length);
          };
          const i = (seed * 7919) % problem.nodes;
          const here = at(i);
          const slopes = [
            [state.psi, nodeResult.rateByPsi],
            [state.phiN, nodeResult.rateByPhiN],
            [state.phiP, nodeResult.rateByPhiP],
          ] as const;
          const step = 1e-4;
          const scale = Math.max(...slopes.map(([, slope]) => Math.abs(here[slope]!)));
          const slopeOf = (move: (by: number) => void) => {
            move(step);
            const up = at(i)[nodeResult.rate]!;
            move(-2 * step);
            const down = at(i)[nodeResult.rate]!;
            move(step);
            return (up - down) / (2 * step);
          };
          // Tables of injection bend at their knots.
          const allowed = 2e-4 * scale;
          // All places move: no field with them.
          for (const [unknown, slope] of slopes) {
            const found = slopeOf((by) => {
              for (let k = 0; k < unknown.length; k++) unknown[k]! += by;
            });
            expect(Math.abs(found - here[slope]!)).toBeLessThanOrEqual(allowed);
          }
          if (!problem.tunnelsAnywhere) return;
          for (const [side, k] of [i - 1, i + 1].entries()) {
            if (k < 0 || k >= problem.nodes) continue;
            // The law goes with |F|: it has a corner where there is no field.
            if (Math.abs(state.psi[k]! - state.psi[i]!) < 10 * step) continue;
            at(i);
            const told = (side === 0 ? -1 : 1) * state.fieldSlopes[2 * i + side]!;
            const found = slopeOf((by) => {
              state.psi[k]! += by;
            });
            expect(Math.abs(found - told)).toBeLessThanOrEqual(allowed + 1e-3 * Math.abs(told));
          }
        }),
        { numRuns: 60 },
      );
    }, 30_000);
  },
);

describe('radiative recombination', () => {
  it('falls with the carriers by the factor of Altermatt 2005', async () => {
    const device = async (...set: string[]) =>
      cellSimulator(
        await loadCell('shj', { set: ['wafer.models.injection=none', ...set] }),
        am15g,
        25,
      ).device;
    const screened = await device('wafer.models.screening=altermatt2005');
    const plain = await device('wafer.models.screening=none');
    for (const voltage of [0.3, 0.6, 0.72]) {
      screened.solve(voltage, 1);
      plain.solve(voltage, 1);
      const rates = recombinationRates(screened);
      const middle = Math.floor(screened.problem.nodes / 2);
      const { electrons, holes } = screened.state;
      const factor = relativeEmission(electrons[middle]! + holes[middle]!, 298.15);
      const products = [screened, plain].map(
        ({ state }) => state.electrons[middle]! * state.holes[middle]!,
      );
      const ratio =
        rates.radiative[middle]! /
        recombinationRates(plain).radiative[middle]! /
        (products[0]! / products[1]!);
      expect(ratio / factor).toBeCloseTo(1, 4);
      for (let i = 0; i < rates.total.length; i++) {
        const parts = mechanisms.reduce((total, way) => total + rates[way][i]!, 0);
        expect(Math.abs(parts - rates.total[i]!)).toBeLessThanOrEqual(
          1e-12 * Math.abs(rates.total[i]!),
        );
      }
    }
  });

  it('weighs as its law says: none the highest voltage, PC1D the lowest', async () => {
    const voltage = async (...set: string[]) => (await figures('shj', ...set)).voc_V;
    const balance = await voltage();
    const trupke = await voltage('wafer.models.radiative=trupke2003');
    expect(Math.abs(trupke - balance)).toBeLessThan(2e-5);
    expect(await voltage('wafer.models.radiative=none')).toBeGreaterThan(balance + 2e-4);
    // 9.5e-15, nothing taken back: five times as much.
    expect(await voltage('wafer.models.radiative=pc1d')).toBeLessThan(balance - 1e-3);
    const screened = await voltage('wafer.models.screening=altermatt2005');
    const none = await voltage('wafer.models.screening=none');
    expect(none).toBeLessThan(screened);
    expect(none).toBeLessThan(balance);
  });
});

describe('the gap of Thurmond 1975', () => {
  it('leaves a cell of one material as it is: the intrinsic density is that of its own law', async () => {
    const [here, there] = await Promise.all([
      figures('perc'),
      figures('perc', 'wafer.models.gap=thurmond1975'),
    ]);
    expect(there.efficiency_pct).not.toBe(here.efficiency_pct);
    expect(Math.abs(there.efficiency_pct - here.efficiency_pct)).toBeLessThan(0.002);
  });

  it('moves the step to films of amorphous silicon by 0.34 meV', async () => {
    const edge = async (...set: string[]) => {
      const { device } = cellSimulator(await loadCell('shj', { set }), am15g, 25);
      const { layers, affinity, gap } = device.problem;
      const { first } = layers.find(({ name }) => name === 'wafer')!;
      return affinity[first]! + gap[first]!;
    };
    const moved = (await edge('wafer.models.gap=thurmond1975')) - (await edge());
    // At 25 degC: 1.124990 against 1.124646 eV.
    expect(moved * 1e3).toBeCloseTo(0.3435, 3);
  });
});

describe('trap-assisted tunnelling', () => {
  const emitter = (peak: string, ...set: string[]) => [
    'wafer.lifetime={ electron: 1 us, hole: 1 us }',
    `wafer.doping={ type: n, density: ${peak} }`,
    ...set,
  ];
  const dark = async (voltage: number, ...set: string[]) => {
    const { device } = cellSimulator(await loadCell('topcon', { set }), am15g, 25);
    device.solve(voltage, 0);
    return { current: Math.abs(device.current()), device };
  };

  it('is Hurkx recombination in a strong field and none in a weak one', async () => {
    const tunnelling = 'wafer.models.tunnelling=hurkx1992';
    const ratio = async (doping: string, voltage: number) =>
      (await dark(voltage, ...emitter(doping, tunnelling))).current /
      (await dark(voltage, ...emitter(doping))).current;
    // The more dopants and bias backwards, the stronger the field of the junction.
    expect(await ratio('1e15 cm^-3', 0.2)).toBeLessThan(1.5);
    expect(await ratio('1e17 cm^-3', 0.2)).toBeGreaterThan(1.2);
    expect(await ratio('1e17 cm^-3', -1)).toBeGreaterThan(2.5);
  });

  it('adds up by mechanism, and takes few iterations more', async () => {
    const { device } = await dark(
      0.3,
      ...emitter('1e17 cm^-3', 'wafer.models.tunnelling=hurkx1992'),
    );
    for (const voltage of [-0.5, 0.2, 0.5, 0.6]) {
      const before = device.iterations;
      device.solve(voltage, 1);
      expect(device.iterations - before).toBeLessThan(60);
      // The last steps: each no more than the square of the one before, to rounding.
      const [last = 0, before2 = 1] = device.history.toReversed();
      expect(last).toBeLessThan(Math.max(1e-9, 100 * before2 ** 2));
      const rates = recombinationRates(device);
      for (let i = 0; i < rates.total.length; i++) {
        const parts = mechanisms.reduce((total, way) => total + rates[way][i]!, 0);
        expect(Math.abs(parts - rates.total[i]!)).toBeLessThanOrEqual(
          1e-12 * Math.abs(rates.total[i]!),
        );
      }
    }
  });
});

describe('the lumped wafer', () => {
  it.each([
    'wafer.models.screening=altermatt2005',
    'wafer.models.screening=none',
    'wafer.models.radiative=pc1d',
    'wafer.models.gap=thurmond1975',
    'wafer.models.narrowing=yan2014-apparent',
  ])('agrees within 0.1 % with %s', async (set) => {
    for (const name of ['shj', 'perc']) {
      const cell = await loadCell(name, { set: [set] });
      const detailed = cellSimulator(cell, am15g, 25).at(1000).efficiency_pct;
      const lumped = lumpedSimulator(cell, computeSkins(cell, am15g, 25), am15g, 25).at(1000);
      expect(Math.abs(lumped.efficiency_pct / detailed - 1)).toBeLessThan(1e-3);
    }
  });
});
