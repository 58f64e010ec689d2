import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amorphousSilicon } from '../../src/device/amorphousSilicon.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import type { DefectDistribution, DeviceDescription } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import { deviceA0, plainSilicon } from './exampleDevices.ts';

const defaultModels = {
  density: 'couderc2014',
  narrowing: 'schenk1998',
  mobility: 'klaassen1992',
  auger: 'richter2012',
} as const;

const a0 = { thermalVoltage: 0.025851483, ni: 9682077476.053343, ratio: 1.144 };

/** Silicon heterojunction with full defect states; thickness in nm and um. */
function heterojunction(options: {
  i: number;
  wafer: number;
  temperature: number;
  doping: number;
}): Device {
  const { temperature } = options;
  const film = (netDoping: number) =>
    amorphousSilicon(
      {
        gap: 1.75,
        affinity: 3.84,
        permittivity: 11.7,
        conductionStates: 2e20,
        valenceStates: 2e20,
        electronMobility: 25,
        holeMobility: 5,
        netDoping,
      },
      temperature,
    );
  const capture = { neutral: 6.5e-16, charged: 6.5e-15, thermalVelocity: 1e7 };
  const tails = {
    conductionTail: { density: 4e21, urbachEnergy: 0.03 },
    valenceTail: { density: 4e21, urbachEnergy: 0.05 },
  };
  const bonds = (density: number, acceptor: number): DefectDistribution => ({
    ...tails,
    acceptorBonds: { density, energy: acceptor, width: 0.2 },
    donorBonds: { density, energy: acceptor - 0.2, width: 0.2 },
    capture,
  });
  const spacing = { front: 2e-8, rear: 2e-8, largest: 6e-8, growth: 1.3 };
  const wafer = crystallineSilicon({
    temperature,
    donors: options.doping,
    acceptors: 0,
    electronLifetime: 5e-3,
    holeLifetime: 5e-3,
    trapLevel: 0,
    radiative: 2e-15,
    models: { ...defaultModels, auger: 'richter2012' },
  });
  const n = film(1.45e19);
  const i = film(0);
  const p = film(-1.41e19);
  const contact = { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 } as const;
  const surface = { electronVelocity: 2, holeVelocity: 2 };
  const description: DeviceDescription = {
    temperature,
    front: contact,
    rear: contact,
    layers: [
      { name: 'n', thickness: 6e-7, spacing, at: () => n, defects: bonds(2.75e19, 0.7) },
      { name: 'i', thickness: options.i * 1e-7, spacing, at: () => i, defects: bonds(9e16, 1.025) },
      {
        name: 'wafer',
        thickness: options.wafer * 1e-4,
        spacing: { front: 3e-8, rear: 3e-8, largest: 2e-4, growth: 1.2 },
        at: () => wafer,
      },
      {
        name: 'i rear',
        thickness: options.i * 1e-7,
        spacing,
        at: () => i,
        defects: bonds(9e16, 1.025),
      },
      { name: 'p', thickness: 8e-7, spacing, at: () => p, defects: bonds(2.63e19, 1.2) },
    ],
    interfaces: [
      { kind: 'abrupt' },
      { kind: 'abrupt', rear: surface },
      { kind: 'abrupt', front: surface },
      { kind: 'abrupt' },
    ],
  };
  const device = new Device(description);
  const generation = new Float64Array(device.problem.nodes);
  const range = device.problem.layers[2];
  for (let k = range.first; k <= range.last; k++) {
    generation[k] = (0.04 / elementaryCharge / (options.wafer * 1e-4)) * device.problem.box[k];
  }
  device.setGeneration(generation);
  return device;
}

/** A cell with degenerate emitter and surface field: Fermi-Dirac statistics at both ends. */
function degenerateHomojunction(): Device {
  const silicon = (donors: number, acceptors: number) =>
    crystallineSilicon({
      temperature: 298.15,
      donors,
      acceptors,
      electronLifetime: 1e-3,
      holeLifetime: 1e-3,
      trapLevel: 0,
      radiative: 2e-15,
      models: { ...defaultModels, auger: 'niewelt2022' },
    });
  const thickness = 150e-4;
  const device = new Device({
    temperature: 298.15,
    front: { model: 'neutral', electronVelocity: 1e4, holeVelocity: 1e4, j0: 1e-14 },
    rear: { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 },
    interfaces: [],
    layers: [
      {
        name: 'silicon',
        thickness,
        spacing: { front: 5e-8, rear: 5e-8, largest: 2e-4, growth: 1.2 },
        at: (depth) =>
          silicon(
            3e15 + 3e20 * Math.exp(-((depth / 0.2e-4) ** 2)),
            1e20 * Math.exp(-(((thickness - depth) / 0.3e-4) ** 2)),
          ),
      },
    ],
  });
  device.setGeneration(
    device.problem.box.map((box) => (box * 0.04) / elementaryCharge / thickness),
  );
  return device;
}

const production = { i: 6, wafer: 130, temperature: 298.15, doping: 1.5e15 };

const examples = () => [deviceA0(a0), heterojunction(production), degenerateHomojunction()];

/** Spread of the current over depth, relative to the generated current. */
function spread(device: Device): number {
  const profile = device.currentProfile();
  return (Math.max(...profile) - Math.min(...profile)) / 0.04;
}

