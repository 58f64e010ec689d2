import type { DeviceProblem } from '../device/problem.ts';
import { waferLayer } from './assembleWafer.ts';

/** Doping that differs from the middle of the wafer by more than this share is a diffusion. */
const sameDoping = 0.01;

/** Nodes of the wafer. Its middle is that of its depth: of the nodes most may lie under one face. */
function waferOf({ layers, x }: DeviceProblem) {
  const index = layers.findIndex((layer) => layer.name === waferLayer);
  const { first, last } = layers[index]!;
  const depth = (x[first]! + x[last]!) / 2;
  let middle = first;
  while (x[middle + 1]! <= depth) middle++;
  return { index, first, last, middle };
}

/**
 * Name of the place of each node, as a cell file would: `front.n`, `front.diffusion`, `wafer`,
 * `rear.p`.
 *
 * @param problem device on its mesh
 * @returns one name a node
 */
export function places(problem: DeviceProblem): string[] {
  const { layers, doping, nodes } = problem;
  const wafer = waferOf(problem);
  const bulk = doping[wafer.middle]!;
  return Array.from({ length: nodes }, (_, i) => {
    if (i >= wafer.first && i <= wafer.last) {
      if (Math.abs(doping[i]! - bulk) <= sameDoping * Math.abs(bulk)) return waferLayer;
      return i < wafer.middle ? 'front.diffusion' : 'rear.diffusion';
    }
    const layer = layers.findIndex(({ first, last }) => i >= first && i <= last);
    return `${layer < wafer.index ? 'front' : 'rear'}.${layers[layer]!.name}`;
  });
}

/**
 * Name of the interface whose states a node holds.
 *
 * @param problem device on its mesh
 * @returns one name a node: `wafer.front_surface`, `wafer.rear_surface`, or of its layer
 */
export function surfacePlaces(problem: DeviceProblem): string[] {
  const wafer = waferOf(problem);
  return places(problem).map((place, i) => {
    if (i === wafer.first) return 'wafer.front_surface';
    return i === wafer.last ? 'wafer.rear_surface' : place;
  });
}

/** Donors minus acceptors in the middle of the wafer, cm^-3. */
export function waferDoping(problem: DeviceProblem): number {
  return problem.doping[waferOf(problem).middle]!;
}

/** Middle node of the wafer. */
export function waferMiddle(problem: DeviceProblem): number {
  return waferOf(problem).middle;
}
