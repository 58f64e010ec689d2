import { readFileSync } from 'node:fs';
import type { Contact, DeviceDescription, NodeProperties } from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { layerMesh } from '../../src/device/mesh.ts';
import { boltzmann } from '../../src/physics/constants.ts';
import { erfc } from '../../src/physics/erfc.ts';
import {
  pc1dIntrinsicDensity,
  pc1dMobility,
  pc1dNarrowing,
  pc1dRadiative,
} from '../../src/physics/pc1d.ts';

interface Curve {
  voltage_V: number[];
  current_mA_cm2: number[];
}
interface Profile {
  voltage_V: number;
  x_um: number[];
  potential_V: number[];
  Efn_eV: number[];
  Efp_eV: number[];
  n_cm3: number[];
  p_cm3: number[];
}
export interface Pc1dAtTemperature {
  key_figures: { jsc_mA_cm2: number; voc_V: number; pmax_mW_cm2: number };
  internals: { thermal_voltage_V: number; ni_first_region_cm3: number };
  light: Curve;
  dark: Curve;
  profiles?: Record<string, Profile>;
  generation?: { x_um: number[]; cumulative_cm2_s: number[] };
  quantum_efficiency: {
    absorption_coefficient_cm?: number[];
    absorption_first_region_cm?: number[];
    external_quantum_efficiency: number[];
  };
}
export interface Pc1dReference {
  parameters: { front_Sn_Sp_cm_s: number; rear_Sn_Sp_cm_s: number };
  T300K: Pc1dAtTemperature;
  T340K: Pc1dAtTemperature;
}
export const readPc1d = (name: string): Pc1dReference =>
  JSON.parse(readFileSync(new URL(`../reference/pc1d/${name}.json`, import.meta.url), 'utf8'));

const thickness = 300e-4;
const base = 1.5e16;
/** PC1D's elementary charge over ours: its currents are larger by 4e-7. */
export const pc1dCharge = 1.6021773e-19 / 1.602176634e-19;

/** A surface as PC1D has it: charge-neutral, SRH recombination, majority level at the contact. */
const contact = (velocity: number): Contact => ({
  model: 'neutral',
  electronVelocity: velocity,
  holeVelocity: velocity,
});

function build(
  reference: Pc1dReference,
  at: Pc1dAtTemperature,
  node: (depth: number) => NodeProperties,
  cumulated: (depth: number) => number,
): Device {
  // The places where PC1D's profiles are listed are nodes too: nothing is read between nodes.
  const listed = Object.values(at.profiles ?? {}).flatMap(({ x_um }) => x_um.map((x) => x * 1e-4));
  const mesh = layerMesh(thickness, { front: 2e-8, rear: 2e-7, largest: 4e-5, growth: 1.012 });
  const positions = [...listed, ...mesh]
    .sort((a, b) => a - b)
    .filter((x, i, all) => i === 0 || x - all[i - 1] > 1e-10);
  positions[positions.length - 1] = thickness;
  const description: DeviceDescription = {
    temperature: at.internals.thermal_voltage_V / boltzmann,
    front: contact(reference.parameters.front_Sn_Sp_cm_s),
    rear: contact(reference.parameters.rear_Sn_Sp_cm_s),
    interfaces: [],
    layers: [{ name: 'silicon', thickness, spacing: { positions }, at: node }],
  };
  const device = new Device(description);
  const { x, nodes } = device.problem;
  const perBox = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const from = i === 0 ? 0 : (x[i] + x[i - 1]) / 2;
    const to = i === nodes - 1 ? x[i] : (x[i] + x[i + 1]) / 2;
    perBox[i] = cumulated(to) - cumulated(from);
  }
  device.setGeneration(perBox);
  return device;
}

export function simple(reference: Pc1dReference, at: Pc1dAtTemperature): Device {
  const states = 2.557254839506196e19;
  return build(
    reference,
    at,
    (depth) => ({
      permittivity: 11.7,
      affinity: 4.05,
      gap: 1.12,
      conductionStates: states,
      valenceStates: states,
      netDoping: 1e19 * erfc(depth / 0.2e-4) - base,
      electronMobility: 1200,
      holeMobility: 400,
      electronLifetime: 1e-4,
      holeLifetime: 1e-4,
      trapLevel: 0,
      radiative: 0,
      auger: { model: 'none' },
    }),
    (depth) => -2.5e17 * Math.expm1(-500 * depth),
  );
}

