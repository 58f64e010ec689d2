import { exp, expm1 } from '../physics/exponential.ts';
import { bernoulliSeries, bernoulliSeriesLimit } from './bernoulli.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** Below this three terms of the series do: the next is 1e-17. */
const shortSeriesLimit = 0.04;

const [b2, b4, b6, b8, b10, b12] = bernoulliSeries;

/** Where `edgeFlux` leaves its results: both fluxes and their derivatives by both ends. */
export const edgeResult = {
  jn: 0,
  jnByPsiI: 1,
  jnByPsiJ: 2,
  jnByPhiI: 3,
  jnByPhiJ: 4,
  jp: 5,
  jpByPsiI: 6,
  jpByPsiJ: 7,
  jpByPhiI: 8,
  jpByPhiJ: 9,
  /** Derivatives by a common shift of both ends: small, and formed without cancellation. */
  jnByPsi: 10,
  jnByPhi: 11,
  jpByPsi: 12,
  jpByPhi: 13,
  /** By the other carrier's level, where a node follows its injection: ends, and common shift. */
  jnByPhiPI: 14,
  jnByPhiPJ: 15,
  jnByPhiP: 16,
  jpByPhiNI: 17,
  jpByPhiNJ: 18,
  jpByPhiN: 19,
  length: 20,
} as const;

/**
 * Currents of the edge from node i to j = i + 1, over q, in carriers cm^-2 s^-1:
 *
 *     jn =  vn n_i B(-Dn) expm1(phiN_i - phiN_j)
 *     jp = -vp p_i B(Dp)  expm1(phiP_j - phiP_i)
 *
 * with Dn, Dp the differences of psi + thetaN and psi - thetaP: Scharfetter-Gummel written
 * on the quasi-Fermi difference, exactly zero in equilibrium and free of cancellation at any
 * injection. At an abrupt interface B = 1 and v is the emission velocity.
 *
 * Hot: nothing allocated.
 *
 * @param problem the device
 * @param state potentials; `electrons[i]`, `holes[i]` must be current
 * @param i edge
 * @param out filled as `edgeResult` says
 */
