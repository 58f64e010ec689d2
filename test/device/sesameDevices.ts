import { readFileSync } from 'node:fs';
import type { NodeProperties } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';

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
/** A junction in the light, with profiles. */
export interface SesameHomojunction {
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
export interface SesameLightDark {
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

/** The homojunction on Sesame's own mesh with its node values of the generation. */
export function sesameHomojunction(): { reference: SesameHomojunction; device: Device } {
  const reference = read('homojunction.json') as SesameHomojunction;
  const device = build({
    material: reference.material,
    mesh: reference.mesh_cm,
    doping: (depth) => (depth < 0.3e-4 ? 1e19 : -1e16),
    velocities: [1e7, 1e4, 1e2, 1e7],
  });
  const { x, box } = device.problem;
  light(device, (i) => box[i] * 2.5e17 * 600 * Math.exp(-600 * x[i]));
  return { reference, device };
}

const atMost = (depth: number, end: number) => depth <= end * (1 + 1e-9);

/** Two junctions in the light and in the dark: the same mesh, the same exact box averages. */
export function sesameLightDark(): { reference: SesameLightDark['devices'][0]; device: Device }[] {
  const { devices } = read('homojunctions_light_dark.json') as SesameLightDark;
  const [a1, a2] = devices;
  const cases = [
    {
      reference: a1,
      doping: (depth: number) => (atMost(depth, 0.3e-4) ? 1e19 : -1e16),
      velocities: [1e7, 1e4, 1e3, 1e7] as const,
      cumulated: (depth: number) => 1.4e19 * depth,
    },
    {
      reference: a2,
      doping: (depth: number) => {
        if (atMost(depth, 0.4e-4)) return 1e19;
        return atMost(depth, 165e-4) ? -1.5e16 : -5e18;
      },
      velocities: [1e7, 1e4, 1e6, 1e7] as const,
      cumulated: (depth: number) =>
        -1.6e17 * Math.expm1(-6e3 * depth) - 1.05e17 * Math.expm1(-200 * depth),
    },
  ];
  return cases.map(({ reference, doping, velocities, cumulated }) => {
    const device = build({ ...reference, mesh: reference.mesh_cm, doping, velocities });
    const { x } = device.problem;
    light(device, (i) => cumulated((x[i] + x[i + 1]) / 2) - cumulated((x[i] + x[i - 1]) / 2));
    return { reference, device };
  });
}
