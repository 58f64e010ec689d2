import { amorphousSilicon } from '../../src/device/amorphousSilicon.ts';
import { crystallineMesh, filmSpacing } from '../../src/device/automaticMesh.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import type {
  Contact,
  DefectDistribution,
  DeviceDescription,
  DeviceLayer,
  Interface,
} from '../../src/device/description.ts';
import { Device } from '../../src/device/device.ts';
import { elementaryCharge, thermalVoltage } from '../../src/physics/constants.ts';
import type { SiliconModels } from '../../src/physics/siliconModels.ts';

/** Random numbers from a seed (mulberry32), so that every stack has a number. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A layer that has no mesh yet. */
type RandomLayer = Omit<DeviceLayer, 'spacing'>;

/** A random stack with the conditions it is solved in. */
export interface RandomCase {
  readonly description: Omit<DeviceDescription, 'layers'> & {
    readonly layers: readonly RandomLayer[];
  };
  /** Suns of 40 mA/cm2 absorbed evenly in the wafer. */
  readonly suns: number;
  readonly voltages: readonly number[];
  readonly wafer: number;
}

/**
 * Any physically valid silicon cell: 0 to 3 amorphous films on each side of a wafer with or
 * without diffusions; thickness from 1 nm to 500 um, doping from 1e12 to 1e21 cm^-3, gap states
 * over six decades, recombination velocities from 0 to 1e7 cm/s, 200 to 450 K, 1e-6 to 500 suns,
 * -5 V to beyond open circuit.
 *
 * @param seed number of the case
 * @param chosen laws of silicon in place of the seed's own
 */
