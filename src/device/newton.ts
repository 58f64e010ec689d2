import { updateDensities } from './densities.ts';
import { edgeFlux } from './edgeFlux.ts';
import { nodeTerms } from './nodeTerms.ts';
import type { DeviceProblem } from './problem.ts';
import type { ContactState, DeviceState } from './state.ts';
import { surfaceTerms } from './surfaceTerms.ts';

/**
 * One Newton iteration on the three equations, in one sweep over the nodes: residual,
 * exact derivatives and elimination together, then back substitution into `state.update`.
 *
 * Per node the unknowns are psi, phiN, phiP in kT/q. Residuals: Poisson in cm^-2
 * (div D + charge), both continuity equations in carriers cm^-2 s^-1:
 *
 *     R0 = D(i) - D(i-1) + Q box
 *     R1 = jn(i) - jn(i-1) - (U - G) box
 *     R2 = jp(i) - jp(i-1) + (U - G) box
 *
 * with the electrical currents over q of edge i (to node i+1), delta = difference of phi:
 *
 *     jn =  vn n B(-Dn) expm1(-delta_n),   jp = -vp p B(Dp) expm1(delta_p).
 *
 * A block has only five entries off the diagonal block (Poisson: psi; electrons: psi, phiN;
 * holes: psi, phiP); the elimination uses that. Pivots are taken in the order phiN, phiP,
 * psi: those two diagonals are sums of positive terms.
 *
 * @param problem the device
 * @param state potentials, workspace and contacts; `update` receives the step to subtract
 * @returns nothing; `state.update` holds J^-1 R, `state.upper` the factors for tangents
 */
