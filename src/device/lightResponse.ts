import { elementaryCharge } from '../physics/constants.ts';
import type { Device } from './device.ts';
import { currentChange } from './edgeFlux.ts';
import { newtonIteration } from './newton.ts';

/** Light in which a response is worked out, about one sun: carriers cm^-2 s^-1. */
const strong = 2e17;

/**
 * Small-signal response of a device held at its voltage: the current that a little more light
 * adds, to first order. One Newton step from a converged point under other light is exactly that:
 * the inverse of the Jacobian on the added generation.
 *
 * @param device solved; left as it was
 * @param generations carriers cm^-2 s^-1 in each node's box, one array for each light
 * @returns added current of each, A/cm^2
 */
export function lightResponse(device: Device, generations: readonly Float64Array[]): Float64Array {
  const { problem, state } = device;
  const { generation, light, update } = state;
  const bias = generation.slice();
  const added = new Float64Array(generations.length);

  // What is left of the residual steps too; it is taken off.
  newtonIteration(problem, state);
  const rest = firstEdgeCurrent(update);
  state.light = 1;
  generations.forEach((more, k) => {
    const sum = more.reduce((total, value) => total + value, 0);
    if (sum === 0) return;
    // The step is linear in the light: strong light keeps its digits beside the bias.
    const scale = strong / sum;
    for (let i = 0; i < generation.length; i++) {
      generation[i] = bias[i]! * light + scale * more[i]!;
    }
    newtonIteration(problem, state);
    added[k] = (firstEdgeCurrent(update) - rest) / scale;
  });
  generation.set(bias);
  state.light = light;
  newtonIteration(problem, state);
  return added;

  /** Change of the terminal current by a Newton step, which is to be subtracted. */
  function firstEdgeCurrent(step: Float64Array): number {
    const change = currentChange(state, 0, step);
    const sign = state.front.collects === 'electrons' ? 1 : -1;
    return -sign * elementaryCharge * change;
  }
}