export function silicon(
  reference: Pc1dReference,
  at: Pc1dAtTemperature,
  temperature: number,
): Device {
  const vt = at.internals.thermal_voltage_V;
  const ni = pc1dIntrinsicDensity(temperature);
  const conduction = ni * Math.sqrt(1.06) * Math.exp(1.124 / (2 * vt));
  const { x_um = [], cumulative_cm2_s = [] } = at.generation ?? {};
  const cumulated = monotoneInterpolation(
    x_um.map((x) => x * 1e-4),
    cumulative_cm2_s,
  );
  return build(
    reference,
    at,
    (depth) => {
      const donors = 1e20 * erfc(depth / 0.15e-4);
      const shift = pc1dNarrowing(donors, base);
      const mobility = pc1dMobility(donors, base, temperature);
      return {
        permittivity: 11.9,
        affinity: 4.05 + shift.conduction,
        gap: 1.124 - shift.conduction - shift.valence,
        conductionStates: conduction,
        valenceStates: conduction / 1.06,
        netDoping: donors - base,
        electronMobility: mobility.electron,
        holeMobility: mobility.hole,
        electronLifetime: 5e-5,
        holeLifetime: 5e-5,
        trapLevel: 0,
        radiative: pc1dRadiative,
        auger: { model: 'pc1d', donors, acceptors: base },
      };
    },
    cumulated,
  );
}

/** Cubic through points of a rising curve, with slopes from both neighbours (Fritsch, Butland). */
function monotoneInterpolation(x: number[], y: number[]): (at: number) => number {
  const last = x.length - 1;
  const slope = (i: number) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  const tangent = x.map((_, i) => {
    if (i === 0) return slope(0);
    if (i === last) return slope(last - 1);
    const [a, b] = [slope(i - 1), slope(i)];
    const [ha, hb] = [x[i] - x[i - 1], x[i + 1] - x[i]];
    return (3 * (ha + hb)) / ((2 * hb + ha) / a + (hb + 2 * ha) / b);
  });
  return (at) => {
    let i = 0;
    while (i < last - 1 && x[i + 1] <= at) i++;
    const h = x[i + 1] - x[i];
    const s = Math.min(1, (at - x[i]) / h);
    const d = y[i + 1] - y[i];
    const c2 = 3 * d - h * (2 * tangent[i] + tangent[i + 1]);
    const c3 = -2 * d + h * (tangent[i] + tangent[i + 1]);
    return y[i] + s * (h * tangent[i] + s * (c2 + s * c3));
  };
}

/** Absorbed share of the photons above a depth, one pass without reflection. */
export const firstPass = (alpha: number) => (depth: number) => -Math.expm1(-alpha * depth);

/** PC1D's light trapping: 5 % reflected in front, 80 % behind, 50 % inside the front. */
export function threePasses(alpha: number): (depth: number) => number {
  const [front, rear, inside] = [0.05, 0.8, 0.5];
  const t = Math.exp(-alpha * thickness);
  const down = 1 - front;
  const up = down * t * rear;
  const left = up * t * inside;
  // What is left after two passes is absorbed evenly.
  const even = (left * (1 - t) * (1 + rear * t)) / (1 - rear * inside * t * t);
  return (depth) =>
    -down * Math.expm1(-alpha * depth) +
    up * (Math.exp(-alpha * (thickness - depth)) - t) +
    (even * depth) / thickness;
}

/** The mesh-converged cells and how they are built. */
export const pc1dCells = [
  { name: 'A1_ohmic', make: simple },
  { name: 'A1_srv', make: simple },
  { name: 'A2', make: silicon },
] as const;
export const pc1dTemperatures = [
  { key: 'T300K', temperature: 300 },
  { key: 'T340K', temperature: 340 },
] as const;
