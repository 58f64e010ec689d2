import { exp, expm1 } from '../physics/exponential.ts';
import { bernoulliSeries } from './bernoulli.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * What `edgeFluxes` leaves of an edge in `edgeResults`: displacement over q, cm^-2, and both fluxes,
 * carriers cm^-2 s^-1, with their derivatives by the unknowns of the left end, and by a common
 * shift of both ends. Those are small, and formed without cancellation; one that moves psi and both
 * levels alike moves no flux, so that the one by the carrier's own level is not written down.
 */
export const edgeResult = {
  displacement: 0,
  /** Its derivative by the difference of psi. */
  displacementSlope: 1,
  jn: 2,
  jnByPsiI: 3,
  jnByPhiNI: 4,
  /** By the other carrier's level: where a node follows its injection. */
  jnByPhiPI: 5,
  jnByPsi: 6,
  jnByPhiP: 7,
  jp: 8,
  jpByPsiI: 9,
  jpByPhiNI: 10,
  jpByPhiPI: 11,
  jpByPsi: 12,
  jpByPhiN: 13,
  length: 14,
} as const;

/**
 * Where the record of an edge begins. The first record is that of the front face, which no current
 * passes.
 *
 * @param i edge
 */
function edgeAt(i: number): number {
  return edgeResult.length * (i + 1);
}

/**
 * Currents of edges from node i to j = i + 1, over q, in carriers cm^-2 s^-1:
 *
 *     jn =  vn n_i B(-Dn) expm1(phiN_i - phiN_j)
 *     jp = -vp p_i B(Dp)  expm1(phiP_j - phiP_i)
 *
 * with Dn, Dp the differences of psi + thetaN and psi - thetaP: Scharfetter-Gummel written
 * on the quasi-Fermi difference, exactly zero in equilibrium and free of cancellation at any
 * injection. At an abrupt interface B = 1 and v is the emission velocity.
 *
 * Hot: nothing allocated. Offsets in records are those of `edgeInput`, `carrierRecord` and
 * `edgeResult`; constants stand inside, where a bundler leaves them constant.
 *
 * @param problem the device
 * @param state potentials, with their densities (`updateDensities`); `edgeResults` are filled
 * @param first edge
 * @param end edge before which to end
 */
