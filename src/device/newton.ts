import { updateDensities } from './densities.ts';
import { edgeFluxes } from './edgeFlux.ts';
import { eliminate } from './elimination.ts';
import { nodeTerms } from './nodeTerms.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * One Newton iteration on the three equations: densities, what each node and edge adds to residual and
 * exact derivatives, elimination, then back substitution into `state.update`.
 *
 * Per node the unknowns are psi, phiN, phiP in kT/q. Residuals: Poisson in cm^-2
 * (div D + charge), both continuity equations in carriers cm^-2 s^-1:
 *
 *     R0 = D(i) - D(i-1) + Q box
 *     R1 = jn(i) - jn(i-1) - (U - G) box
 *     R2 = jp(i) - jp(i-1) + (U - G) box
 *
 * Each step is a loop of its own over packed records. A loop that did all at once would hold more
 * numbers than a processor has registers for.
 *
 * @param problem the device
 * @param state potentials, workspace and contacts; `update` receives the step to subtract
 * @returns nothing; `state.update` holds J^-1 R, `state.steps` the matrices C for tangents
 */
export function newtonIteration(problem: DeviceProblem, state: DeviceState): void {
  const { nodes } = problem;
  updateDensities(problem, state);
  nodeTerms(problem, state, 0, nodes);
  edgeFluxes(problem, state, 0, nodes - 1);
  eliminate(problem, state);
  backSubstitute(state.steps, state.update, nodes);
}

/** x(i) = y(i) + x(i+1) - C(i) x(i+1), in place, from the rear. */
export function backSubstitute(steps: Float64Array, y: Float64Array, nodes: number): void {
  let a = y[3 * nodes - 3];
  let b = y[3 * nodes - 2];
  let c = y[3 * nodes - 1];
  for (let i = nodes - 2; i >= 0; i--) {
    const m = 9 * i;
    const k = 3 * i;
    const d0 = y[k] - steps[m] * a - steps[m + 1] * b - steps[m + 2] * c;
    const d1 = y[k + 1] - steps[m + 3] * a - steps[m + 4] * b - steps[m + 5] * c;
    const d2 = y[k + 2] - steps[m + 6] * a - steps[m + 7] * b - steps[m + 8] * c;
    a += d0;
    b += d1;
    c += d2;
    y[k] = a;
    y[k + 1] = b;
    y[k + 2] = c;
  }
}
