import type { Point } from './prediction.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** A converged point of a device, kept: another device with the same layers may start from it. */
export interface DeviceSolution {
  readonly problem: DeviceProblem;
  /** Potential at which each node is neutral in equilibrium, kT/q. */
  readonly neutral: Float64Array;
  readonly point: Point;
  /** What phiN and phiP are relative to, kT/q. */
  readonly shiftN: number;
  readonly shiftP: number;
}

/** Whether a solution's device has the layers of another, so that it may start from it. */
export function isLike(a: DeviceProblem, b: DeviceProblem): boolean {
  return (
    a.layers.length === b.layers.length &&
    a.layers.every(({ name }, l) => b.layers[l]!.name === name)
  );
}

/**
 * Start values on one mesh from a solution on another. Quasi-Fermi levels keep their distance from the
 * contact that collects the carrier, and the potential keeps its distance from where the node would
 * be neutral, moving with the majority's level: bands, doping, temperature and bias may differ.
 *
 * @param from solution of a device with the same layers
 * @param problem the mesh to fill
 * @param neutral potentials at which its nodes are neutral
 * @param state psi, phiN and phiP are set; its bias has been set before
 */
export function startLike(
  from: DeviceSolution,
  problem: DeviceProblem,
  neutral: Float64Array,
  state: DeviceState,
): void {
  const { psi, phiN, phiP } = state;
  const { values } = from.point;
  const old = from.problem;
  const byN = state.shiftN - from.shiftN;
  const byP = state.shiftP - from.shiftP;
  for (let l = 0; l < problem.layers.length; l++) {
    const { first, last } = problem.layers[l]!;
    const range = old.layers[l]!;
    const same = last - first === range.last - range.first;
    for (let i = first; i <= last; i++) {
      // Node a of the old mesh, and the share of the way to the node behind it.
      let a = range.first + i - first;
      let share = 0;
      if (!same) {
        const place = placeLike(problem, { first, last }, i, old, range);
        a = Math.min(Math.floor(place), range.last - 1);
        share = place - a;
      }
      const k = 3 * a;
      const at = (m: number) =>
        share === 0 ? values[m]! : values[m]! + share * (values[m + 3]! - values[m]!);
      const rest = share === 0 ? from.neutral[a]! : mix(from.neutral, a, share);
      const levelN = at(k + 1);
      const levelP = at(k + 2);
      const thetaN = mix(old.thetaN, a, share);
      const thetaP = mix(old.thetaP, a, share);
      const electrons = at(k) + thetaN - levelN - from.shiftN;
      const holes = levelP + from.shiftP - at(k) + thetaP;
      psi[i] = at(k) - rest + neutral[i]! + (electrons > holes ? byN : byP);
      phiN[i] = levelN;
      phiP[i] = levelP;
    }
  }
}

function mix(values: Float64Array, a: number, share: number): number {
  return share === 0 ? values[a]! : values[a]! + share * (values[a + 1]! - values[a]!);
}

interface NodeRange {
  readonly first: number;
  readonly last: number;
}

/** Place on the old mesh as far from the nearer face of the layer, by node numbers. */
function placeLike(
  problem: DeviceProblem,
  { first, last }: NodeRange,
  i: number,
  old: DeviceProblem,
  range: NodeRange,
): number {
  const thickness = problem.x[last]! - problem.x[first]!;
  const oldThickness = old.x[range.last]! - old.x[range.first]!;
  const fromFront = problem.x[i]! - problem.x[first]!;
  const fromRear = thickness - fromFront;
  const depth =
    fromFront <= fromRear
      ? Math.min(fromFront, oldThickness / 2)
      : oldThickness - Math.min(fromRear, oldThickness / 2);
  const x = old.x[range.first]! + depth;
  let low = range.first;
  let high = range.last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (old.x[middle]! <= x) low = middle;
    else high = middle;
  }
  const width = old.x[high]! - old.x[low]!;
  return width > 0 ? low + Math.min(1, (x - old.x[low]!) / width) : low;
}