export function edgeFluxes(
  problem: DeviceProblem,
  state: DeviceState,
  first: number,
  end: number,
): void {
  const b2 = bernoulliSeries[0];
  const b4 = bernoulliSeries[1];
  const b6 = bernoulliSeries[2];
  const b8 = bernoulliSeries[3];
  const b10 = bernoulliSeries[4];
  const b12 = bernoulliSeries[5];
  const { edgeInputs, edgeKinds } = problem;
  const { psi, dPhiN, dPhiP, electrons, holes, carriers, edgeResults } = state;
  // What belongs to the left end was that of the right one before.
  let at = 13 * first;
  let psiI = psi[first];
  let gammaNI = carriers[at + 3];
  let gammaPI = carriers[at + 4];
  let slopeNI = carriers[at + 5];
  let slopePI = carriers[at + 6];
  let bySplitNI = carriers[at + 7];
  let bySplitPI = carriers[at + 8];
  let rootNI = carriers[at + 9];
  let rootPI = carriers[at + 10];
  let rootNBySplitI = carriers[at + 11];
  let rootPBySplitI = carriers[at + 12];
  let input = 6 * first;
  let o = 14 * (first + 1);
  for (let i = first; i < end; i++) {
    at += 13;
    const psiJ = psi[i + 1];
    const gammaNJ = carriers[at + 3];
    const gammaPJ = carriers[at + 4];
    const slopeNJ = carriers[at + 5];
    const slopePJ = carriers[at + 6];
    const kind = edgeKinds[i];
    const dPsi = psiJ - psiI;
    const displacement = edgeInputs[input + 4];
    edgeResults[o] = displacement * (dPsi - edgeInputs[input + 5]);
    edgeResults[o + 1] = displacement;
    const en = expm1(-dPhiN[i]);
    const ep = expm1(dPhiP[i]);
    let gn = edgeInputs[input + 2] * electrons[i];
    let gp = edgeInputs[input + 3] * holes[i];
    // B(-Dn), B(Dp) and their derivatives by Dn, Dp.
    let bn = 1;
    let bnSlope = 0;
    let bp = 1;
    let bpSlope = 0;
    if (kind === 2) {
      // Emission follows the Fermi level, not the density: Boltzmann's factor.
      gn *= exp(-gammaNI);
      gp *= exp(-gammaPI);
      slopeNI = 1;
      slopePI = 1;
    } else {
      const dn = dPsi + edgeInputs[input] + gammaNJ - gammaNI;
      if (dn > -0.04 && dn < 0.04) {
        // Three terms of the series do: the next is 1e-17.
        const q = dn * dn;
        bn = 1 + 0.5 * dn + q * (b2 + q * (b4 + q * b6));
        bnSlope = 0.5 + dn * (2 * b2 + q * (4 * b4 + q * (6 * b6)));
      } else if (dn > -0.5 && dn < 0.5) {
        const q = dn * dn;
        bn = 1 + 0.5 * dn + q * (b2 + q * (b4 + q * (b6 + q * (b8 + q * (b10 + q * b12)))));
        bnSlope =
          0.5 +
          2 * dn * (b2 + q * (2 * b4 + q * (3 * b6 + q * (4 * b8 + q * (5 * b10 + q * 6 * b12)))));
      } else {
        const em = expm1(-dn);
        bn = -dn / em;
        // For dn << 0, B(-dn) = -dn exp(dn) and its derivative is B (1 + 1/dn).
        bnSlope = dn < -40 ? bn * (1 + 1 / dn) : (-em - dn * (em + 1)) / (em * em);
      }
      const dp = dPsi + edgeInputs[input + 1] - gammaPJ + gammaPI;
      if (dp > -0.04 && dp < 0.04) {
        const q = dp * dp;
        bp = 1 - 0.5 * dp + q * (b2 + q * (b4 + q * b6));
        bpSlope = dp * (2 * b2 + q * (4 * b4 + q * (6 * b6))) - 0.5;
      } else if (dp > -0.5 && dp < 0.5) {
        const q = dp * dp;
        bp = 1 - 0.5 * dp + q * (b2 + q * (b4 + q * (b6 + q * (b8 + q * (b10 + q * b12)))));
        bpSlope =
          2 * dp * (b2 + q * (2 * b4 + q * (3 * b6 + q * (4 * b8 + q * (5 * b10 + q * 6 * b12))))) -
          0.5;
      } else {
        const em = expm1(dp);
        bp = dp / em;
        bpSlope = dp > 40 ? bp * (1 / dp - 1) : (em - dp * (em + 1)) / (em * em);
      }
    }
    const rootNJ = carriers[at + 9];
    const rootPJ = carriers[at + 10];
    const bySplitNJ = carriers[at + 7];
    const bySplitPJ = carriers[at + 8];
    const rootNBySplitJ = carriers[at + 11];
    const rootPBySplitJ = carriers[at + 12];
    if (kind === 1) {
      gn *= rootNI * rootNJ;
      gp *= rootPI * rootPJ;
    }
    // t = djn/dDn and -s = djp/dDp. Dn moves by +-slope with psi and by +-(1 - slope) with phi:
    // with Boltzmann's slope of 1 the latter vanishes.
    const t = gn * en * bnSlope;
    const s = gp * ep * bpSlope;
    gn *= bn;
    gp *= bp;
    const jn = gn * en;
    const jp = -gp * ep;
    let jnByPhiNI = gn * (en + 1) - slopeNI * jn + (slopeNI - 1) * t;
    let jpByPhiPI = gp * (ep + 1) + slopePI * jp + (1 - slopePI) * s;
    let jnByPhiPI = 0;
    let jnByPhiP = 0;
    let jpByPhiNI = 0;
    let jpByPhiN = 0;
    if (kind === 1) {
      // The splitting of either end moves its density and the mobility of the edge.
      const byMobilityN = jn * rootNBySplitI;
      const byMobilityP = jp * rootPBySplitI;
      jnByPhiPI = bySplitNI * (jn - t) + byMobilityN;
      jpByPhiNI = bySplitPI * (s - jp) - byMobilityP;
      jnByPhiP = bySplitNI * jn + (bySplitNJ - bySplitNI) * t + byMobilityN + jn * rootNBySplitJ;
      jpByPhiN = -bySplitPI * jp - (bySplitPJ - bySplitPI) * s - byMobilityP - jp * rootPBySplitJ;
      jnByPhiNI -= jnByPhiPI;
      jpByPhiPI -= jpByPhiNI;
    }
    edgeResults[o + 2] = jn;
    edgeResults[o + 3] = slopeNI * (jn - t);
    edgeResults[o + 4] = jnByPhiNI;
    edgeResults[o + 5] = jnByPhiPI;
    edgeResults[o + 6] = slopeNI * jn + (slopeNJ - slopeNI) * t;
    edgeResults[o + 7] = jnByPhiP;
    edgeResults[o + 8] = jp;
    edgeResults[o + 9] = slopePI * (s - jp);
    edgeResults[o + 10] = jpByPhiNI;
    edgeResults[o + 11] = jpByPhiPI;
    edgeResults[o + 12] = -slopePI * jp + (slopePI - slopePJ) * s;
    edgeResults[o + 13] = jpByPhiN;
    psiI = psiJ;
    gammaNI = gammaNJ;
    gammaPI = gammaPJ;
    slopeNI = slopeNJ;
    slopePI = slopePJ;
    bySplitNI = bySplitNJ;
    bySplitPI = bySplitPJ;
    rootNI = rootNJ;
    rootPI = rootPJ;
    rootNBySplitI = rootNBySplitJ;
    rootPBySplitI = rootPBySplitJ;
    input += 6;
    o += 14;
  }
}

