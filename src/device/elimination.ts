import type { DeviceProblem } from './problem.ts';
import type { ContactState, DeviceState } from './state.ts';
import { surfaceTerms } from './surfaceTerms.ts';

/**
 * Puts the rows of the equations together and eliminates, node by node from the front.
 *
 * A node's equations read L x(i-1) + D x(i) + U x(i+1) = r. Where a carrier flows freely
 * inside a region and hardly out of it (an inversion layer behind a barrier), D is the
 * difference of numbers 1e16 times the rest, and plain elimination loses that rest. So the
 * unknown that is eliminated is the step from node to node: x(i) = y + x(i+1) - C x(i+1), for
 * which only
 *
 *     A = D + L,    S = D + L + U
 *
 * are needed, the response to a common shift of a node with one or both neighbours. Both are
 * known without cancellation (a common shift moves a current by that current itself), and so
 *
 *     D' = A - L C(i-1),    C = D'^-1 (S - L C(i-1)),    y = D'^-1 (r - L y(i-1))
 *
 * keep every digit, as Grassmann, Taksar and Heyman's elimination does for Markov chains (Oper.
 * Res. 33, 1107 (1985), doi:10.1287/opre.33.5.1107). L has seven entries (Poisson: psi; electrons
 * and holes: psi, phiN, phiP, of which the other carrier's is 0 but where injection moves the
 * gap); where a field enhances recombination, that of its node depends on both neighbours' psi, too. Pivots are taken in the order phiN, phiP, psi: those two diagonals are sums of positive
 * terms.
 *
 * Hot: nothing allocated. Offsets in records are those of `nodeResult` and `edgeResult`.
 *
 * @param problem the device
 * @param state with the results of its nodes and edges; `steps`, `update` and `tangentEnd` receive C,
 *   y and where the tangent by the rear contact's potential begins
 */
