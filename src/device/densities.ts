import { exp } from '../physics/exponential.ts';
import { type FermiDiracValue, fermiDirac } from '../physics/fermiDirac.ts';
import { injectionAt, injectionResult } from '../physics/injectedSilicon.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * What `updateDensities` leaves of a node in `carriers`, beside the densities. Nodes that neither
 * are degenerate nor follow their injection keep the gammas 0, slopes and roots 1, and the rest 0.
 */
export const carrierRecord = {
  /** Splitting of the quasi-Fermi levels, kT; logarithms of both densities. */
  split: 0,
  logN: 1,
  logP: 2,
  /** Logarithm of what degeneracy and narrowing do to the density, and d ln n / d eta. */
  gammaN: 3,
  gammaP: 4,
  slopeN: 5,
  slopeP: 6,
  /** Derivatives of ln n and ln p by the splitting at fixed own levels. */
  bySplitN: 7,
  bySplitP: 8,
  /** Root of what injection does to the mobility, and the derivative of its logarithm. */
  rootN: 9,
  rootP: 10,
  rootNBySplit: 11,
  rootPBySplit: 12,
  length: 13,
} as const;

const value: FermiDiracValue = { logGamma: 0, slope: 1 };

/**
 * Densities of all nodes from their potentials: n = Nc F(eta), or Nc exp(eta) where a node is
 * not degenerate; where it follows its injection, with the gap and the mobilities that belong to the
 * splitting of its levels.
 *
 * Hot: nothing allocated. Offsets in records are those of `carrierRecord`.
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
  // Logarithm of the lowest density: 1e-174 cm^-3 carries nothing, but it keeps the equation of
  // that carrier from becoming 0 = 0.
  const emptiest = -400;
  const { thetaN, thetaP, degenerate, injectionOf, injections } = problem;
  const { psi, phiN, phiP, electrons, holes, carriers, shiftN, shiftP } = state;
  let table = -1;
  let cubics = carriers;
  let firstKnot = 0;
  let knotsPerKT = 0;
  let intervals = 0;
  let o = 0;
  for (let i = 0; i < end; i++) {
    const levelN = phiN[i] + shiftN;
    const levelP = phiP[i] + shiftP;
    const split = levelP - levelN;
    let logN = Math.max(psi[i] + thetaN[i] - levelN, emptiest);
    let logP = Math.max(levelP - psi[i] + thetaP[i], emptiest);
    const injection = injectionOf[i];
    if (injection >= 0) {
      if (injection !== table) {
        table = injection;
        const values = injections[table];
        cubics = values.cubics;
        firstKnot = values.first;
        knotsPerKT = values.knotsPerKT;
        intervals = values.intervals;
      }
      // As `injectionAt` does; the call and its results would cost as much as the cubics.
      const place = Math.min(Math.max((split - firstKnot) * knotsPerKT, 0), intervals);
      const k = Math.min(place | 0, intervals - 1);
      const s = place - k;
      const m = 16 * k;
      const a1 = cubics[m + 1];
      const a2 = s * cubics[m + 2];
      const a3 = s * s * cubics[m + 3];
      const b1 = cubics[m + 5];
      const b2 = s * cubics[m + 6];
      const b3 = s * s * cubics[m + 7];
      const c1 = cubics[m + 9];
      const c2 = s * cubics[m + 10];
      const c3 = s * s * cubics[m + 11];
      const d1 = cubics[m + 13];
      const d2 = s * cubics[m + 14];
      const d3 = s * s * cubics[m + 15];
      let gammaN = cubics[m] + s * (a1 + a2 + a3);
      let gammaP = cubics[m + 4] + s * (b1 + b2 + b3);
      const rootN = cubics[m + 8] + s * (c1 + c2 + c3);
      const rootP = cubics[m + 12] + s * (d1 + d2 + d3);
      let bySplitN = knotsPerKT * (a1 + 2 * a2 + 3 * a3);
      let bySplitP = knotsPerKT * (b1 + 2 * b2 + 3 * b3);
      if (degenerate[i] === 1) {
        fermiDirac(logN + gammaN - problem.logStatesN[i], value);
        gammaN += value.logGamma;
        bySplitN *= value.slope;
        carriers[o + 5] = value.slope;
        fermiDirac(logP + gammaP - problem.logStatesP[i], value);
        gammaP += value.logGamma;
        bySplitP *= value.slope;
        carriers[o + 6] = value.slope;
      }
      logN += gammaN;
      logP += gammaP;
      carriers[o + 3] = gammaN;
      carriers[o + 4] = gammaP;
      carriers[o + 7] = bySplitN;
      carriers[o + 8] = bySplitP;
      carriers[o + 9] = rootN;
      carriers[o + 10] = rootP;
      const inverse = knotsPerKT / (rootN * rootP);
      carriers[o + 11] = (c1 + 2 * c2 + 3 * c3) * rootP * inverse;
      carriers[o + 12] = (d1 + 2 * d2 + 3 * d3) * rootN * inverse;
    } else if (degenerate[i] === 1) {
      fermiDirac(logN - problem.logStatesN[i], value);
      logN += value.logGamma;
      carriers[o + 3] = value.logGamma;
      carriers[o + 5] = value.slope;
      fermiDirac(logP - problem.logStatesP[i], value);
      logP += value.logGamma;
      carriers[o + 4] = value.logGamma;
      carriers[o + 6] = value.slope;
    }
    carriers[o] = split;
    carriers[o + 1] = logN;
    carriers[o + 2] = logP;
    electrons[i] = exp(logN);
    holes[i] = exp(logP);
    o += 13;
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

/**
 * What injected carriers narrow the gap by at a node.
 *
 * @param problem the device
 * @param state with its densities
 * @param i node
 * @returns shifts of both band edges into the gap, kT; 0 where the node does not follow injection
 */
export function injectedNarrowing(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
): { conduction: number; valence: number } {
  const table = problem.injections[problem.injectionOf[i]!];
  if (table === undefined) return { conduction: 0, valence: 0 };
  const out = new Float64Array(injectionResult.length);
  injectionAt(table, state.carriers[carrierRecord.length * i + carrierRecord.split]!, out);
  return {
    conduction: out[injectionResult.conduction]!,
    valence: out[injectionResult.valence]!,
  };
}
