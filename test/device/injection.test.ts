import { describe, expect, it } from 'vitest';
import { siliconLimit } from '../../src/cell/siliconLimit.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import type { Contact } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { injectionAt, injectionResult, injectionTable } from '../../src/physics/injectedSilicon.ts';
import { klaassenMobility } from '../../src/physics/klaassenMobility.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';

const temperature = 298.15;
const vt = thermalVoltage(temperature);
const models = {
  density: 'couderc2014',
  narrowing: 'schenk1998',
  mobility: 'klaassen1992',
  injection: 'quasi-neutral',
  auger: 'niewelt2022',
} as const;

describe('silicon that follows its injection', () => {
  it.each([
    [1.5e15, 0],
    [0, 1.5e16],
    [1e12, 0],
    [1e17, 0],
  ])('has the narrowing and mobility of its carriers (%d, %d)', (donors, acceptors) => {
    const table = injectionTable({ donors, acceptors, temperature, models, emission: 0 });
    const out = new Float64Array(injectionResult.length);
    const ni = siliconIntrinsicDensity(temperature);
    const law = (excess: number) => {
      const [n, p] = [donors + excess, acceptors + excess];
      const shift = schenkNarrowing(n, p, donors + acceptors, temperature);
      return { n, p, shift, mobility: klaassenMobility(donors, acceptors, n, p, temperature) };
    };
    const dark = law(1);
    for (let decade = 13; decade < 18; decade += 0.13) {
      const lit = law(10 ** decade);
      const narrowed = lit.shift.conduction + lit.shift.valence;
      injectionAt(table, Math.log((lit.n * lit.p) / ni ** 2) - narrowed / vt, out);
      const edge = (band: 'conduction' | 'valence') => (lit.shift[band] - dark.shift[band]) / vt;
      // The cubic between knots; at the far end of a table of low doping it starts late.
      expect(Math.abs(out[injectionResult.conduction] - edge('conduction'))).toBeLessThan(1e-3);
      expect(Math.abs(out[injectionResult.valence] - edge('valence'))).toBeLessThan(1e-3);
      const ratio = lit.mobility.electron / dark.mobility.electron;
      expect(out[injectionResult.electron] ** 2 / ratio).toBeCloseTo(1, 2);
      const holes = lit.mobility.hole / dark.mobility.hole;
      expect(out[injectionResult.hole] ** 2 / holes).toBeCloseTo(1, 2);
    }
  });

  const thickness = 110e-4;
  const contact = (carrier: 'n' | 'p'): Contact => ({
    model: 'pinned',
    electronVelocity: carrier === 'n' ? 1e7 : 0,
    holeVelocity: carrier === 'p' ? 1e7 : 0,
  });
  /** A wafer with nothing but Auger recombination, between membranes of the same silicon. */
  const auger = (injection: 'quasi-neutral' | 'none') => {
    const silicon = (donors: number, acceptors: number) =>
      crystallineSilicon({
        temperature,
        donors,
        acceptors,
        electronLifetime: Number.POSITIVE_INFINITY,
        holeLifetime: Number.POSITIVE_INFINITY,
        trapLevel: 0,
        radiative: 0,
        models: { ...models, injection },
      });
    const lossless = (donors: number, acceptors: number) => ({
      ...silicon(donors, acceptors),
      auger: { model: 'none' } as const,
    });
    const wafer = silicon(1.5e15, 0);
    const [n, p] = [lossless(1e19, 0), lossless(0, 1e19)];
    const thin = { front: 1e-8, rear: 1e-8, largest: 1e-7, growth: 1.2 };
    const device = new Device({
      temperature,
      front: contact('n'),
      rear: contact('p'),
      interfaces: [{ kind: 'abrupt' }, { kind: 'abrupt' }],
      layers: [
        { name: 'n', thickness: 2e-6, spacing: thin, at: () => n },
        {
          name: 'wafer',
          thickness,
          spacing: { front: 3e-8, rear: 3e-8, largest: 1.5e-4, growth: 1.2 },
          at: () => wafer,
        },
        { name: 'p', thickness: 2e-6, spacing: thin, at: () => p },
      ],
    });
    const { first, last } = device.problem.layers[1]!;
    const generation = new Float64Array(device.problem.nodes);
    const photo = 0.043 / elementaryCharge / thickness;
    for (let i = first; i <= last; i++) generation[i] = photo * device.problem.box[i]!;
    device.setGeneration(generation);
    let voltage = 0.72;
    for (let step = 0; step < 15; step++) {
      device.solve(voltage, 1);
      voltage -= Math.max(-0.02, Math.min(0.02, device.current() / device.conductance()));
    }
    return { device, voltage };
  };

  it('reaches the voltage of the Auger limit within 0.2 mV', () => {
    // The limit iterates narrowing and densities; neither shares code with the device.
    const limit = siliconLimit({
      thickness,
      netDoping: 1.5e15,
      temperature,
      optics: 'tiedje',
      models,
      constants: {
        name: 'transparent',
        wavelength: Float64Array.of(300, 1300),
        n: Float64Array.of(3.5, 3.5),
        k: Float64Array.of(0, 0),
      },
      wavelength: Float64Array.of(300, 1300),
    });
    const { device, voltage } = auger('quasi-neutral');
    let balance = 0.7;
    for (let step = 0; step < 60; step++) {
      balance += 0.6 * vt * Math.log(0.043 / limit.recombination(balance));
    }
    expect(Math.abs(voltage - balance)).toBeLessThan(2e-4);
    expect(auger('none').voltage - voltage).toBeGreaterThan(2.5e-3);
    // Exact derivatives: the last steps of Newton's method square.
    device.solve(voltage - 0.05, 1);
    const { history } = device;
    const [before = 0, last = 1] = history.slice(-2);
    expect(last).toBeLessThan(Math.max(20 * before * before, 1e-11));
  });

  it('carries one current at every depth, and none in equilibrium', () => {
    const { device } = auger('quasi-neutral');
    const profile = device.currentProfile();
    expect(Math.max(...profile) - Math.min(...profile)).toBeLessThan(0.043 * 1e-9);
    device.solve(0, 0);
    expect(Math.abs(device.current())).toBeLessThan(1e-25);
  });
});

describe('silicon doped above 3e18, which does not follow its injection', () => {
  it.each(['topcon', 'perc', 'al-bsf', 'ise-topcon-2019'])(
    'of %s is injected by less than 1e-3 of its doping, ten suns at open circuit',
    async (name) => {
      const { device, ...simulator } = cellSimulator(
        await loadCell(name),
        await loadSpectrum('am1.5g'),
        25,
      );
      const open = simulator.at(10_000).voc_V;
      device.solve(open, 10);
      const { problem, state } = device;
      const wafer = problem.layers.find((layer) => layer.name === 'wafer')!;
      let heavy = 0;
      let shift = 0;
      for (let i = wafer.first; i <= wafer.last; i++) {
        const dopants = Math.abs(problem.doping[i]!);
        if (dopants < 3e18) continue;
        const minority = Math.min(state.electrons[i]!, state.holes[i]!);
        heavy = Math.max(heavy, minority / dopants);
        const law = (n: number) => {
          const { conduction, valence } = schenkNarrowing(dopants, n, dopants, temperature);
          return conduction + valence;
        };
        shift = Math.max(shift, law(minority) - law(1));
      }
      expect(heavy).toBeLessThan(1e-3);
      // The law at its word: the exchange of a few minority carriers as if they were degenerate.
      expect(shift).toBeLessThan(1e-3);
    },
  );
});
