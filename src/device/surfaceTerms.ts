import { elementaryCharge } from '../physics/constants.ts';
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

/**
 * Recombination at a charge-neutral contact: (np - nie^2) times SRH with the contact's
 * velocities, plus j0/q over nie^2.
 *
 * @param problem the device
 * @param state `nodeOut` must be that of node i
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
  const x = state.nodeOut[nodeResult.excess];
  const np = state.nodeOut[nodeResult.product];
  let k = contact.j0 / problem.nie2[i] / elementaryCharge;
  let kByN = 0;
  let kByP = 0;
  if (contact.srh) {
    const sn = contact.inverseElectronVelocity;
    const sp = contact.inverseHoleVelocity;
    const inverse = 1 / (sp * (n + problem.n1[i]) + sn * (p + problem.p1[i]));
    k += inverse;
    kByN = -inverse * inverse * sp * n;
    kByP = -inverse * inverse * sn * p;
  }
  out[0] = x * k;
  out[1] = x * (kByN - kByP);
  out[2] = -np * k - x * kByN;
  out[3] = np * k + x * kByP;
}
