import { newtonIteration } from './newton.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * Largest update at which a solve ends, kT/q. Convergence is quadratic: after a step of
 * 1e-6 the error left is of the order of 1e-12.
 */
const tolerance = 1e-6;
/** A solve that takes longer than this from a prediction has lost its way. */
export const mostIterations = 40;

/**
 * Newton's method at the present bias and light, from the potentials in `state`.
 *
 * @param problem the device
 * @param state potentials: the guess on entry, the solution where it converges
 * @param history filled with the largest update of each iteration, kT/q
 * @returns whether it converged
 */
export function converge(problem: DeviceProblem, state: DeviceState, history: number[]): boolean {
  const { psi, phiN, phiP, dPhiN, dPhiP, update } = state;
  const last = psi.length - 1;
  history.length = 0;
  if (state.front.pinned) psi[0] = state.front.psi;
  if (state.rear.pinned) psi[last] = state.rear.psi;
  for (let i = 0; i < last; i++) {
    dPhiN[i] = phiN[i + 1] - phiN[i];
    dPhiP[i] = phiP[i + 1] - phiP[i];
  }
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    newtonIteration(problem, state);
    let largest = 0;
    for (let k = 0; k < update.length; k++) {
      const size = Math.abs(update[k]);
      if (!(size <= largest)) largest = size;
    }
    const cut = !(largest < 1);
    let stepN = 0;
    let stepP = 0;
    for (let i = 0; i <= last; i++) {
      const k = 3 * i;
      const dn = cut ? damped(update[k + 1]) : update[k + 1];
      const dp = cut ? damped(update[k + 2]) : update[k + 2];
      psi[i] -= cut ? damped(update[k]) : update[k];
      phiN[i] -= dn;
      phiP[i] -= dp;
      if (i > 0) {
        dPhiN[i - 1] -= dn - stepN;
        dPhiP[i - 1] -= dp - stepP;
      }
      stepN = dn;
      stepP = dp;
    }
    history.push(largest);
    if (!Number.isFinite(largest)) return false;
    if (largest < tolerance) return true;
  }
  return false;
}

/** Steps beyond kT/q are cut to their logarithm; densities then change by a bounded factor. */
export function damped(step: number): number {
  const size = Math.abs(step);
  return size < 1 ? step : Math.sign(step) * (1 + Math.log(size));
}