export function newtonIteration(problem: DeviceProblem, state: DeviceState): void {
  const { nodes, displacement } = problem;
  const { psi, phiN, phiP, generation, upper, update, nodeOut, edgeOut, surfaceOut } = state;
  const light = state.light;
  const last = nodes - 1;
  updateDensities(problem, state);

  // Flux of the edge to the left, and its derivatives: by psi, phi of the left node (negated
  // they are the lower block) and of the right node.
  let dLeft = 0;
  let dFlux = 0;
  let jnLeft = 0;
  let jnByPsiRight = 0;
  let jnByPsiLeft = 0;
  let jnByPhiLeft = 0;
  let jnByPhiRight = 0;
  let jpLeft = 0;
  let jpByPsiRight = 0;
  let jpByPsiLeft = 0;
  let jpByPhiLeft = 0;
  let jpByPhiRight = 0;
  // Factors of the node to the left: upper = D^-1 (upper block), y = D^-1 (right-hand side).
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

  for (let i = 0; i < nodes; i++) {
    nodeTerms(problem, state, i, nodeOut);
    const charge = nodeOut[0];
    const chargeByN = nodeOut[1];
    const chargeByP = nodeOut[2];
    const uByPsi = nodeOut[4];
    const uByPhiN = nodeOut[5];
    const uByPhiP = nodeOut[6];
    const sink = nodeOut[3] - light * generation[i];

    // Edge to the right.
    let e = 0;
    let flux = 0;
    let jn = 0;
    let jnPsiI = 0;
    let jnPsiJ = 0;
    let jnPhiI = 0;
    let jnPhiJ = 0;
    let jp = 0;
    let jpPsiI = 0;
    let jpPsiJ = 0;
    let jpPhiI = 0;
    let jpPhiJ = 0;
    if (i < last) {
      e = displacement[i];
      flux = e * (psi[i + 1] - psi[i]);
      edgeFlux(problem, state, i, edgeOut);
      jn = edgeOut[0];
      jnPsiI = edgeOut[1];
      jnPsiJ = edgeOut[2];
      jnPhiI = edgeOut[3];
      jnPhiJ = edgeOut[4];
      jp = edgeOut[5];
      jpPsiI = edgeOut[6];
      jpPsiJ = edgeOut[7];
      jpPhiI = edgeOut[8];
      jpPhiJ = edgeOut[9];
    }

    // Diagonal block and right-hand side.
    let d00 = -dLeft - e + chargeByN - chargeByP;
    let d01 = -chargeByN;
    let d02 = chargeByP;
    let d10 = jnPsiI - jnByPsiRight - uByPsi;
    let d11 = jnPhiI - jnByPhiRight - uByPhiN;
    let d12 = -uByPhiP;
    let d20 = jpPsiI - jpByPsiRight + uByPsi;
    let d21 = uByPhiN;
    let d22 = jpPhiI - jpByPhiRight + uByPhiP;
    let r0 = flux - dFlux + charge;
    let r1 = jn - jnLeft - sink;
    let r2 = jp - jpLeft + sink;
    let l00 = dLeft;
    let l10 = -jnByPsiLeft;
    let l11 = -jnByPhiLeft;
    let l20 = -jpByPsiLeft;
    let l22 = -jpByPhiLeft;
    let u00 = e;
    let u10 = jnPsiJ;
    let u11 = jnPhiJ;
    let u20 = jpPsiJ;
    let u22 = jpPhiJ;

    if (i === 0 || i === last) {
      const contact: ContactState = i === 0 ? state.front : state.rear;
      const atN = phiN[i] + contact.offsetN; // phi of electrons relative to the contact
      const atP = phiP[i] + contact.offsetP;
      d01 = 0;
      d02 = 0;
      l00 = 0;
      u00 = 0;
      if (contact.pinned) {
        r0 = psi[i] - contact.psi;
        d00 = 1;
        const en = Math.expm1(-atN);
        const ep = Math.expm1(atP);
        const kn = contact.electronFlux;
        const kp = contact.holeFlux;
        r1 -= kn * en;
        d11 += kn * (en + 1);
        r2 += kp * ep;
        d22 += kp * (ep + 1);
      } else {
        r0 = charge;
        d00 = chargeByN - chargeByP;
        d01 = -chargeByN;
        d02 = chargeByP;
        surfaceTerms(problem, state, i, contact, surfaceOut);
        const us = surfaceOut[0];
        if (contact.majority === 'electrons') {
          r2 += us;
          d20 += surfaceOut[1];
          d21 += surfaceOut[2];
          d22 += surfaceOut[3];
          r1 = atN;
          d10 = 0;
          d11 = 1;
          d12 = 0;
          l10 = 0;
          l11 = 0;
          u10 = 0;
          u11 = 0;
        } else {
          r1 -= us;
          d10 -= surfaceOut[1];
          d11 -= surfaceOut[2];
          d12 -= surfaceOut[3];
          r2 = atP;
          d20 = 0;
          d21 = 0;
          d22 = 1;
          l20 = 0;
          l22 = 0;
          u20 = 0;
          u22 = 0;
        }
      }
    }

    // Eliminate the left neighbour.
    d00 -= l00 * c00;
    d01 -= l00 * c01;
    d02 -= l00 * c02;
    r0 -= l00 * y0;
    d10 -= l10 * c00 + l11 * c10;
    d11 -= l10 * c01 + l11 * c11;
    d12 -= l10 * c02 + l11 * c12;
    r1 -= l10 * y0 + l11 * y1;
    d20 -= l20 * c00 + l22 * c20;
    d21 -= l20 * c01 + l22 * c21;
    d22 -= l20 * c02 + l22 * c22;
    r2 -= l20 * y0 + l22 * y2;

    // Solve the block for the upper block's columns and the right-hand side.
    const i11 = 1 / d11;
    const f2 = d21 * i11;
    const e20 = d20 - f2 * d10;
    const e22 = d22 - f2 * d12;
    const s20 = u20 - f2 * u10;
    const s21 = -f2 * u11;
    const q2 = r2 - f2 * r1;
    const f0 = d01 * i11;
    const e00 = d00 - f0 * d10;
    const e02 = d02 - f0 * d12;
    const s00 = u00 - f0 * u10;
    const s01 = -f0 * u11;
    const q0 = r0 - f0 * r1;
    const i22 = 1 / e22;
    const g0 = e02 * i22;
    const i00 = 1 / (e00 - g0 * e20);
    c00 = (s00 - g0 * s20) * i00;
    c01 = (s01 - g0 * s21) * i00;
    c02 = -g0 * u22 * i00;
    y0 = (q0 - g0 * q2) * i00;
    c20 = (s20 - e20 * c00) * i22;
    c21 = (s21 - e20 * c01) * i22;
    c22 = (u22 - e20 * c02) * i22;
    y2 = (q2 - e20 * y0) * i22;
    c10 = (u10 - d10 * c00 - d12 * c20) * i11;
    c11 = (u11 - d10 * c01 - d12 * c21) * i11;
    c12 = (-d10 * c02 - d12 * c22) * i11;
    y1 = (r1 - d10 * y0 - d12 * y2) * i11;
    const m = 9 * i;
    upper[m] = c00;
    upper[m + 1] = c01;
    upper[m + 2] = c02;
    upper[m + 3] = c10;
    upper[m + 4] = c11;
    upper[m + 5] = c12;
    upper[m + 6] = c20;
    upper[m + 7] = c21;
    upper[m + 8] = c22;
    const k = 3 * i;
    update[k] = y0;
    update[k + 1] = y1;
    update[k + 2] = y2;
    if (i === last) {
      tangentStart(state, i00, i11, i22, f0, f2, g0, e20, d10, d12);
    }

    dLeft = e;
    dFlux = flux;
    jnLeft = jn;
    jnByPsiLeft = jnPsiI;
    jnByPsiRight = jnPsiJ;
    jnByPhiLeft = jnPhiI;
    jnByPhiRight = jnPhiJ;
    jpLeft = jp;
    jpByPsiLeft = jpPsiI;
    jpByPsiRight = jpPsiJ;
    jpByPhiLeft = jpPhiI;
    jpByPhiRight = jpPhiJ;
  }
  backSubstitute(upper, update, nodes);
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

/** x(i) = y(i) - upper(i) x(i+1), in place, from the rear. */
export function backSubstitute(upper: Float64Array, y: Float64Array, nodes: number): void {
  let a = y[3 * nodes - 3];
  let b = y[3 * nodes - 2];
  let c = y[3 * nodes - 1];
  for (let i = nodes - 2; i >= 0; i--) {
    const m = 9 * i;
    const k = 3 * i;
    const x0 = y[k] - upper[m] * a - upper[m + 1] * b - upper[m + 2] * c;
    const x1 = y[k + 1] - upper[m + 3] * a - upper[m + 4] * b - upper[m + 5] * c;
    const x2 = y[k + 2] - upper[m + 6] * a - upper[m + 7] * b - upper[m + 8] * c;
    y[k] = x0;
    y[k + 1] = x1;
    y[k + 2] = x2;
    a = x0;
    b = x1;
    c = x2;
  }
}