/**
 * Both currents through one edge.
 *
 * @param problem the device
 * @param state potentials, with their densities
 * @param i edge
 * @returns those of electrons and of holes, over q, carriers cm^-2 s^-1
 */
export function currentsThrough(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
): readonly [number, number] {
  edgeFluxes(problem, state, i, i + 1);
  const at = edgeAt(i);
  return [state.edgeResults[at + edgeResult.jn]!, state.edgeResults[at + edgeResult.jp]!];
}

/**
 * Change of both currents of an edge together with the unknowns of its ends.
 *
 * @param state with the edge's record (`edgeFluxes`)
 * @param i edge
 * @param change of psi, phiN, phiP, three a node, relative to the contacts
 * @param shiftN what phiN changes by everywhere on top
 * @param shiftP the same of phiP
 * @returns carriers cm^-2 s^-1
 */
export function currentChange(
  state: DeviceState,
  i: number,
  change: Float64Array,
  shiftN = 0,
  shiftP = 0,
): number {
  const e = state.edgeResults.subarray(edgeAt(i), edgeAt(i + 1));
  const of = (name: keyof typeof edgeResult) => e[edgeResult[name]]!;
  const k = 3 * i;
  const psi = change[k + 3]!;
  const phiN = change[k + 4]! + shiftN;
  const phiP = change[k + 5]! + shiftP;
  return (
    (of('jnByPsiI') + of('jpByPsiI')) * (change[k]! - change[k + 3]!) +
    (of('jnByPhiNI') + of('jpByPhiNI')) * (change[k + 1]! - change[k + 4]!) +
    (of('jnByPhiPI') + of('jpByPhiPI')) * (change[k + 2]! - change[k + 5]!) +
    of('jnByPsi') * (psi - phiN) +
    of('jnByPhiP') * (phiP - phiN) +
    of('jpByPsi') * (psi - phiP) +
    of('jpByPhiN') * (phiN - phiP)
  );
}
