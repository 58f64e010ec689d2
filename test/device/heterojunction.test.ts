import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crystallineMesh, filmSpacing } from '../../src/device/automaticMesh.ts';
import type { Contact } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { elementaryCharge, richardson, thermalVoltage } from '../../src/physics/constants.ts';
import { freeElectronStates } from '../../src/physics/siliconStates.ts';
import { plainSilicon } from './exampleDevices.ts';

/** A front of wide gap on silicon: electrons leave over the step of the conduction band. */
interface Heterojunction {
  readonly temperature: number;
  readonly gap: number;
  /** What the conduction band of the front lies higher by, eV. */
  readonly step: number;
  /** nm. */
  readonly thickness: number;
  /** Logarithms, cm^-3. */
  readonly donors: number;
  readonly acceptors: number;
  readonly electronMobility: number;
}

const random: fc.Arbitrary<Heterojunction> = fc.record({
  temperature: fc.double({ min: 250, max: 350, noNaN: true }),
  gap: fc.double({ min: 1.6, max: 2.1, noNaN: true }),
  step: fc.double({ min: 0, max: 0.4, noNaN: true }),
  thickness: fc.double({ min: 3, max: 20, noNaN: true }),
  donors: fc.double({ min: 17, max: 19.5, noNaN: true }),
  acceptors: fc.double({ min: 15, max: 17, noNaN: true }),
  electronMobility: fc.double({ min: 0.5, max: 100, noNaN: true }),
});

const wide = { conduction: 2e20, valence: 2e20 };
const silicon = { conduction: 2.86e19, valence: 2.5e19 };
const affinity = 4.05;
const wafer = 100e-4;
const photoCurrent = 0.04;
const contact: Contact = { model: 'pinned', electronVelocity: 1e7, holeVelocity: 1e7 };

function deviceOf(junction: Heterojunction, fineness: number): Device {
  const { temperature, gap, step, donors, acceptors, electronMobility } = junction;
  const thickness = junction.thickness * 1e-7;
  const front = plainSilicon(10 ** donors, wide, {
    gap,
    affinity: affinity - step,
    electronMobility,
    holeMobility: 4,
    electronLifetime: 1e-9,
    holeLifetime: 1e-9,
  });
  const base = plainSilicon(-(10 ** acceptors), silicon);
  const positions = crystallineMesh({
    thickness: wafer,
    netDoping: () => base.netDoping,
    steps: [],
    films: { front: true, rear: false },
    diffusionLength: Math.sqrt(420 * thermalVoltage(temperature) * 1e-4),
  });
  const device = new Device({
    temperature,
    front: contact,
    rear: contact,
    interfaces: [{ kind: 'abrupt' }],
    layers: [
      { name: 'front', thickness, spacing: filmSpacing(thickness), at: () => front },
      { name: 'wafer', thickness: wafer, spacing: { positions }, at: () => base },
    ],
    refinement: { current: photoCurrent, fineness },
  });
  const { layers, box, nodes } = device.problem;
  const { first, last } = layers[1]!;
  const generation = new Float64Array(nodes);
  for (let i = first; i <= last; i++) {
    generation[i] = (photoCurrent / elementaryCharge / wafer) * box[i]!;
  }
  device.setGeneration(generation);
  return device;
}

const currentAt = (device: Device, light: number, voltage: number) => {
  device.solve(voltage, light);
  return device.current();
};

describe('an abrupt heterojunction', () => {
  it('has a limit that the mesh does not set, in the light and at large currents', () => {
    fc.assert(
      fc.property(random, (junction) => {
        const [used, finer, finest] = [1, 2, 4].map((fineness) => deviceOf(junction, fineness));
        for (const [light, voltage] of [
          [1, 0],
          [1, 0.3],
          [1, 0.45],
          [1, 0.55],
          [0, 0.6],
        ] as const) {
          const currents = [used!, finer!, finest!].map((at) => currentAt(at, light, voltage));
          const scale = light > 0 ? photoCurrent : 0;
          const [near, limit] = [finer!, used!].map(
            (_, k) =>
              Math.abs(currents[k]! - currents[k + 1]!) / Math.max(scale, Math.abs(currents[2]!)),
          );
          // Where the dark current counts, 3e-3 of it are 3e-3 kT/q of voltage. Of 400 junctions all keep to these.
          expect(near).toBeLessThan(light > 0 && voltage < 0.5 ? 2e-4 : 3e-3);
          // Second order: what is left halves twice.
          expect(limit).toBeLessThan(0.3 * near! + 1e-6);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('has one in the dark from reverse bias on, where the mesh resolves its space charge', () => {
    fc.assert(
      fc.property(random, (junction) => {
        const [used, finer] = [4, 8].map((fineness) => deviceOf(junction, fineness));
        let last = Number.NEGATIVE_INFINITY;
        for (const voltage of [-0.5, -0.1, -1e-3, 1e-3, 0.05, 0.1, 0.2, 0.3, 0.4]) {
          const [a, b] = [used!, finer!].map((device) => -currentAt(device, 0, voltage));
          expect(Math.abs(a! / b! - 1)).toBeLessThan(0.01);
          expect(a).toBeGreaterThan(last);
          last = a!;
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('passes its step by thermionic emission', () => {
    fc.assert(
      fc.property(random, (junction) => {
        const { temperature } = junction;
        const vt = thermalVoltage(temperature);
        const device = deviceOf(junction, 1);
        device.solve(0.3, 1);
        const { psi, phiN, shiftN } = device.state;
        const { affinity: chi, electronVelocity, layers } = device.problem;
        const front = layers[0]!.last;
        // Conduction band edges of both faces above the level of the electrons behind, kT.
        const edges = [front, front + 1].map((i) => -psi[i]! - chi[i]! / vt);
        const level = -(phiN[front + 1]! + shiftN);
        const top = Math.max(edges[0]!, edges[1]!);
        const drop = phiN[front + 1]! - phiN[front]!;
        const mass =
          (Math.min(wide.conduction, silicon.conduction) / freeElectronStates(temperature)) **
          (2 / 3);
        // C. M. Wu, E. S. Yang, Solid-State Electron. 22, 241 (1979): what goes less what comes back.
        const flux =
          richardson * mass * temperature ** 2 * Math.exp(level - top) * Math.expm1(drop);
        const electrons = device.state.electrons[front]! * electronVelocity[front]!;
        const solved = -elementaryCharge * electrons * Math.expm1(-drop);
        expect(flux / solved).toBeCloseTo(1, 3);
      }),
      { numRuns: 30 },
    );
  });
});