export function eliminate(problem: DeviceProblem, state: DeviceState): void {
  const { psi, phiN, phiP, generation, steps, update, nodeResults, edgeResults, surfaceOut } =
    state;
  const { fieldSlopes } = state;
  const { tunnelsAnywhere } = problem;
  const { light } = state;
  const last = problem.nodes - 1;
  // The edge to the left is kept from the node before: reading it again costs more.
  let fluxLeft = 0;
  let eLeft = 0;
  let jnLeft = 0;
  let jnPsiLeft = 0;
  let jnPhiNLeft = 0;
  let jnPhiPLeft = 0;
  let jnPsiBothLeft = 0;
  let jnPhiNBothLeft = 0;
  let jnPhiPBothLeft = 0;
  let jpLeft = 0;
  let jpPsiLeft = 0;
  let jpPhiNLeft = 0;
  let jpPhiPLeft = 0;
  let jpPsiBothLeft = 0;
  let jpPhiNBothLeft = 0;
  let jpPhiPBothLeft = 0;
  // C and y of the node to the left.
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let y0 = 0;
  let y1 = 0;
  let y2 = 0;

  for (let i = 0; i <= last; i++) {
    const t = 8 * i;
    const charge = nodeResults[t];
    const chargeByN = nodeResults[t + 1];
    const chargeByP = nodeResults[t + 2];
    const uByPsi = nodeResults[t + 4];
    const uByPhiN = nodeResults[t + 5];
    const uByPhiP = nodeResults[t + 6];
    const sink = nodeResults[t + 3] - light * generation[i];

    // The edge to the right; beyond the last node there is none, and its record is 0.
    const o = 14 * (i + 1);
    const flux = edgeResults[o];
    const e = edgeResults[o + 1];
    const jn = edgeResults[o + 2];
    const jnPsi = edgeResults[o + 3];
    const jnPhiN = edgeResults[o + 4];
    const jnPhiP = edgeResults[o + 5];
    const jnPsiBoth = edgeResults[o + 6];
    const jnPhiPBoth = edgeResults[o + 7];
    const jnPhiNBoth = -jnPsiBoth - jnPhiPBoth;
    const jp = edgeResults[o + 8];
    const jpPsi = edgeResults[o + 9];
    const jpPhiN = edgeResults[o + 10];
    const jpPhiP = edgeResults[o + 11];
    const jpPsiBoth = edgeResults[o + 12];
    const jpPhiNBoth = edgeResults[o + 13];
    const jpPhiPBoth = -jpPsiBoth - jpPhiNBoth;

    // A = D + L, S = A + U (equal where not said), L, right-hand side.
    let a00 = chargeByN - chargeByP - e;
    let s00 = chargeByN - chargeByP;
    let a01 = -chargeByN;
    let a02 = chargeByP;
    let a10 = jnPsi - jnPsiBothLeft - uByPsi;
    let s10 = jnPsiBoth - jnPsiBothLeft - uByPsi;
    let a11 = jnPhiN - jnPhiNBothLeft - uByPhiN;
    let s11 = jnPhiNBoth - jnPhiNBothLeft - uByPhiN;
    let a12 = jnPhiP - jnPhiPBothLeft - uByPhiP;
    let s12 = jnPhiPBoth - jnPhiPBothLeft - uByPhiP;
    let a20 = jpPsi - jpPsiBothLeft + uByPsi;
    let s20 = jpPsiBoth - jpPsiBothLeft + uByPsi;
    let a21 = jpPhiN - jpPhiNBothLeft + uByPhiN;
    let s21 = jpPhiNBoth - jpPhiNBothLeft + uByPhiN;
    let a22 = jpPhiP - jpPhiPBothLeft + uByPhiP;
    let s22 = jpPhiPBoth - jpPhiPBothLeft + uByPhiP;
    let l00 = eLeft;
    let l10 = -jnPsiLeft;
    let l11 = -jnPhiNLeft;
    let l12 = -jnPhiPLeft;
    let l20 = -jpPsiLeft;
    let l21 = -jpPhiNLeft;
    let l22 = -jpPhiPLeft;
    let r0 = flux - fluxLeft + charge;
    let r1 = jn - jnLeft - sink;
    let r2 = jp - jpLeft + sink;

    if (tunnelsAnywhere) {
      // A common shift makes no field: S is as it was.
      const byLeft = fieldSlopes[2 * i];
      const byRight = fieldSlopes[2 * i + 1];
      l10 += byLeft;
      l20 -= byLeft;
      a10 += byRight;
      a20 -= byRight;
    }

    if (i === 0 || i === last) {
      const contact: ContactState = i === 0 ? state.front : state.rear;
      const atN = phiN[i] + contact.offsetN; // phi of electrons relative to the contact
      const atP = phiP[i] + contact.offsetP;
      l00 = 0;
      if (contact.pinned) {
        r0 = psi[i] - contact.psi;
        a00 = 1;
        s00 = 1;
        a01 = 0;
        a02 = 0;
        const en = Math.expm1(-atN);
        const ep = Math.expm1(atP);
        const kn = contact.electronFlux;
        const kp = contact.holeFlux;
        r1 -= kn * en;
        a11 += kn * (en + 1);
        s11 += kn * (en + 1);
        r2 += kp * ep;
        a22 += kp * (ep + 1);
        s22 += kp * (ep + 1);
      } else {
        r0 = charge;
        a00 = s00;
        surfaceTerms(problem, state, i, contact, surfaceOut);
        if (contact.majority === 'electrons') {
          r2 += surfaceOut[0];
          a20 += surfaceOut[1];
          s20 += surfaceOut[1];
          a21 += surfaceOut[2];
          s21 += surfaceOut[2];
          a22 += surfaceOut[3];
          s22 += surfaceOut[3];
          r1 = atN;
          a10 = 0;
          s10 = 0;
          a11 = 1;
          s11 = 1;
          a12 = 0;
          s12 = 0;
          l10 = 0;
          l11 = 0;
          l12 = 0;
        } else {
          r1 -= surfaceOut[0];
          a10 -= surfaceOut[1];
          s10 -= surfaceOut[1];
          a11 -= surfaceOut[2];
          s11 -= surfaceOut[2];
          a12 -= surfaceOut[3];
          s12 -= surfaceOut[3];
          r2 = atP;
          a20 = 0;
          s20 = 0;
          a21 = 0;
          s21 = 0;
          a22 = 1;
          s22 = 1;
          l20 = 0;
          l21 = 0;
          l22 = 0;
        }
      }
    }

    // L C(i-1) and L y(i-1).
    const m00 = l00 * c00;
    const m01 = l00 * c01;
    const m02 = l00 * c02;
    const m10 = l10 * c00 + l11 * c10 + l12 * c20;
    const m11 = l10 * c01 + l11 * c11 + l12 * c21;
    const m12 = l10 * c02 + l11 * c12 + l12 * c22;
    const m20 = l20 * c00 + l22 * c20 + l21 * c10;
    const m21 = l20 * c01 + l22 * c21 + l21 * c11;
    const m22 = l20 * c02 + l22 * c22 + l21 * c12;
    r0 -= l00 * y0;
    r1 -= l10 * y0 + l11 * y1 + l12 * y2;
    r2 -= l20 * y0 + l22 * y2 + l21 * y1;
    const d00 = a00 - m00;
    const d01 = a01 - m01;
    const d02 = a02 - m02;
    const d10 = a10 - m10;
    const d11 = a11 - m11;
    const d12 = a12 - m12;
    const d20 = a20 - m20;
    const d21 = a21 - m21;
    const d22 = a22 - m22;

    // Solve D' (C | y) = (S - L C | r), pivots phiN, phiP, psi.
    const i11 = 1 / d11;
    const f2 = d21 * i11;
    const f0 = d01 * i11;
    const e20 = d20 - f2 * d10;
    const e22 = d22 - f2 * d12;
    const e00 = d00 - f0 * d10;
    const e02 = d02 - f0 * d12;
    const t10 = s10 - m10;
    const t11 = s11 - m11;
    const t12 = s12 - m12;
    const t20 = s20 - m20 - f2 * t10;
    const t21 = s21 - m21 - f2 * t11;
    const t22 = s22 - m22 - f2 * t12;
    const t00 = s00 - m00 - f0 * t10;
    const t01 = d01 - f0 * t11;
    const t02 = d02 - f0 * t12;
    const q2 = r2 - f2 * r1;
    const q0 = r0 - f0 * r1;
    const i22 = 1 / e22;
    const g0 = e02 * i22;
    const i00 = 1 / (e00 - g0 * e20);
    c00 = (t00 - g0 * t20) * i00;
    c01 = (t01 - g0 * t21) * i00;
    c02 = (t02 - g0 * t22) * i00;
    y0 = (q0 - g0 * q2) * i00;
    c20 = (t20 - e20 * c00) * i22;
    c21 = (t21 - e20 * c01) * i22;
    c22 = (t22 - e20 * c02) * i22;
    y2 = (q2 - e20 * y0) * i22;
    c10 = (t10 - d10 * c00 - d12 * c20) * i11;
    c11 = (t11 - d10 * c01 - d12 * c21) * i11;
    c12 = (t12 - d10 * c02 - d12 * c22) * i11;
    y1 = (r1 - d10 * y0 - d12 * y2) * i11;
    const m = 9 * i;
    steps[m] = c00;
    steps[m + 1] = c01;
    steps[m + 2] = c02;
    steps[m + 3] = c10;
    steps[m + 4] = c11;
    steps[m + 5] = c12;
    steps[m + 6] = c20;
    steps[m + 7] = c21;
    steps[m + 8] = c22;
    const k = 3 * i;
    update[k] = y0;
    update[k + 1] = y1;
    update[k + 2] = y2;
    if (i === last) tangentStart(state, i00, i11, i22, f0, f2, g0, e20, d10, d12);
    fluxLeft = flux;
    eLeft = e;
    jnLeft = jn;
    jnPsiLeft = jnPsi;
    jnPhiNLeft = jnPhiN;
    jnPhiPLeft = jnPhiP;
    jnPsiBothLeft = jnPsiBoth;
    jnPhiNBothLeft = jnPhiNBoth;
    jnPhiPBothLeft = jnPhiPBoth;
    jpLeft = jp;
    jpPsiLeft = jpPsi;
    jpPhiNLeft = jpPhiN;
    jpPhiPLeft = jpPhiP;
    jpPsiBothLeft = jpPsiBoth;
    jpPhiNBothLeft = jpPhiNBoth;
    jpPhiPBothLeft = jpPhiPBoth;
  }
}

/**
 * Derivative of the last node's unknowns by the rear contact's potential. Only that node's
 * rows contain it, so that the tangent of the whole device needs a back substitution more.
 */
function tangentStart(
  state: DeviceState,
  i00: number,
  i11: number,
  i22: number,
  f0: number,
  f2: number,
  g0: number,
  e20: number,
  d10: number,
  d12: number,
): void {
  const rear = state.rear;
  const last = state.psi.length - 1;
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  if (rear.pinned) {
    q0 = 1;
    q1 = rear.electronFlux * Math.exp(-state.phiN[last] - rear.offsetN);
    q2 = rear.holeFlux * Math.exp(state.phiP[last] + rear.offsetP);
  } else if (rear.majority === 'electrons') q1 = 1;
  else q2 = 1;
  const b2 = q2 - f2 * q1;
  const b0 = q0 - f0 * q1;
  const t0 = (b0 - g0 * b2) * i00;
  const t2 = (b2 - e20 * t0) * i22;
  const t1 = (q1 - d10 * t0 - d12 * t2) * i11;
  state.tangentEnd[0] = t0;
  state.tangentEnd[1] = t1;
  state.tangentEnd[2] = t2;
}