export function randomCase(seed: number, chosen: Partial<SiliconModels> = {}): RandomCase {
  const random = randomSource(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const decades = (low: number, high: number) => 10 ** between(low, high);
  const chance = (share: number) => random() < share;
  const temperature = between(200, 450);
  const nInFront = chance(0.5);

  const film = (name: string, type: 'n' | 'p' | 'i'): RandomLayer => {
    const gap = between(1.5, 2);
    const doping = type === 'i' ? 0 : decades(17, 20.5);
    // States beyond what doping can fill would make another material of the film.
    const scale = decades(-3, 3) * (type === 'i' ? 1e-2 : 1);
    const density = Math.min(2.7e19 * scale, 1e20);
    const defects: DefectDistribution = {
      conductionTail: { density: 4e21 * Math.min(1, scale), urbachEnergy: between(0.015, 0.05) },
      valenceTail: { density: 4e21 * Math.min(1, scale), urbachEnergy: between(0.025, 0.07) },
      acceptorBonds: { density, energy: between(0.3, 0.8) * gap, width: between(0.05, 0.25) },
      donorBonds: { density, energy: between(0.2, 0.7) * gap, width: between(0.05, 0.25) },
      capture: { neutral: decades(-17, -14), charged: decades(-16, -13), thermalVelocity: 1e7 },
    };
    const amorphous = amorphousSilicon(
      {
        gap,
        affinity: between(3.75, 4),
        permittivity: 11.7,
        conductionStates: decades(19.5, 21),
        valenceStates: decades(19.5, 21),
        electronMobility: decades(-1, 2),
        holeMobility: decades(-2, 1),
        netDoping: type === 'p' ? -doping : doping,
      },
      temperature,
    );
    const thickness = decades(-7, -5.5);
    return {
      name,
      thickness,
      at: () => amorphous,
      ...(chance(0.8) ? { defects } : {}),
    };
  };
  const side = (type: 'n' | 'p', place: string): RandomLayer[] => {
    const kind = random();
    if (kind < 0.35) return [];
    if (kind < 0.6) return [film(`${place} ${type}`, type)];
    return [film(`${place} ${type}`, type), film(`${place} i`, 'i')];
  };

  const thickness = decades(-4, Math.log10(500e-4));
  const bulk = decades(12, 17) * (chance(0.5) ? 1 : -1);
  const front = side(nInFront ? 'n' : 'p', 'front');
  const rear = side(nInFront ? 'p' : 'n', 'rear').reverse();
  const diffusion = (bare: boolean) => (bare || chance(0.2) ? decades(17.5, 21) : 0);
  const peaks = [diffusion(front.length === 0), diffusion(rear.length === 0)];
  const depths = [decades(-5.5, -4), decades(-5.5, -4)].map((d) => Math.min(d, thickness / 5));
  const lifetime = { electron: decades(-8, -2), hole: decades(-8, -2) };
  const level = between(-0.3, 0.3);
  const models = {
    density: 'couderc2014',
    narrowing: chance(0.5) ? 'schenk1998' : 'yan2014',
    mobility: 'klaassen1992',
    auger: chance(0.5) ? 'richter2012' : 'niewelt2022',
    injection: seed % 2 === 0 ? 'quasi-neutral' : 'none',
    ...chosen,
  } as const;
  const wafer: RandomLayer = {
    name: 'wafer',
    thickness,
    at: (depth) => {
      const profiles = [depth / depths[0], (thickness - depth) / depths[1]].map(
        (u, k) => peaks[k] * Math.exp(-u * u),
      );
      const donors = Math.max(bulk, 0) + profiles[nInFront ? 0 : 1];
      const acceptors = Math.max(-bulk, 0) + profiles[nInFront ? 1 : 0];
      return crystallineSilicon({
        temperature,
        donors,
        acceptors,
        electronLifetime: lifetime.electron,
        holeLifetime: lifetime.hole,
        trapLevel: level,
        radiative: 4.7e-15,
        models,
      });
    },
  };
  const velocity = () => (chance(0.15) ? 0 : decades(0, 7));
  const layers = [...front, wafer, ...rear];
  const interfaces: Interface[] = layers.slice(1).map(() => ({
    kind: 'abrupt',
    ...(chance(0.5) ? { front: { electronVelocity: velocity(), holeVelocity: velocity() } } : {}),
  }));
  const contact = (type: 'n' | 'p', neutral: boolean): Contact => ({
    model: neutral && chance(0.5) ? 'neutral' : 'pinned',
    // A contact lets its own carrier through.
    electronVelocity: type === 'n' ? decades(5, 7) : velocity(),
    holeVelocity: type === 'p' ? decades(5, 7) : velocity(),
    j0: chance(0.3) ? decades(-16, -12) : 0,
  });
  return {
    description: {
      temperature,
      layers,
      interfaces,
      front: contact(nInFront ? 'n' : 'p', front.length === 0),
      rear: contact(nInFront ? 'p' : 'n', rear.length === 0),
    },
    suns: decades(-6, Math.log10(500)),
    // The long way through reverse bias is gone by every third.
    voltages: [0, between(0.2, 0.6), between(0.6, 1), ...(seed % 3 === 0 ? [between(-5, 0)] : [])],
    wafer: front.length,
  };
}

/**
 * Puts a random stack on the mesh that a cell of it would have, with its light absorbed evenly in the
 * wafer.
 *
 * @param stack as `randomCase` returns it
 * @param fineness parts that each interval of that mesh is divided into
 */
export function randomDevice(stack: RandomCase, fineness = 1): Device {
  const { layers: bare, temperature } = stack.description;
  const layers = bare.map((layer, l): DeviceLayer => {
    const { thickness, at } = layer;
    if (l !== stack.wafer) return { ...layer, spacing: filmSpacing(thickness) };
    const bulk = at(thickness / 2);
    const mobility = Math.min(bulk.electronMobility, bulk.holeMobility);
    const lifetime = Math.min(bulk.electronLifetime, bulk.holeLifetime);
    const crystal = {
      thickness,
      netDoping: (depth: number) => at(depth).netDoping,
      steps: [],
      films: { front: l > 0, rear: l < bare.length - 1 },
      diffusionLength: Math.sqrt(mobility * thermalVoltage(temperature) * lifetime),
    };
    return { ...layer, spacing: { positions: crystallineMesh(crystal) } };
  });
  const device = new Device({
    ...stack.description,
    layers,
    refinement: { current: photoCurrent * stack.suns, fineness },
  });
  const { box, nodes } = device.problem;
  const { first, last } = device.problem.layers[stack.wafer];
  const perLength = photoCurrent / elementaryCharge / layers[stack.wafer].thickness;
  const generation = new Float64Array(nodes);
  for (let i = first; i <= last; i++) generation[i] = perLength * box[i];
  device.setGeneration(generation);
  return device;
}

/** Current of one sun, A/cm^2. */
export const photoCurrent = 0.04;
