import { exp } from '../physics/exponential.ts';
import { type FermiDiracValue, fermiDirac } from '../physics/fermiDirac.ts';
import { injectionAt, injectionResult } from '../physics/injectedSilicon.ts';
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
 * @param end node before which to end; all of them where it is left out
 */
export function updateDensities(
  problem: DeviceProblem,
  state: DeviceState,
  end = problem.nodes,
): void {
  const { thetaN, thetaP, degenerate, injectionOf } = problem;
  const { psi, phiN, phiP, electrons, holes, shiftN, shiftP } = state;
  for (let i = 0; i < end; i++) {
    const lnN = Math.max(psi[i] + thetaN[i] - phiN[i] - shiftN, emptiest);
    const lnP = Math.max(phiP[i] + shiftP - psi[i] + thetaP[i], emptiest);
    const table = injectionOf[i];
    if (table >= 0) {
      injectionAt(
        problem.injections[table],
        phiP[i] + shiftP - phiN[i] - shiftN,
        state.injectionOut,
      );
      narrow(problem, state, i, lnN, lnP);
    } else if (degenerate[i] === 0) {
      electrons[i] = exp(lnN);
      holes[i] = exp(lnP);
    } else {
      fermiDirac(lnN - problem.logStatesN[i], value);
      state.gammaN[i] = value.logGamma;
      state.slopeN[i] = value.slope;
      electrons[i] = exp(lnN + value.logGamma);
      fermiDirac(lnP - problem.logStatesP[i], value);
      state.gammaP[i] = value.logGamma;
      state.slopeP[i] = value.slope;
      holes[i] = exp(lnP + value.logGamma);
    }
  }
}

/** Densities and derivatives of a node whose gap and mobilities follow the splitting. */
function narrow(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
  lnN: number,
  lnP: number,
): void {
  const out = state.injectionOut;
  const shiftN = out[injectionResult.conduction];
  const shiftP = out[injectionResult.valence];
  let logGammaN = shiftN;
  let logGammaP = shiftP;
  let slopeN = 1;
  let slopeP = 1;
  if (problem.degenerate[i] === 1) {
    fermiDirac(lnN + shiftN - problem.logStatesN[i], value);
    logGammaN += value.logGamma;
    slopeN = value.slope;
    fermiDirac(lnP + shiftP - problem.logStatesP[i], value);
    logGammaP += value.logGamma;
    slopeP = value.slope;
  }
  state.electrons[i] = exp(lnN + logGammaN);
  state.holes[i] = exp(lnP + logGammaP);
  state.narrowN[i] = shiftN;
  state.narrowP[i] = shiftP;
  state.gammaN[i] = logGammaN;
  state.gammaP[i] = logGammaP;
  state.slopeN[i] = slopeN;
  state.slopeP[i] = slopeP;
  state.bySplitN[i] = slopeN * out[injectionResult.conductionSlope];
  state.bySplitP[i] = slopeP * out[injectionResult.valenceSlope];
  const rootN = out[injectionResult.electron];
  const rootP = out[injectionResult.hole];
  const inverse = 1 / (rootN * rootP);
  state.rootN[i] = rootN;
  state.rootP[i] = rootP;
  state.rootNBySplit[i] = out[injectionResult.electronSlope] * rootP * inverse;
  state.rootPBySplit[i] = out[injectionResult.holeSlope] * rootN * inverse;
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
