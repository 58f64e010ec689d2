import { altermatt, niewelt, richter } from '../physics/auger.ts';
import { exp, expm1 } from '../physics/exponential.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { screeningExponents } from '../physics/radiativeScreening.ts';
import { boundCharge, boundOut } from './boundCharge.ts';
import { defectSums } from './defectTable.ts';
import { fieldEnhancement } from './fieldEnhancement.ts';
import { augerCode, type DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * What `nodeTerms` leaves of a node in `nodeResults`. Charge, q cm^-2, and recombination, cm^-2 s^-1,
 * of the node's box with its surface; derivatives of charge by -phiN and phiP, of recombination by the
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
  /** np - nie^2. */
  excess: 7,
  length: 8,
} as const;

/**
 * Charge and recombination of the boxes of nodes, with exact derivatives: SRH, radiative
 * and Auger recombination, gap states, interface states.
 *
 * Hot: nothing allocated. Offsets in records are those of `nodeInput`, `carrierRecord` and
 * `nodeResult`.
 *
 * @param problem the device
 * @param state potentials, with their densities (`updateDensities`); `nodeResults` are filled
 * @param first node
 * @param end node before which to end
 */
export function nodeTerms(
  problem: DeviceProblem,
  state: DeviceState,
  first: number,
  end: number,
): void {
  // Above this np - nie^2 is formed by subtraction; it loses less than half a bit there.
  const subtractionLimit = 1;
  const { richter2012, niewelt2022, pc1d, constant, altermatt1997 } = augerCode;
  const { enhancedAuger } = problem;
  const richterExponent = richter.exponent;
  const { least, first: firstDensity, second: secondDensity } = problem.screening;
  const { first: firstExponent, second: secondExponent } = screeningExponents;
  const { nodeInputs, nodeTraits, defectOf, defects } = problem;
  const { electrons, holes, carriers, nodeResults, fieldSlopes, defectOut } = state;
  let input = 13 * first;
  let at = 13 * first;
  let o = 8 * first;
  for (let i = first; i < end; i++) {
    const traits = nodeTraits[i];
    const n = electrons[i];
    const p = holes[i];
    const split = carriers[at];
    const slopeN = carriers[at + 5];
    const slopeP = carriers[at + 6];
    const box = nodeInputs[input];

    // Recombination: U = X F(n, p), X = np - nie^2 = np (1 - exp(-split)).
    const np = n * p;
    let excess: number;
    let nie2: number; // np exp(-split), what np falls to in equilibrium
    let rate = 0; // F
    let rateByN = 0; // derivative by ln n
    let rateByP = 0;
    let share = 1; // 1 - exp(-split)
    let rise = 1; // exp(split)
    const follows = (traits & 2) !== 0;
    const emits = (traits & 32) !== 0;
    if ((traits & 1) !== 0) {
      const fall = exp(-split);
      share = split > subtractionLimit ? 1 - fall : -expm1(-split);
      nie2 = np * fall;
      excess = np * share;
      rise = 1 / fall;
    } else {
      nie2 = nodeInputs[input + 3];
      excess = split > subtractionLimit ? np - nie2 : nie2 * expm1(split);
    }
    if (!emits) rate = nodeInputs[input + 4];
    if ((traits & 64) !== 0) {
      const sum = n + p;
      const a = (sum / firstDensity) ** firstExponent;
      const b = (sum / secondDensity) ** secondExponent;
      const d = 1 / (1 + a + b);
      const freed = rate * (1 - least) * d;
      const slope = (-freed * d * (firstExponent * a + secondExponent * b)) / sum;
      rate = rate * least + freed;
      rateByN = slope * n;
      rateByP = slope * p;
    }
    if ((traits & 4) !== 0) {
      const tauN = nodeInputs[input + 5];
      const tauP = nodeInputs[input + 6];
      const inverse = 1 / (tauP * (n + nodeInputs[input + 7]) + tauN * (p + nodeInputs[input + 8]));
      let enhanced = inverse;
      if ((traits & 128) !== 0) {
        enhanced *= 1 + fieldEnhancement(problem, state, i);
        fieldSlopes[2 * i] *= excess * inverse;
        fieldSlopes[2 * i + 1] *= excess * inverse;
      }
      rate += enhanced;
      const square = inverse * enhanced;
      rateByN -= square * tauP * n;
      rateByP -= square * tauN * p;
    }
    const augerModel = traits >> 9;
    if (augerModel === richter2012) {
      const injection = nodeInputs[input + 10];
      rate += nodeInputs[input + 9];
      if (injection > 0) {
        const term = injection * exp(richterExponent * carriers[at + 2]);
        rate += term;
        rateByP += richterExponent * term;
      } else {
        const term = -injection * exp(richterExponent * carriers[at + 1]);
        rate += term;
        rateByN += richterExponent * term;
      }
    } else if (augerModel === niewelt2022) {
      const ratio = (n + p) / niewelt.reference;
      const d = 1 / (1 + ratio * ratio);
      const slope = (-2 * ratio * d * d) / niewelt.reference;
      const an = niewelt.electron * n;
      const ap = niewelt.hole * p;
      const enhanced = niewelt.electronEnhancement * an + niewelt.holeEnhancement * ap;
      rate += an + ap + enhanced * d;
      rateByN += an * (1 + niewelt.electronEnhancement * d) + enhanced * slope * n;
      rateByP += ap * (1 + niewelt.holeEnhancement * d) + enhanced * slope * p;
    } else if (augerModel === pc1d) {
      const nd = nodeInputs[input + 9];
      const na = nodeInputs[input + 10];
      // A term without its dopants and carriers is 0 / 0: the floor lies far below any density.
      const vn = 1 / (p + nd + 1e-30);
      const vp = 1 / (n + na + 1e-30);
      const a = (pc1dAuger.electron * nd + 0.5 * pc1dAuger.ambipolar * p) * n * vn;
      const b = (pc1dAuger.hole * na + 0.5 * pc1dAuger.ambipolar * n) * p * vp;
      rate += a + b;
      rateByN += a + (0.5 * pc1dAuger.ambipolar * p * vp - b * vp) * n;
      rateByP += b + (0.5 * pc1dAuger.ambipolar * n * vn - a * vn) * p;
    } else if (augerModel === altermatt1997) {
      const un = (n / altermatt.reference) ** altermatt.electron;
      const up = (p / altermatt.reference) ** altermatt.hole;
      const sn = Math.tanh(un);
      const sp = Math.tanh(up);
      const an = enhancedAuger.electron * n;
      const ap = enhancedAuger.hole * p;
      const a = an * (1 + enhancedAuger.electronGain * (1 - sn));
      const b = ap * (1 + enhancedAuger.holeGain * (1 - sp));
      rate += a + b;
      rateByN += a - an * enhancedAuger.electronGain * (1 - sn * sn) * altermatt.electron * un;
      rateByP += b - ap * enhancedAuger.holeGain * (1 - sp * sp) * altermatt.hole * up;
    } else if (augerModel === constant) {
      const an = nodeInputs[input + 9] * n;
      const ap = nodeInputs[input + 10] * p;
      rate += an + ap;
      rateByN += an;
      rateByP += ap;
    }
    let charge = p - n + nodeInputs[input + 1];
    let chargeByN = -n; // by ln n
    let chargeByP = p;
    if ((traits & 256) !== 0) {
      boundCharge(problem, i, n, p);
      charge += boundOut.charge;
      chargeByN += boundOut.byN;
      chargeByP += boundOut.byP;
    }
    if ((traits & 16) !== 0) {
      defectSums(defects[defectOf[i]], n, p, defectOut);
      charge += defectOut[0];
      chargeByN += n * defectOut[1];
      chargeByP += p * defectOut[2];
      rate += defectOut[3];
      rateByN += n * defectOut[4];
      rateByP += p * defectOut[5];
    }
    rate *= box;
    rateByN *= box;
    rateByP *= box;
    if ((traits & 8) !== 0) {
      const sn = nodeInputs[input + 11];
      const sp = nodeInputs[input + 12];
      const inverse = 1 / (sp * (n + nodeInputs[input + 7]) + sn * (p + nodeInputs[input + 8]));
      rate += inverse;
      const square = inverse * inverse;
      rateByN -= square * sp * n;
      rateByP -= square * sn * p;
    }
    let u = excess * rate;
    // With s = d ln n / d eta: ln n -> s (dpsi - dphiN), X -> (sN - sP) X dpsi
    // - (sN X + nie2) dphiN + (sP X + nie2) dphiP. (s = 1: np on both.)
    let uByPhiN = -(slopeN * excess + nie2) * rate - excess * rateByN * slopeN;
    let uByPhiP = (slopeP * excess + nie2) * rate + excess * rateByP * slopeP;
    nodeResults[o + 4] = excess * ((slopeN - slopeP) * rate + rateByN * slopeN - rateByP * slopeP);
    const chargeByPhiN = chargeByN * slopeN;
    const chargeByPhiP = chargeByP * slopeP;
    let chargeBySplit = 0;
    if (follows) {
      // The splitting moves both densities once more: ln n by eN, ln p by eP. What a place emits that
      // narrowing has no part in is that of the intrinsic gap, B ni^2 (exp(split) - 1).
      const eN = carriers[at + 7];
      const eP = carriers[at + 8];
      const emitted = emits ? nodeInputs[input + 4] * box : 0;
      const bySplit = excess * ((eN + eP) * rate + rateByN * eN + rateByP * eP) + emitted * rise;
      chargeBySplit = chargeByN * eN + chargeByP * eP;
      u += emitted * share * rise;
      uByPhiN -= bySplit;
      uByPhiP += bySplit;
    }
    nodeResults[o] = charge * box + nodeInputs[input + 2];
    nodeResults[o + 1] = (chargeByPhiN + chargeBySplit) * box;
    nodeResults[o + 2] = (chargeByPhiP + chargeBySplit) * box;
    nodeResults[o + 3] = u;
    nodeResults[o + 5] = uByPhiN;
    nodeResults[o + 6] = uByPhiP;
    nodeResults[o + 7] = excess;
    input += 13;
    at += 13;
    o += 8;
  }
}