export function edgeFlux(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
  out: Float64Array,
): void {
  const j = i + 1;
  const { psi } = state;
  const { thetaN, thetaP } = problem;
  let vn = problem.electronVelocity[i] * state.electrons[i];
  let vp = problem.holeVelocity[i] * state.holes[i];
  const en = expm1(-state.dPhiN[i]);
  const ep = expm1(state.dPhiP[i]);
  let gn = vn;
  let gp = vp;
  let t = 0;
  let s = 0;
  let sni = 1;
  let snj = 1;
  let spi = 1;
  let spj = 1;
  const emits = problem.emission[i] === 1;
  const follows = !emits && (problem.injectionOf[i] >= 0 || problem.injectionOf[j] >= 0);
  if (follows) {
    vn *= state.rootN[i] * state.rootN[j];
    vp *= state.rootP[i] * state.rootP[j];
    gn = vn;
    gp = vp;
  }
  if (emits) {
    // Emission follows the Fermi level, not the density: Boltzmann's factor.
    vn *= exp(-state.gammaN[i]);
    vp *= exp(-state.gammaP[i]);
    gn = vn;
    gp = vp;
  } else {
    sni = state.slopeN[i];
    snj = state.slopeN[j];
    spi = state.slopeP[i];
    spj = state.slopeP[j];
    const dPsi = psi[j] - psi[i];
    // B(-Dn) and its derivative by Dn.
    const dn = dPsi + thetaN[j] - thetaN[i] + state.gammaN[j] - state.gammaN[i];
    if (dn > -shortSeriesLimit && dn < shortSeriesLimit) {
      const q = dn * dn;
      gn *= 1 + 0.5 * dn + q * (b2 + q * (b4 + q * b6));
      t = vn * en * (0.5 + dn * (2 * b2 + q * (4 * b4 + q * (6 * b6))));
    } else if (dn > -bernoulliSeriesLimit && dn < bernoulliSeriesLimit) {
      const q = dn * dn;
      gn *= 1 + 0.5 * dn + q * (b2 + q * (b4 + q * (b6 + q * (b8 + q * (b10 + q * b12)))));
      t =
        vn *
        en *
        (0.5 +
          2 * dn * (b2 + q * (2 * b4 + q * (3 * b6 + q * (4 * b8 + q * (5 * b10 + q * 6 * b12))))));
    } else {
      const em = expm1(-dn);
      const b = -dn / em;
      gn *= b;
      // For dn << 0, B(-dn) = -dn exp(dn) and its derivative is B (1 + 1/dn).
      t = vn * en * (dn < -40 ? b * (1 + 1 / dn) : (-em - dn * (em + 1)) / (em * em));
    }
    // B(Dp) and its derivative by Dp.
    const dp = dPsi - thetaP[j] + thetaP[i] - state.gammaP[j] + state.gammaP[i];
    if (dp > -shortSeriesLimit && dp < shortSeriesLimit) {
      const q = dp * dp;
      gp *= 1 - 0.5 * dp + q * (b2 + q * (b4 + q * b6));
      s = vp * ep * (dp * (2 * b2 + q * (4 * b4 + q * (6 * b6))) - 0.5);
    } else if (dp > -bernoulliSeriesLimit && dp < bernoulliSeriesLimit) {
      const q = dp * dp;
      gp *= 1 - 0.5 * dp + q * (b2 + q * (b4 + q * (b6 + q * (b8 + q * (b10 + q * b12)))));
      s =
        vp *
        ep *
        (2 * dp * (b2 + q * (2 * b4 + q * (3 * b6 + q * (4 * b8 + q * (5 * b10 + q * 6 * b12))))) -
          0.5);
    } else {
      const em = expm1(dp);
      const b = dp / em;
      gp *= b;
      s = vp * ep * (dp > 40 ? b * (1 / dp - 1) : (em - dp * (em + 1)) / (em * em));
    }
  }
  const jn = gn * en;
  const jp = -gp * ep;
  // t = djn/dDn and -s = djp/dDp. Dn moves by +-slope with psi and by +-(1 - slope) with phi:
  // with Boltzmann's slope of 1 the latter vanishes.
  out[0] = jn;
  out[1] = sni * (jn - t);
  out[2] = snj * t;
  out[3] = gn * (en + 1) - sni * jn + (sni - 1) * t;
  out[4] = -gn * (en + 1) + (1 - snj) * t;
  out[5] = jp;
  out[6] = spi * (s - jp);
  out[7] = -spj * s;
  out[8] = gp * (ep + 1) + spi * jp + (1 - spi) * s;
  out[9] = -gp * (ep + 1) + (spj - 1) * s;
  out[10] = sni * jn + (snj - sni) * t;
  out[11] = -sni * jn + (sni - snj) * t;
  out[12] = -spi * jp + (spi - spj) * s;
  out[13] = spi * jp + (spj - spi) * s;
  if (follows) {
    // The splitting of either end moves its density and the mobility of the edge.
    const eNi = state.bySplitN[i];
    const eNj = state.bySplitN[j];
    const ePi = state.bySplitP[i];
    const ePj = state.bySplitP[j];
    const mNi = jn * state.rootNBySplit[i];
    const mNj = jn * state.rootNBySplit[j];
    const mPi = jp * state.rootPBySplit[i];
    const mPj = jp * state.rootPBySplit[j];
    const nByI = eNi * (jn - t) + mNi;
    const nByJ = eNj * t + mNj;
    const nByBoth = eNi * jn + (eNj - eNi) * t + mNi + mNj;
    const pByI = ePi * (jp - s) + mPi;
    const pByJ = ePj * s + mPj;
    const pByBoth = ePi * jp + (ePj - ePi) * s + mPi + mPj;
    out[3] -= nByI;
    out[4] -= nByJ;
    out[8] += pByI;
    out[9] += pByJ;
    out[11] -= nByBoth;
    out[13] += pByBoth;
    out[14] = nByI;
    out[15] = nByJ;
    out[16] = nByBoth;
    out[17] = -pByI;
    out[18] = -pByJ;
    out[19] = -pByBoth;
  } else {
    out[14] = 0;
    out[15] = 0;
    out[16] = 0;
    out[17] = 0;
    out[18] = 0;
    out[19] = 0;
  }
}
