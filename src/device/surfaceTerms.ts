import { elementaryCharge } from '../physics/constants.ts';
import { carrierRecord } from './densities.ts';
import type { SurfaceRecombination } from './description.ts';
import { nodeResult } from './nodeTerms.ts';
import type { DeviceProblem } from './problem.ts';
import type { ContactState, DeviceState } from './state.ts';

/** Where `surfaceTerms` leaves its results: rate, cm^-2 s^-1, and derivatives by the unknowns. */
export const surfaceResult = {
  rate: 0,
  rateByPsi: 1,
  rateByPhiN: 2,
  rateByPhiP: 3,
  length: 4,
} as const;

/** Slower than this nothing recombines in any time, and densities over it have no number, cm/s. */
const slowest = 1e-100;

/**
 * Whether a surface recombines by Shockley, Read and Hall: it must capture both carriers.
 *
 * @param surface velocities of capture, cm/s
 */
export function recombines(surface: SurfaceRecombination): boolean {
  return surface.electronVelocity > slowest && surface.holeVelocity > slowest;
}

/**
 * Recombination at a charge-neutral contact: SRH with the contact's velocities, and
 * j0/q (exp(split) - 1).
 *
 * @param problem the device
 * @param state densities and `nodeResults` must be current
 * @param i the contact's node
 * @param contact velocities and j0
 * @param out filled as `surfaceResult` says
 */
export function surfaceTerms(
  problem: DeviceProblem,
  state: DeviceState,
  i: number,
  contact: ContactState,
  out: Float64Array,
): void {
  const n = state.electrons[i];
  const p = state.holes[i];
  const { carriers } = state;
  const at = carrierRecord.length * i;
  const slopeN = carriers[at + carrierRecord.slopeN];
  const slopeP = carriers[at + carrierRecord.slopeP];
  const x = state.nodeResults[nodeResult.length * i + nodeResult.excess];
  const split = carriers[at + carrierRecord.split];
  const j0 = contact.j0 / elementaryCharge;
  const rise = j0 * Math.exp(split);
  let rate = j0 * Math.expm1(split);
  let byPsi = 0;
  let byPhiN = -rise;
  let byPhiP = rise;
  if (contact.srh) {
    const sn = contact.inverseElectronVelocity;
    const sp = contact.inverseHoleVelocity;
    const k = 1 / (sp * (n + problem.n1[i]) + sn * (p + problem.p1[i]));
    const kByN = -k * k * sp * n * slopeN;
    const kByP = -k * k * sn * p * slopeP;
    const nie2 = n * p - x;
    // Where the node follows its injection both densities move once more with the splitting.
    const eN = carriers[at + carrierRecord.bySplitN];
    const eP = carriers[at + carrierRecord.bySplitP];
    const bySplit = x * ((eN + eP) * k + kByN * (eN / slopeN) + kByP * (eP / slopeP));
    rate += x * k;
    byPsi += x * ((slopeN - slopeP) * k + kByN - kByP);
    byPhiN += -(slopeN * x + nie2) * k - x * kByN - bySplit;
    byPhiP += (slopeP * x + nie2) * k + x * kByP + bySplit;
  }
  out[0] = rate;
  out[1] = byPsi;
  out[2] = byPhiN;
  out[3] = byPhiP;
}
