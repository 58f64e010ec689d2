import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NodeProperties } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { thermalVoltage } from '../../src/physics/constants.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/sesame/${name}`, import.meta.url), 'utf8'));

interface Material {
  Nc: number;
  Nv: number;
  Eg: number;
  affinity: number;
  epsilon: number;
  mu_e: number;
  mu_h: number;
  tau_e: number;
  tau_h: number;
  B?: number;
  Cn?: number;
  Cp?: number;
}
interface Homojunction {
  mesh_cm: number[];
  thickness_cm: number;
  material: Material;
  voltage_V: number[];
  current_mA_cm2: number[];
  key_figures: { jsc_mA_cm2: number; voc_V: number };
  profiles: {
    voltage_V: number;
    psi_V: number[];
    efn_eV: number[];
    efp_eV: number[];
    n_cm3: number[];
    p_cm3: number[];
  }[];
}
interface LightDark {
  devices: {
    name: string;
    thickness_cm: number;
    mesh_cm: number[];
    material: Material;
    light: { voltage_V: number[]; current_mA_cm2: number[] };
    dark: { voltage_V: number[]; current_mA_cm2: number[] };
    key_figures: Record<string, { jsc_mA_cm2: number; voc_V: number }>;
  }[];
}

function node(m: Material, netDoping: number): NodeProperties {
  return {
    permittivity: m.epsilon,
    affinity: m.affinity,
    gap: m.Eg,
    conductionStates: m.Nc,
    valenceStates: m.Nv,
    netDoping,
    electronMobility: m.mu_e,
    holeMobility: m.mu_h,
    electronLifetime: m.tau_e,
    holeLifetime: m.tau_h,
    trapLevel: 0,
    radiative: m.B ?? 0,
    auger: { model: 'constant', electron: m.Cn ?? 0, hole: m.Cp ?? 0 },
  };
}

interface Setup {
  readonly material: Material;
  readonly mesh: readonly number[];
  readonly doping: (depth: number) => number;
  /** Recombination velocities, cm/s: left electrons, left holes, right electrons, right holes. */
  readonly velocities: readonly [number, number, number, number];
}

function build({ material, mesh, doping, velocities }: Setup): Device {
  const [nLeft, pLeft, nRight, pRight] = velocities;
  return new Device({
    temperature: 300,
    front: { model: 'pinned', electronVelocity: nLeft, holeVelocity: pLeft },
    rear: { model: 'pinned', electronVelocity: nRight, holeVelocity: pRight },
    interfaces: [],
    layers: [
      {
        name: 'silicon',
        thickness: mesh[mesh.length - 1],
        spacing: { positions: mesh },
        at: (depth) => node(material, doping(depth)),
      },
    ],
  });
}

/** Generation in the boxes; Sesame has no half boxes at its contacts. */
function light(device: Device, perBox: (i: number) => number): void {
  const generation = Float64Array.from({ length: device.problem.nodes }, (_, i) => perBox(i));
  generation[0] = 0;
  generation[generation.length - 1] = 0;
  device.setGeneration(generation);
}

function openCircuit(device: Device, start: number): number {
  let voltage = start;
  for (let step = 0; step < 8; step++) {
    device.solve(voltage, 1);
    voltage -= device.current() / device.conductance();
  }
  return voltage;
}

