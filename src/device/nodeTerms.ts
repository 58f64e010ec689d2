import { niewelt, richter } from '../physics/auger.ts';
import { exp, expm1 } from '../physics/exponential.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { defectSums } from './defectTable.ts';
import { augerCode, type DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** Above this np - nie^2 is formed by subtraction; it loses less than half a bit there. */
const subtractionLimit = 1;

/**
 * Where `nodeTerms` leaves its results. Charge, q cm^-2, and recombination, cm^-2 s^-1, of the
 * node's box with its surface; derivatives of charge by -phiN and phiP, of recombination by the
 * unknowns.
 */
export const nodeResult = {
  charge: 0,
  chargeByN: 1,
  chargeByP: 2,
  rate: 3,
  rateByPsi: 4,
  rateByPhiN: 5,
  rateByPhiP: 6,
  /** np - nie^2, and phiP - phiN. */
  excess: 7,
  split: 8,
  length: 9,
} as const;

/**
 * Densities, charge and recombination of a node's box, with exact derivatives: SRH, radiative
 * and Auger recombination, gap states, interface states.
 *
 * Hot: nothing allocated.
 *
 * @param problem the device
 * @param state potentials, with their densities (`updateDensities`)
 * @param i node
 * @param out filled as `nodeResult` says
 */
export function nodeTerms(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
  out: Float64Array,
): void {
  const { defectOut } = state;
  const n = state.electrons[i];
  const p = state.holes[i];
  const phiN = state.phiN[i] + state.shiftN;
  const phiP = state.phiP[i] + state.shiftP;
  const slopeN = state.slopeN[i];
  const slopeP = state.slopeP[i];

  // Recombination: U = X F(n, p), X = np - nie^2 = np (1 - exp(-split)).
  const split = phiP - phiN;
  const np = n * p;
  let x: number;
  let nie2: number; // np exp(-split), what np falls to in equilibrium
  if (problem.variable[i] === 1) {
    nie2 = np * exp(-split);
    x = split > subtractionLimit ? np - nie2 : -np * expm1(-split);
  } else {
    nie2 = problem.nie2[i];
    x = split > subtractionLimit ? np - nie2 : nie2 * expm1(split);
  }
  const boxI = problem.box[i];
  const follows = problem.injectionOf[i] >= 0;
  let rate = follows ? 0 : problem.radiative[i];
  let rateByN = 0; // derivative by ln n
  let rateByP = 0;
  if (problem.srh[i] === 1) {
    const tn = problem.tauN[i];
    const tp = problem.tauP[i];
    const inverse = 1 / (tp * (n + problem.n1[i]) + tn * (p + problem.p1[i]));
    rate += inverse;
    const square = inverse * inverse;
    rateByN -= square * tp * n;
    rateByP -= square * tn * p;
  }
  const augerModel = problem.auger[i];
  if (augerModel === augerCode.richter2012) {
    const injection = problem.augerB[i];
    rate += problem.augerA[i];
    if (injection > 0) {
      const term =
        injection *
        exp(richter.exponent * (phiP - state.psi[i] + problem.thetaP[i] + state.gammaP[i]));
      rate += term;
      rateByP += richter.exponent * term;
    } else {
      const term =
        -injection *
        exp(richter.exponent * (state.psi[i] + problem.thetaN[i] - phiN + state.gammaN[i]));
      rate += term;
      rateByN += richter.exponent * term;
    }
  } else if (augerModel === augerCode.niewelt2022) {
    const ratio = (n + p) / niewelt.reference;
    const d = 1 / (1 + ratio * ratio);
    const slope = (-2 * ratio * d * d) / niewelt.reference;
    const an = niewelt.electron * n;
    const ap = niewelt.hole * p;
    const enhanced = niewelt.electronEnhancement * an + niewelt.holeEnhancement * ap;
    rate += an + ap + enhanced * d;
    rateByN += an * (1 + niewelt.electronEnhancement * d) + enhanced * slope * n;
    rateByP += ap * (1 + niewelt.holeEnhancement * d) + enhanced * slope * p;
  } else if (augerModel === augerCode.pc1d) {
    const nd = problem.augerA[i];
    const na = problem.augerB[i];
    // A term without its dopants and carriers is 0 / 0: the floor lies far below any density.
    const vn = 1 / (p + nd + 1e-30);
    const vp = 1 / (n + na + 1e-30);
    const a = (pc1dAuger.electron * nd + 0.5 * pc1dAuger.ambipolar * p) * n * vn;
    const b = (pc1dAuger.hole * na + 0.5 * pc1dAuger.ambipolar * n) * p * vp;
    rate += a + b;
    rateByN += a + (0.5 * pc1dAuger.ambipolar * p * vp - b * vp) * n;
    rateByP += b + (0.5 * pc1dAuger.ambipolar * n * vn - a * vn) * p;
  } else if (augerModel === augerCode.constant) {
    const an = problem.augerA[i] * n;
    const ap = problem.augerB[i] * p;
    rate += an + ap;
    rateByN += an;
    rateByP += ap;
  }
  let charge = p - n + problem.doping[i];
  let chargeByN = -n; // by ln n
  let chargeByP = p;
  const table = problem.defectOf[i];
  if (table >= 0) {
    defectSums(problem.defects[table], n, p, defectOut);
    charge += defectOut[0];
    chargeByN += n * defectOut[1];
    chargeByP += p * defectOut[2];
    rate += defectOut[3];
    rateByN += n * defectOut[4];
    rateByP += p * defectOut[5];
  }
  rate *= boxI;
  rateByN *= boxI;
  rateByP *= boxI;
  if (problem.surface[i] === 1) {
    const sn = problem.surfaceN[i];
    const sp = problem.surfaceP[i];
    const inverse = 1 / (sp * (n + problem.n1[i]) + sn * (p + problem.p1[i]));
    rate += inverse;
    const square = inverse * inverse;
    rateByN -= square * sp * n;
    rateByP -= square * sn * p;
  }
  const u = x * rate;
  // With s = d ln n / d eta: ln n -> s (dpsi - dphiN), X -> (sN - sP) X dpsi
  // - (sN X + nie2) dphiN + (sP X + nie2) dphiP. (s = 1: np on both.)
  const uByPhiN = -(slopeN * x + nie2) * rate - x * rateByN * slopeN;
  const uByPhiP = (slopeP * x + nie2) * rate + x * rateByP * slopeP;
  const uByPsi = x * ((slopeN - slopeP) * rate + rateByN * slopeN - rateByP * slopeP);
  out[0] = charge * boxI + problem.sheet[i];
  out[1] = chargeByN * slopeN * boxI;
  out[2] = chargeByP * slopeP * boxI;
  out[3] = u;
  out[4] = uByPsi;
  out[5] = uByPhiN;
  out[6] = uByPhiP;
  if (follows) {
    // The splitting moves both densities once more: ln n by eN, ln p by eP. What the place emits
    // is that of the intrinsic gap, B ni^2 (exp(split) - 1).
    const eN = state.bySplitN[i];
    const eP = state.bySplitP[i];
    const emitted = problem.radiative[i] * boxI;
    const bySplit = x * ((eN + eP) * rate + rateByN * eN + rateByP * eP) + (emitted * np) / nie2;
    const chargeBySplit = (chargeByN * eN + chargeByP * eP) * boxI;
    out[1] += chargeBySplit;
    out[2] += chargeBySplit;
    out[3] += (emitted * x) / nie2;
    out[5] -= bySplit;
    out[6] += bySplit;
  }
  out[7] = x;
  out[8] = split;
}