describe('every solution', () => {
  it('carries the same current at every depth, to 1e-9', () => {
    for (const device of examples()) {
      for (const voltage of [0, 0.2, 0.45, 0.55, 0.68, 0.3]) {
        device.solve(voltage, 1);
        expect(spread(device)).toBeLessThan(1e-9);
      }
    }
  });

  it('balances generation, recombination and terminal current', () => {
    // Ideal contacts, no recombination but SRH: at short circuit nearly all is collected,
    // at open circuit nothing.
    const device = heterojunction(production);
    device.solve(0, 1);
    expect(device.current()).toBeLessThan(0.04);
    expect(device.current()).toBeGreaterThan(0.0399);
  });

  it('is at rest in the dark without bias', () => {
    for (const device of examples()) {
      device.solve(0, 0);
      expect(Math.max(...device.currentProfile().map(Math.abs))).toBeLessThan(1e-20);
    }
  });

  it('does not depend on the way it was reached', () => {
    const direct = heterojunction(production);
    direct.solve(0.65, 1);
    const detour = heterojunction(production);
    detour.solve(-0.5, 0.01);
    detour.solve(0.75, 3);
    detour.solve(0.65, 1);
    expect(Math.abs(detour.current() / direct.current() - 1)).toBeLessThan(1e-10);
  });

  it('has the slope dJ/dV that a finite difference finds', () => {
    for (const device of [heterojunction(production), degenerateHomojunction()]) {
      for (const voltage of [0.5, 0.6, 0.65]) {
        device.solve(voltage + 1e-4, 1);
        const above = device.current();
        device.solve(voltage - 1e-4, 1);
        const below = device.current();
        device.solve(voltage, 1);
        expect(device.conductance() / ((above - below) / 2e-4)).toBeCloseTo(1, 4);
      }
    }
  });
});

describe('Newton iteration', () => {
  it('converges quadratically: each update is bounded by the square of the one before', () => {
    // An inexact derivative of any term would make the ratio of updates constant instead.
    for (const device of examples()) {
      device.solve(0, 1);
      for (const voltage of [0.1, 0.3, 0.5, 0.6]) {
        device.solve(voltage, 1);
        const { history } = device;
        for (let k = 1; k < history.length; k++) {
          if (history[k - 1] > 0.05 || history[k - 1] < 1e-6) continue;
          expect(history[k]).toBeLessThan(5 * history[k - 1] ** 2);
        }
      }
    }
  });
});

describe('limits', () => {
  it('an ideal diode follows exp(V/kT)', () => {
    const device = deviceA0(a0);
    const vt = a0.thermalVoltage;
    // Diffusion current dominates here; PC1D's device has 1e-4 s and a 0.3 um depletion layer.
    device.solve(0.56, 0);
    const low = device.current();
    device.solve(0.58, 0);
    expect(Math.log(device.current() / low) * (vt / 0.02)).toBeCloseTo(1, 2);
  });

  it('open-circuit voltage rises by kT/q ln 10 a decade of light where the bulk is ideal', () => {
    const device = heterojunction(production);
    const voc = (light: number) => {
      let voltage = 0.6;
      for (let step = 0; step < 30; step++) {
        device.solve(voltage, light);
        const move = device.current() / device.conductance();
        voltage -= Math.max(-0.03, Math.min(0.03, move));
        if (Math.abs(move) < 1e-9) break;
      }
      return voltage;
    };
    const ideality = (voc(1) - voc(0.1)) / (thermalVoltage(298.15) * Math.LN10);
    // Between Auger (2/3) and mid-gap SRH (2).
    expect(ideality).toBeGreaterThan(0.6);
    expect(ideality).toBeLessThan(2);
  });

  it('mirrored devices give the same curve', () => {
    const states = { conduction: 2.8e19, valence: 2.5e19 };
    const contact = { model: 'pinned', electronVelocity: 1e5, holeVelocity: 1e6 } as const;
    const spacing = { front: 1e-7, rear: 1e-7, largest: 1e-4, growth: 1.2 };
    const build = (mirror: boolean) => {
      const layers = [
        { name: 'n', thickness: 1e-4, spacing, at: () => plainSilicon(1e18, states) },
        { name: 'p', thickness: 50e-4, spacing, at: () => plainSilicon(-1e16, states) },
      ];
      const device = new Device({
        temperature: 300,
        layers: mirror ? layers.reverse() : layers,
        interfaces: [{ kind: 'joined' }],
        front: contact,
        rear: contact,
      });
      device.setGeneration(device.problem.box.map((box) => box * 1e19));
      device.solve(0.5, 1);
      return device.current();
    };
    expect(Math.abs(build(true) / build(false) - 1)).toBeLessThan(1e-10);
  });
});

describe('random heterojunctions', () => {
  it('solve, keep their current constant and lose power monotonically beyond Voc', () => {
    fc.assert(
      fc.property(
        fc.record({
          i: fc.double({ min: 2, max: 15, noNaN: true }),
          wafer: fc.double({ min: 40, max: 250, noNaN: true }),
          temperature: fc.double({ min: 260, max: 370, noNaN: true }),
          doping: fc.double({ min: 13, max: 17, noNaN: true }).map((e) => 10 ** e),
        }),
        (options) => {
          const device = heterojunction(options);
          let last = Number.POSITIVE_INFINITY;
          for (let voltage = -0.2; voltage < 0.9; voltage += 0.1) {
            device.solve(voltage, 1);
            expect(spread(device)).toBeLessThan(
              1e-8 * Math.max(1, Math.abs(device.current()) / 0.04),
            );
            expect(device.current()).toBeLessThan(last);
            last = device.current();
          }
        },
      ),
      { numRuns: 25, seed: 1 },
    );
  });
});
