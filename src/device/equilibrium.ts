import { boundCharge, boundOut } from './boundCharge.ts';
import { damped } from './converge.ts';
import { defectSums } from './defectTable.ts';
import { carrierRecord, updateDensities } from './densities.ts';
import { CalculationError } from './errors.ts';
import { type DeviceProblem, placeOf } from './problem.ts';
import type { DeviceState } from './state.ts';

/** Largest change of psi at which equilibrium is reached, kT/q. */
const tolerance = 1e-10;
const mostIterations = 200;

/**
 * Solves Poisson's equation in the dark without bias: all quasi-Fermi levels are zero.
 *
 * @param problem the device
 * @param state psi is the guess on entry, the solution on return
 * @returns number of Newton iterations
 * @throws CalculationError when it does not converge
 */
export function solveEquilibrium(problem: DeviceProblem, state: DeviceState): number {
  const { nodes, box, doping, binds, sheet, dipole, displacement, defectOf, defects } = problem;
  const { psi, phiN, phiP, electrons, holes, carriers, steps, update, defectOut } = state;
  phiN.fill(0);
  phiP.fill(0);
  state.shiftN = 0;
  state.shiftP = 0;
  let largest = 0;
  let worst = 0;
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    // psi at both ends stays at local neutrality: that is what an ohmic contact means.
    updateDensities(problem, state);
    steps[0] = 0;
    update[0] = 0;
    for (let i = 1; i < nodes - 1; i++) {
      const n = electrons[i];
      const p = holes[i];
      let charge = p - n + doping[i];
      let byN = -n; // derivative by ln n
      let byP = p;
      if (binds[i] === 1) {
        boundCharge(problem, i, n, p);
        charge += boundOut.charge;
        byN += boundOut.byN;
        byP += boundOut.byP;
      }
      const table = defects[defectOf[i]];
      if (table) {
        defectSums(table, n, p, defectOut);
        charge += defectOut[0];
        byN += n * defectOut[1];
        byP += p * defectOut[2];
      }
      const at = carrierRecord.length * i;
      const slope =
        byN * carriers[at + carrierRecord.slopeN] - byP * carriers[at + carrierRecord.slopeP];
      const left = displacement[i - 1];
      const right = displacement[i];
      const residual =
        right * (psi[i + 1] - psi[i] - dipole[i]) -
        left * (psi[i] - psi[i - 1] - dipole[i - 1]) +
        charge * box[i] +
        sheet[i];
      const pivot = 1 / (-left - right + slope * box[i] - left * steps[i - 1]);
      steps[i] = right * pivot;
      update[i] = (residual - left * update[i - 1]) * pivot;
    }
    largest = 0;
    let step = 0;
    for (let i = nodes - 2; i > 0; i--) {
      step = update[i] - steps[i] * step;
      const size = Math.abs(step);
      if (!(size <= largest)) {
        largest = size;
        worst = i;
      }
      psi[i] -= damped(step);
    }
    if (largest < tolerance) return iteration;
    if (!Number.isFinite(largest)) break;
  }
  throw new CalculationError('no equilibrium', {
    voltage: 0,
    residual: largest,
    ...placeOf(problem, worst),
  });
}
