import type { DeviceLayer } from './description.ts';
import { denser, positionsOf } from './mesh.ts';
import { pathErrors } from './pathError.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** Errors that are left alone, relative to the power: all shipped cells lie below. */
const tolerance = 6e-5;
/** Step of the potential at rest from node to node, kT/q; shipped cells stay below. */
const largestStep = 3.2;
/** Spacing at which a mesh is not made finer, cm. */
const finest = 6e-10;

/**
 * Layers on meshes that are finer where the way of the carriers through the films asks for it: in
 * accumulation layers under a barrier and on the slopes of the barrier itself. The number of nodes is the least
 * that leaves the tolerance: each interval is divided by the cube root of its error. Recombination in a space
 * charge asks for steps of the potential that are not too large.
 *
 * @param problem the device on the mesh to begin with
 * @param state at rest there
 * @param current that flows, A/cm^2
 * @returns layers on finer meshes; nothing where the mesh does
 */
export function fittedLayers(
  problem: DeviceProblem,
  state: DeviceState,
  current: number,
): readonly DeviceLayer[] | undefined {
  const { layers } = problem.description;
  const { x, emission } = problem;
  const { psi } = state;
  const steps = Float64Array.from({ length: x.length - 1 }, (_, i) =>
    emission[i] ? 0 : Math.abs(psi[i + 1]! - psi[i]!),
  );
  const errors = pathErrors(problem, state, current);
  const scale = leastFactor(errors);
  if (scale === 0 && steps.every((step) => step <= largestStep)) return undefined;
  return layers.map((layer, l) => {
    const { first, last } = problem.layers[l]!;
    const parts = Float64Array.from({ length: last - first }, (_, k) => {
      const h = x[first + k + 1]! - x[first + k]!;
      const parts = Math.max(
        scale * Math.cbrt(errors[first + k]!),
        steps[first + k]! / largestStep,
      );
      return Math.max(1, Math.min(parts, h / finest));
    });
    if (parts.every((part) => part === 1)) return layer;
    return { ...layer, spacing: { positions: denser(positionsOf(layer), parts) } };
  });
}

/**
 * Smallest factor f for which intervals divided by f e^(1/3), where that is above 1, leave the tolerance
 * of errors e that fall with the square; 0 where they leave it undivided.
 */
function leastFactor(errors: Float64Array): number {
  const left = (factor: number) =>
    errors.reduce((sum, e) => sum + e / Math.max(1, factor * Math.cbrt(e)) ** 2, 0);
  if (!(left(0) > tolerance)) return 0;
  // Were all of them divided, sum e / (f^2 e^(2/3)) would be the tolerance; those that are not leave less.
  const roots = errors.reduce((sum, e) => sum + Math.cbrt(e), 0);
  let high = Math.sqrt(roots / tolerance);
  let low = high / 1e6;
  for (let k = 0; k < 24; k++) {
    const middle = Math.sqrt(low * high);
    if (left(middle) > tolerance) low = middle;
    else high = middle;
  }
  return high;
}
