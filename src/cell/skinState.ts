import type { Device } from '../device/device.ts';
import { currentsThrough } from '../device/edgeFlux.ts';
import type { DeviceProblem } from '../device/problem.ts';
import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import { waferLayer } from './assembleWafer.ts';
import { waferMiddle } from './places.ts';

/** Space charge over carriers, and deviation of the doping, up to which the wafer is bulk. */
const neutral = 1e-3;
const sameDoping = 0.01;

/** Edges of the mesh at whose middles the neutral wafer begins and ends. */
export interface SkinEdges {
  readonly front: number;
  readonly rear: number;
}

/** A side of a solved device. */
export interface SideState {
  /** Splitting of the quasi-Fermi levels at the inner end of the skin, kT/q. */
  readonly split: number;
  /** Carriers that recombine in the skin and at its contact, cm^-2 s^-1. */
  readonly lost: number;
  /** Carriers that light makes in the skin, cm^-2 s^-1. */
  readonly generated: number;
  /** Drop of the collected carriers' level on their way to the contact, V. */
  readonly drop: number;
}

/**
 * Where the neutral wafer of a device begins and ends, in its present state.
 *
 * @param device solved
 * @returns edges of its mesh
 * @throws RangeError where the middle of the wafer is not neutral
 */
export function skinEdges(device: Device): SkinEdges {
  const { problem, state } = device;
  const { first, last } = problem.layers.find((layer) => layer.name === waferLayer)!;
  const middle = waferMiddle(problem);
  const bulk = problem.doping[middle]!;
  const isBulk = (i: number) => {
    const charge = Math.abs(device.chargeDensity(i));
    if (charge > neutral * (state.electrons[i]! + state.holes[i]!)) return false;
    return Math.abs(problem.doping[i]! - bulk) <= sameDoping * Math.abs(bulk);
  };
  let front = middle;
  let rear = middle;
  while (front > first && isBulk(front - 1)) front--;
  while (rear < last && isBulk(rear + 1)) rear++;
  if (!isBulk(middle) || rear - front < 3) {
    throw new RangeError('the wafer is nowhere neutral: skins need a neutral wafer between them');
  }
  return { front: Math.max(front - 1, first), rear: Math.min(rear, last - 1) };
}

/**
 * Edges of the wafer's mesh whose middles lie nearest to given ends of the skins.
 *
 * @param problem device on its mesh
 * @param front depth of the front skin below the wafer's front, cm
 * @param rear of the rear skin above its rear, cm
 */
export function edgesNear(problem: DeviceProblem, front: number, rear: number): SkinEdges {
  const { first, last } = problem.layers.find((layer) => layer.name === waferLayer)!;
  const thickness = problem.x[last]! - problem.x[first]!;
  const nearest = (depth: number) => {
    let best = first;
    for (let i = first; i < last; i++) {
      const miss = Math.abs(edgeDepth(problem, i) - depth);
      if (miss < Math.abs(edgeDepth(problem, best) - depth)) best = i;
    }
    return best;
  };
  return { front: nearest(front), rear: nearest(thickness - rear) };
}

/** Position of the middle of an edge below the wafer's front, cm. */
export function edgeDepth(problem: DeviceProblem, edge: number): number {
  const { first } = problem.layers.find((layer) => layer.name === waferLayer)!;
  return (problem.x[edge]! + problem.x[edge + 1]!) / 2 - problem.x[first]!;
}

/**
 * What a side of a device does at its present point. The loss is what light makes in the skin
 * less the minority current that leaves it: films, interfaces and the contact are all in it.
 *
 * @param device solved
 * @param edges from `skinEdges`
 * @param side front or rear
 */
export function sideState(device: Device, edges: SkinEdges, side: 'front' | 'rear'): SideState {
  const { problem, state } = device;
  const edge = edges[side];
  const inFront = side === 'front';
  const contact = inFront ? state.front : state.rear;
  const electrons = contact.collects === 'electrons';
  let generated = 0;
  const [from, to] = inFront ? [0, edge] : [edge + 1, problem.nodes - 1];
  for (let i = from; i <= to; i++) generated += state.generation[i]! * state.light;
  const [jn, jp] = currentsThrough(problem, state, edge);
  // Particles of the carrier that this side does not collect, out of the skin into the wafer.
  const minority = electrons ? jp : -jn;
  const outOfSkin = inFront ? minority : -minority;
  const level = (phi: Float64Array) => (phi[edge]! + phi[edge + 1]!) / 2;
  const phiN = level(state.phiN);
  const phiP = level(state.phiP);
  // `offset` takes a level to that of this contact.
  const drop = electrons ? -(phiN + contact.offsetN) : phiP + contact.offsetP;
  return {
    split: phiP + state.shiftP - phiN - state.shiftN,
    lost: generated - outOfSkin,
    generated,
    drop: drop * thermalVoltage(problem.temperature),
  };
}

/**
 * Sheet resistance of the carriers that a side collects, from its electrode to the inner end
 * of its skin, at the present point.
 *
 * @param device solved, in the dark for the usual meaning
 * @param edges from `skinEdges`
 * @param side front or rear
 * @returns ohm
 */
export function sheetResistance(device: Device, edges: SkinEdges, side: 'front' | 'rear'): number {
  const { problem, state } = device;
  const { layers } = problem.description;
  const electrons = (side === 'front' ? state.front : state.rear).collects === 'electrons';
  const density = electrons ? state.electrons : state.holes;
  let conductance = 0;
  problem.layers.forEach(({ first, last }, l) => {
    const start = problem.x[first]!;
    const mobility = (i: number) => {
      const here = layers[l]!.at(problem.x[i]! - start);
      return electrons ? here.electronMobility : here.holeMobility;
    };
    for (let i = first; i < last; i++) {
      if (side === 'front' ? i >= edges.front : i <= edges.rear) continue;
      const h = problem.x[i + 1]! - problem.x[i]!;
      conductance +=
        (elementaryCharge * h * (density[i]! * mobility(i) + density[i + 1]! * mobility(i + 1))) /
        2;
    }
  });
  return 1 / conductance;
}
