import { type FermiDiracValue, fermiDirac } from '../physics/fermiDirac.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * Logarithm of the lowest density: 1e-174 cm^-3 carries nothing, but it keeps the equation of
 * that carrier from becoming 0 = 0.
 */
const emptiest = -400;

const value: FermiDiracValue = { logGamma: 0, slope: 1 };

/**
 * Densities of all nodes from their potentials: n = Nc F(eta), or Nc exp(eta) where a node is
 * not degenerate. `gammaN`, `gammaP` receive the logarithm of the degeneracy factor, `slopeN`,
 * `slopeP` d ln n / d eta (0 and 1 for Boltzmann statistics, which they keep).
 *
 * Hot: nothing allocated.
 *
 * @param problem the device
 * @param state psi, phiN, phiP on entry
 */
export function updateDensities(problem: DeviceProblem, state: DeviceState): void {
  const { nodes, thetaN, thetaP, degenerate } = problem;
  const { psi, phiN, phiP, electrons, holes, shiftN, shiftP } = state;
  for (let i = 0; i < nodes; i++) {
    const lnN = Math.max(psi[i] + thetaN[i] - phiN[i] - shiftN, emptiest);
    const lnP = Math.max(phiP[i] + shiftP - psi[i] + thetaP[i], emptiest);
    if (degenerate[i] === 0) {
      electrons[i] = Math.exp(lnN);
      holes[i] = Math.exp(lnP);
    } else {
      fermiDirac(lnN - problem.logStatesN[i], value);
      state.gammaN[i] = value.logGamma;
      state.slopeN[i] = value.slope;
      electrons[i] = Math.exp(lnN + value.logGamma);
      fermiDirac(lnP - problem.logStatesP[i], value);
      state.gammaP[i] = value.logGamma;
      state.slopeP[i] = value.slope;
      holes[i] = Math.exp(lnP + value.logGamma);
    }
  }
}

/**
 * Electrons and holes of a node in equilibrium at a potential.
 *
 * @param problem the device
 * @param i node
 * @param psi potential, kT/q
 * @param out receives n and p, cm^-3
 */
export function equilibriumDensities(
  problem: DeviceProblem,
  i: number,
  psi: number,
  out: { n: number; p: number },
): void {
  let lnN = psi + problem.thetaN[i];
  let lnP = problem.thetaP[i] - psi;
  if (problem.degenerate[i] === 1) {
    fermiDirac(lnN - problem.logStatesN[i], value);
    lnN += value.logGamma;
    fermiDirac(lnP - problem.logStatesP[i], value);
    lnP += value.logGamma;
  }
  out.n = Math.exp(lnN);
  out.p = Math.exp(lnP);
}
