import { niewelt, richter } from '../physics/auger.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { defectSums } from './defectTable.ts';
import { expm1 } from './edgeFlux.ts';
import { augerCode, type DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** Above this np - nie^2 is formed by subtraction; it loses less than half a bit there. */
const subtractionLimit = 1;

/**
 * Where `nodeTerms` leaves its results. Charge, q cm^-2, and recombination, cm^-2 s^-1, of the
 * node's box with its surface; derivatives of charge by ln n and ln p, of recombination by the
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
  /** np - nie^2 and np. */
  excess: 7,
  product: 8,
  length: 9,
} as const;

/**
 * Densities, charge and recombination of a node's box, with exact derivatives: SRH, radiative
 * and Auger recombination, gap states, interface states.
 *
 * Hot: nothing allocated.
 *
 * @param problem the device
 * @param state potentials; `electrons[i]` and `holes[i]` are set
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
  const phiN = state.phiN[i] + state.shiftN;
  const phiP = state.phiP[i] + state.shiftP;
  const lnN = state.psi[i] + problem.thetaN[i] - phiN;
  const lnP = phiP - state.psi[i] + problem.thetaP[i];
  const n = Math.exp(lnN);
  const p = Math.exp(lnP);
  state.electrons[i] = n;
  state.holes[i] = p;

  // Recombination: U = X F(n, p), X = np - nie^2.
  const split = phiP - phiN;
  const np = n * p;
  const x = split > subtractionLimit ? np - problem.nie2[i] : problem.nie2[i] * expm1(split);
  const boxI = problem.box[i];
  let rate = problem.radiative[i];
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
      const term = injection * Math.exp(richter.exponent * lnP);
      rate += term;
      rateByP += richter.exponent * term;
    } else {
      const term = -injection * Math.exp(richter.exponent * lnN);
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
  // d/dphiN: X -> -np, ln n -> -1; d/dphiP: X -> +np, ln p -> +1; d/dpsi: ln n +1, ln p -1.
  const uByPhiN = -np * rate - x * rateByN;
  const uByPhiP = np * rate + x * rateByP;
  const uByPsi = x * (rateByN - rateByP);
  out[0] = charge * boxI;
  out[1] = chargeByN * boxI;
  out[2] = chargeByP * boxI;
  out[3] = u;
  out[4] = uByPsi;
  out[5] = uByPhiN;
  out[6] = uByPhiP;
  out[7] = x;
  out[8] = np;
}