describe('Sesame homojunction, on its own mesh with node values of G', () => {
  const reference = read('homojunction.json') as Homojunction;
  const device = build({
    material: reference.material,
    mesh: reference.mesh_cm,
    doping: (depth) => (depth < 0.3e-4 ? 1e19 : -1e16),
    velocities: [1e7, 1e4, 1e2, 1e7],
  });
  const { x, box } = device.problem;
  light(device, (i) => box[i] * 2.5e17 * 600 * Math.exp(-600 * x[i]));

  it('J-V within 2e-5 of Jsc at every point up to Voc', () => {
    reference.voltage_V.forEach((voltage, k) => {
      if (voltage > reference.key_figures.voc_V) return;
      device.solve(voltage, 1);
      const error = device.current() * 1e3 - reference.current_mA_cm2[k];
      expect(Math.abs(error / reference.key_figures.jsc_mA_cm2), `${voltage} V`).toBeLessThan(2e-5);
    });
  });

  it('Voc within 0.02 mV', () => {
    const voc = openCircuit(device, 0.65);
    expect(Math.abs(voc - reference.key_figures.voc_V)).toBeLessThan(2e-5);
  });

  it('potential and quasi-Fermi levels within 1e-4 mV where the carrier counts', () => {
    const vt = thermalVoltage(300);
    for (const profile of reference.profiles) {
      device.solve(profile.voltage_V, 1);
      const { psi, phiN, phiP, shiftN, shiftP } = device.state;
      const offset = profile.psi_V[0] - psi[0] * vt;
      for (let i = 0; i < psi.length; i++) {
        expect(Math.abs(psi[i] * vt + offset - profile.psi_V[i])).toBeLessThan(1e-7);
        if (profile.n_cm3[i] > 1e8) {
          expect(Math.abs((phiN[i] + shiftN) * vt + profile.efn_eV[i])).toBeLessThan(1e-7);
        }
        if (profile.p_cm3[i] > 1e8) {
          expect(Math.abs((phiP[i] + shiftP) * vt + profile.efp_eV[i])).toBeLessThan(1e-7);
        }
      }
    }
  });
});

describe('Sesame light and dark', () => {
  const { devices } = read('homojunctions_light_dark.json') as LightDark;
  const [a1, a2] = devices;
  const atMost = (depth: number, end: number) => depth <= end * (1 + 1e-9);

  /** Both programs on the same mesh, with the same exact box averages. */
  const cases = [
    {
      reference: a1,
      device: build({
        material: a1.material,
        mesh: a1.mesh_cm,
        doping: (depth) => (atMost(depth, 0.3e-4) ? 1e19 : -1e16),
        velocities: [1e7, 1e4, 1e3, 1e7],
      }),
      cumulated: (depth: number) => 1.4e19 * depth,
    },
    {
      reference: a2,
      device: build({
        material: a2.material,
        mesh: a2.mesh_cm,
        doping: (depth) => {
          if (atMost(depth, 0.4e-4)) return 1e19;
          return atMost(depth, 165e-4) ? -1.5e16 : -5e18;
        },
        velocities: [1e7, 1e4, 1e6, 1e7],
      }),
      cumulated: (depth: number) =>
        -1.6e17 * Math.expm1(-6e3 * depth) - 1.05e17 * Math.expm1(-200 * depth),
    },
  ];

  it.each(cases)('$reference.name', ({ reference, device, cumulated }) => {
    const { x } = device.problem;
    light(device, (i) => cumulated((x[i] + x[i + 1]) / 2) - cumulated((x[i] + x[i - 1]) / 2));
    const { jsc_mA_cm2: jsc, voc_V: voc } = reference.key_figures['mesh x1'];
    // Sesame's own currents vary over depth by up to 2e-3 mA/cm2 of rounding.
    reference.light.voltage_V.forEach((voltage, k) => {
      if (voltage > voc) return;
      device.solve(voltage, 1);
      const error = device.current() * 1e3 - reference.light.current_mA_cm2[k];
      expect(Math.abs(error / jsc), `${voltage} V`).toBeLessThan(1e-4);
    });
    expect(Math.abs(openCircuit(device, voc - 0.01) - voc)).toBeLessThan(5e-5);
    reference.dark.voltage_V.forEach((voltage, k) => {
      if (voltage < 0.3 || voltage > 0.7) return;
      device.solve(voltage, 0);
      const ratio = (-device.current() * 1e3) / reference.dark.current_mA_cm2[k];
      expect(Math.abs(ratio - 1), `dark ${voltage} V`).toBeLessThan(1e-3);
    });
  });
});
