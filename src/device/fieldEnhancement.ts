import { boltzmann } from '../physics/constants.ts';
import { enhancementFactor } from '../physics/trapAssistedTunnelling.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * What the field adds to Shockley-Read-Hall recombination in the box of a node, over what there is
 * without: the mean of `trapAssistedTunnelling` over both halves of the box, each with the field of
 * its edge. An abrupt interface has no length and no field.
 *
 * @param problem the device
 * @param state with its potentials; `fieldSlopes` receives, for both halves, the derivative of what is
 *   added times the box by the step of psi over the edge, cm
 * @param i node
 * @returns factor less one
 */
export function fieldEnhancement(problem: DeviceProblem, state: DeviceState, i: number): number {
  const { x, nodes, box } = problem;
  const { psi, fieldSlopes } = state;
  const { field, strongest } = problem.enhancement;
  const unit = (boltzmann * problem.temperature) / field; // F/F_G of a step of kT/q in a cm
  let sum = 0;
  for (let side = 0; side < 2; side++) {
    const edge = i - 1 + side;
    fieldSlopes[2 * i + side] = 0;
    if (edge < 0 || edge >= nodes - 1) continue;
    const length = x[edge + 1]! - x[edge]!;
    if (!(length > 0)) continue;
    const step = psi[edge + 1]! - psi[edge]!;
    const ratio = (Math.abs(step) * unit) / length;
    const held = Math.min(ratio, strongest);
    const factor = 0.5 * enhancementFactor * Math.exp(held * held);
    sum += factor * ratio * length;
    const growth = ratio < strongest ? 1 + 2 * ratio * ratio : 1;
    fieldSlopes[2 * i + side] = Math.sign(step) * factor * growth * unit;
  }
  return sum / box[i]!;
}
